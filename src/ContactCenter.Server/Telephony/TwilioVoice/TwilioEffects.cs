using System.Globalization;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Carries out a call's effects at Twilio. A leg that is gone is no failure: what was wanted of it no longer matters.</summary>
internal sealed class TwilioEffects(TwilioRest twilio, VoiceUrls urls, OutboundCap cap, AgentPhones phones, IOptions<RoutingOptions> routing, IClock clock) : IEffectHand
{
    private static readonly string[] Progress = ["initiated", "ringing", "answered", "completed"];
    private static readonly Duration Soon = Duration.FromMilliseconds(300);

    public bool Carries(CallEffect effect) => effect is
        RedirectCaller or HoldCaller or ResumeCaller or AnnounceToCaller or DialTarget or DialAgentPhone or KeepConferenceWith or RemoveFromConference or EndLeg;

    public async Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken) => effect switch
    {
        RedirectCaller when IsTogether(call) => EffectOutcome.Done,
        RedirectCaller e => Judge(await twilio.UpdateCall(e.Leg.Value, cancellationToken, ("Url", urls.Route(call.Id, e.Route, call.EffectsWritten)), ("Method", "POST"))),
        EndLeg e => Judge(await twilio.UpdateCall(e.Leg.Value, cancellationToken, ("Status", "completed"))),
        HoldCaller e => await InConference(call, e.Leg, answer => ConferenceRecords.Held(call, e.Leg, answer), cancellationToken,
            ("Hold", "true"), ("HoldUrl", urls.Music), ("HoldMethod", "POST")),
        ResumeCaller e => await InConference(call, e.Leg, answer => ConferenceRecords.Resumed(call, e.Leg, answer), cancellationToken, ("Hold", "false")),
        AnnounceToCaller e => await InConference(call, e.Leg, cancellationToken,
            ("AnnounceUrl", urls.Route(call.Id, e.Route with { Argument = call.Language }, call.EffectsWritten)), ("AnnounceMethod", "POST")),
        KeepConferenceWith e => await InConference(call, e.Leg, cancellationToken, ("EndConferenceOnExit", "true")),
        RemoveFromConference e => call.Conference is null ? EffectOutcome.Done : Judge(await twilio.RemoveParticipant(call.Conference, e.Leg.Value, cancellationToken)),
        DialTarget e => await Reach(call, e, cancellationToken),
        DialAgentPhone e => await ReachAgent(call, e, cancellationToken),
        _ => throw new InvalidOperationException($"Not an effect of telephony: {effect.GetType().Name}."),
    };

    public CallEvent? WhenGivenUp(CallEffect effect, Instant now) =>
        effect is DialTarget dial ? new TargetDialled($"dialled:{dial.Transfer}", now, dial.Transfer, null) : null;

    // An effect may come twice, and late: who talks with somebody by now is not torn away by what was to lead her there.
    private static bool IsTogether(CallRecord call) => call.State is CallState.Talking or CallState.OnHold or CallState.Consulting;

    private Task<EffectOutcome> InConference(CallRecord call, LegRef leg, CancellationToken cancellationToken, params (string, string)[] form) =>
        InConference(call, leg, _ => null, cancellationToken, form);

    /// <param name="told">What the answer itself tells to have happened, should the notice of it be lost.</param>
    private async Task<EffectOutcome> InConference(
        CallRecord call, LegRef leg, Func<TwilioAnswer, CallEvent?> told, CancellationToken cancellationToken, params (string, string)[] form)
    {
        if (call.Conference is null)
            return call.CallerLeftAt is null ? EffectOutcome.TryAgain(Soon, "no conference yet") : EffectOutcome.Done;
        var answer = await twilio.UpdateParticipant(call.Conference, leg.Value, cancellationToken, form);
        return answer.IsDone && told(answer) is { } happened ? EffectOutcome.DoneWith(happened) : Judge(answer);
    }

    private async Task<EffectOutcome> Reach(CallRecord call, DialTarget dial, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (call.CallerLeftAt is not null || !OutboundNumbers.MayDial(dial.Number, dial.Emergency) || !(dial.Emergency || await cap.Take(cancellationToken)))
            return EffectOutcome.GivenUp("number or cap refused", new TargetDialled($"dialled:{dial.Transfer}", now, dial.Transfer, null));
        var answer = await twilio.CreateCall(Dial(call, dial.Number, dial.Ring, new CallRoute(CallRouteKind.TargetAnswered, dial.Transfer.ToString())), cancellationToken);
        if (answer.IsPassing)
            return EffectOutcome.TryAgain(Soon, $"twilio {answer.Code ?? (int)answer.HttpCode}");
        LegRef? leg = answer.IsDone && answer.Text("sid") is { } sid ? new LegRef(sid) : null;
        return EffectOutcome.DoneWith(new TargetDialled($"dialled:{dial.Transfer}", now, dial.Transfer, leg));
    }

    private async Task<EffectOutcome> ReachAgent(CallRecord call, DialAgentPhone dial, CancellationToken cancellationToken)
    {
        if (await phones.Of(dial.Agent, cancellationToken) is not { } phone || !OutboundNumbers.MayDial(phone, false) || !await cap.Take(cancellationToken))
            return EffectOutcome.GivenUp("no fallback phone that may be dialled");
        return Judge(await twilio.CreateCall(Dial(call, phone, Duration.FromSeconds(routing.Value.FallbackRing),
            new CallRoute(CallRouteKind.AgentPhone, $"{dial.Agent.Value:N}/{dial.Label}/{call.Language}")), cancellationToken));
    }

    private List<KeyValuePair<string, string>> Dial(CallRecord call, string to, Duration? ring, CallRoute route) =>
    [
        new("To", to), new("From", call.Line), new("Timeout", string.Create(CultureInfo.InvariantCulture, $"{(ring ?? Transfer.UsualRing).TotalSeconds:0}")),
        new("FallbackUrl", urls.CalledFallback), new("FallbackMethod", "POST"),
        new("Url", urls.Route(call.Id, route, call.EffectsWritten)), new("Method", "POST"),
        new("StatusCallback", urls.Notices(call.Id, "leg")), new("StatusCallbackMethod", "POST"),
        .. Progress.Select(e => KeyValuePair.Create("StatusCallbackEvent", e)),
    ];

    private static EffectOutcome Judge(TwilioAnswer answer) =>
        answer.IsDone ? EffectOutcome.Done
        : answer.IsPassing ? EffectOutcome.TryAgain(Soon, $"twilio {answer.Code ?? (int)answer.HttpCode}")
        : EffectOutcome.GivenUp($"twilio {answer.Code ?? (int)answer.HttpCode}");
}
