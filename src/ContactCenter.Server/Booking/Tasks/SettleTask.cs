using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>
/// What came of a call, in one transaction with what it means: the booking, the move, the slot that goes to the next one. A booking that is refused leaves
/// the task in her hands.
/// </summary>
internal sealed class SettleTask(CalendarWrites writes, SettleSubject subjects, UnreachedPatients unreached, IOptions<Waiting.WaitingOptions> options)
{
    public Task<IResult> Handle(Guid practiceId, Guid taskId, SettleCallTask form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) => writes.Do(
        new CalendarAsk(practiceId, key, user, form.CallId, "settle-call-task", taskId, form), (db, scene, token) => Settle(db, scene, new CallTaskId(taskId), form, token), cancellationToken);

    private async Task<BookingReply> Settle(ContactCenterDb db, BookingScene scene, CallTaskId id, SettleCallTask form, CancellationToken cancellationToken)
    {
        var task = await db.Set<CallTask>().SingleOrDefaultAsync(t => t.PracticeId == scene.Practice && t.Id == id, cancellationToken);
        if (task is null)
            return BookingReply.NotFound();
        if (task.State != CallTaskState.Taken || task.HeldBy != new AgentId(scene.User))
            return BookingReply.Conflict(CallTaskProblems.NotYours, TaskWords.NotYours(scene.Culture));
        var outcome = (CallTaskOutcome)form.Outcome;
        if (!Enum.IsDefined(outcome) || !CallAttempts.Admits(task.Kind, outcome))
            return BookingReply.Invalid("outcome", TaskWords.NotThisOutcome(scene.Culture));
        var after = options.Value.CallAttempts.After(task.Kind, outcome, task.Attempts + 1, options.Value.Hours, scene.Now, scene.Book.Zone);
        var result = await subjects.Settle(db, scene, task, form, after, cancellationToken);
        if (result.Refusal is { } refusal)
            return refusal;
        task.Attempts++;
        (task.Outcome, task.SettledBy) = (outcome, scene.User);
        switch (after)
        {
            case TryAgain again:
                task.GiveBack(again.At);
                break;
            case GiveUp:
                await unreached.Tell(db, scene, task, outcome, cancellationToken);
                task.Close(CallTaskState.GivenUp, scene.Now);
                break;
            default:
                task.Close(CallTaskState.Done, scene.Now);
                break;
        }

        var settled = new CallTaskSettled(form.Outcome, result.Appointment, after is TryAgain { At: var at } ? scene.Local(at) : null, after is GiveUp);
        return BookingReply.Of(settled, result.Days);
    }
}
