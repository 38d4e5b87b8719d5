using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Rings the patient of a call task for the agent who has it. As with callbacks, whoever picks up is asked for a key first; then she comes to this agent as a
/// call of the practice, metered like any other.
/// </summary>
internal sealed class RingPatient(PatientCalls calls, TwilioRest twilio, TwimlRenderer twiml, VoiceUrls urls, OutboundCap cap)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGroup("/api/practices/{practiceId:guid}/call-tasks/{taskId:guid}").RequirePractice()
        .RequireAuthorization(Policies.AgentAtConsole)
        .MapPost("dial", (Guid practiceId, Guid taskId, DialPatient form, ClaimsPrincipal user, RingPatient ring, CancellationToken stop) => ring.Dial(practiceId, taskId, form, user, stop));

    public async Task<IResult> Dial(Guid practiceId, Guid taskId, DialPatient form, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var culture = user.Culture();
        if (await calls.Begin(new PracticeId(practiceId), new CallTaskId(taskId), user.AgentId(), form.PhoneIndex, cancellationToken) is not { } ringing)
            return Problems.Conflict(CallTaskProblems.NotYours, TaskWords.NotYours(culture));
        if (ringing.Number is null || ringing.Line is null || !twilio.IsConfigured || !OutboundNumbers.MayDial(ringing.Number, false) || !await cap.Take(cancellationToken)
            || !await Ring(ringing, cancellationToken))
        {
            await calls.Missed(taskId, null, cancellationToken);
            return Problems.Invalid(CallTaskProblems.CannotDial, TaskWords.CannotDial(culture));
        }

        return TypedResults.NoContent();
    }

    /// <summary>What whoever picked up hears.</summary>
    public async Task<string> PickedUp(Guid task, VoiceForm form)
    {
        if (form.LegIsOver || await calls.PracticeOf(task, CancellationToken.None) is not { } practice)
            return twiml.Render([new HangUp()], Bare(task));
        var say = SpokenNotices.PracticeRings(practice, "fr-FR");
        return twiml.Render(
            [new Gather([say, new Pause(Duration.FromSeconds(2)), say], false, 1, Duration.FromSeconds(8), [], "fr-FR", new CallRoute(CallRouteKind.TaskKey)), new HangUp()], Bare(task));
    }

    /// <summary>The key brings her to the agent; null for any other.</summary>
    public Task<CallReply?> Pressed(Guid task, VoiceForm form, CancellationToken cancellationToken) =>
        form["Digits"] == TransferAcceptance.Key ? calls.Arrive(task, form.Leg, cancellationToken) : Task.FromResult<CallReply?>(null);

    public Task Missed(Guid task, string leg, CancellationToken cancellationToken) => calls.Missed(task, leg, cancellationToken);

    private async Task<bool> Ring(RingingPatient ringing, CancellationToken cancellationToken)
    {
        var address = new CallId(ringing.Task.Value);
        var answer = await twilio.CreateCall(
            [
                new("To", ringing.Number!), new("From", ringing.Line!), new("Timeout", $"{calls.Ring}"),
                new("Url", urls.Route(address, new CallRoute(CallRouteKind.TaskAnswered), ringing.Attempt)), new("Method", "POST"),
                new("StatusCallback", urls.Notices(address, "task-leg")), new("StatusCallbackMethod", "POST"), new("StatusCallbackEvent", "completed"),
                new("FallbackUrl", urls.CalledFallback), new("FallbackMethod", "POST"),
            ],
            cancellationToken);
        if (!answer.IsDone || answer.Text("sid") is not { } leg)
            return false;
        await calls.Rings(ringing.Task.Value, leg, cancellationToken);
        return true;
    }

    private static VoiceDocument Bare(Guid task) => new(new CallId(task), "", 0, '0');
}
