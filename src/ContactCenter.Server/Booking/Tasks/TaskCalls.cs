using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>Which agents wait for a patient whom they have rung, for those who route calls.</summary>
internal static class TaskCalls
{
    /// <summary>The agents who wait, each with the call of her patient once she wants to talk.</summary>
    public static async Task<List<(AgentId Agent, CallId? Call)>> Awaited(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var rows = await (
            from task in db.Set<CallTask>()
            where task.State == CallTaskState.Taken && (task.Dial == DialProgress.Ringing || task.Dial == DialProgress.Reached) && task.HeldBy != null
            join call in db.Set<CallRecord>() on task.Leg equals call.CallerLeg into calls
            from call in calls.DefaultIfEmpty()
            where task.Dial == DialProgress.Ringing || call.State == CallState.Queued || call.State == CallState.Offered
            select new { task.HeldBy, CallId = call == null ? (CallId?)null : call.Id }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.HeldBy!.Value, r.CallId))];
    }

    /// <summary>Whether the agent rang this very caller: her console need not ask whether she wants the call.</summary>
    public static Task<bool> IsAwaited(ContactCenterDb db, AgentId agent, CallId call, CancellationToken cancellationToken) => (
        from task in db.Set<CallTask>()
        where task.HeldBy == agent && task.State == CallTaskState.Taken
        join record in db.Set<CallRecord>() on task.Leg equals record.CallerLeg
        where record.Id == call
        select task.Id).AnyAsync(cancellationToken);
}
