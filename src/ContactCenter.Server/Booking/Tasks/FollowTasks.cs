using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>Takes tasks back from agents who went away, fell silent or took a call; ends those that ran out, and a ringing that nobody told the end of.</summary>
internal sealed class FollowTasks(Store store, IClock clock)
{
    public async Task Pass(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.Read(
            (db, token) => db.Set<CallTask>().AnyAsync(t => t.State == CallTaskState.Taken || (t.State == CallTaskState.Open && t.ExpiresAt <= now), token), cancellationToken);
        if (due)
            await store.Write(Follow, cancellationToken);
    }

    private async Task Follow(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var taken = await (
            from task in db.Set<CallTask>()
            where task.State == CallTaskState.Taken
            join presence in db.Set<AgentPresence>() on task.HeldBy equals (AgentId?)presence.AgentId
            let call = db.Set<CallRecord>().Where(c => c.CallerLeg == task.Leg).FirstOrDefault()
            select new { task, presence.Presence, IsOver = call != null && call.CallerLeftAt != null }).ToListAsync(cancellationToken);
        foreach (var one in taken)
        {
            if (one.task.Dial == DialProgress.Ringing && one.task.DialEndsAt <= now)
            {
                (one.task.Dial, one.task.DialEndsAt) = (DialProgress.NoAnswer, null);
                one.task.Version++;
            }

            // Back from her call and notes: the task is still hers to settle, and another call takes it from her.
            if (one.task.Dial == DialProgress.Reached && one.IsOver && one.Presence == Presence.Available)
            {
                (one.task.Dial, one.task.Leg) = (DialProgress.None, null);
                one.task.Version++;
            }

            // In the patient's own call, and while she is on her way into it, the task stays where it is.
            if (one.Presence is Presence.Away or Presence.Offline || (one.Presence is Presence.OnCall or Presence.WrapUp && one.task.Dial != DialProgress.Reached))
                one.task.GiveBack(now);
        }

        foreach (var over in await db.Set<CallTask>().Where(t => t.State == CallTaskState.Open && t.ExpiresAt <= now).ToListAsync(cancellationToken))
            over.Close(CallTaskState.Expired, now);
    }
}
