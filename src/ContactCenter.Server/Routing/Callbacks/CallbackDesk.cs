using ContactCenter.Contracts.Calls;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Messaging;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Routing.Callbacks;

/// <summary>
/// Promised callbacks. A caller keeps the place she had: she is rung when an agent of her practice is free for her, that is when more agents are
/// free than people wait ahead of her. Who rings and who answers are others; here it is decided when, and written down.
/// </summary>
internal sealed class CallbackDesk(Store store, Sealer sealer, CallDesk desk, IOptions<RoutingOptions> options, IClock clock) : IEffectHand
{
    public bool Carries(CallEffect effect) => effect is PromiseCallback;

    public async Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken)
    {
        // A masked caller is never offered a callback; one who hid her number meanwhile cannot be promised one.
        if ((await desk.Read(call.Id, cancellationToken))?.Story.CallerNumber is not { } number)
            return EffectOutcome.GivenUp("no number to call back");
        await store.Write(
            async (db, token) =>
            {
                if (await db.Set<CallbackRequest>().AnyAsync(c => c.CallId == call.Id, token))
                    return;
                var now = clock.GetCurrentInstant();
                db.Add(new CallbackRequest
                {
                    PracticeId = call.PracticeId, CallId = call.Id, Line = call.Line, QueuedAt = call.QueuedAt ?? now, PromisedAt = now, Urgency = call.Urgency,
                    Reason = call.Reason, Skills = call.Skills, Language = call.Language, Number = sealer.Seal(CallbackRequest.RowOf(call.PracticeId, call.Id), number),
                    DueAt = now + Duration.FromSeconds(options.Value.CallbackNotBefore),
                });
            },
            cancellationToken);
        return EffectOutcome.Done;
    }

    public string NumberOf(CallbackRequest callback) => sealer.Open<string>(CallbackRequest.RowOf(callback.PracticeId, callback.CallId), callback.Number);

    public Task<CallbackRequest?> Find(CallId call, CancellationToken cancellationToken) =>
        store.Read((db, token) => db.Set<CallbackRequest>().SingleOrDefaultAsync(c => c.CallId == call, token), cancellationToken);

    /// <summary>Claims the callbacks to be rung now, the oldest places first: each is marked as ringing, so no other node rings it too.</summary>
    public Task<List<CallbackRequest>> Claim(CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            var due = await db.Set<CallbackRequest>().Where(c => c.State == CallbackState.Waiting && c.DueAt <= now).OrderBy(c => c.QueuedAt).Take(100).ToListAsync(token);
            List<CallbackRequest> claimed = [];
            foreach (var ofPractice in due.GroupBy(c => c.PracticeId))
            {
                var ringing = await db.Set<CallbackRequest>().CountAsync(c => c.PracticeId == ofPractice.Key && c.State == CallbackState.Ringing, token);
                var free = await Free(db, ofPractice.Key, now, token) - ringing;
                foreach (var callback in ofPractice)
                {
                    var ahead = await db.Set<CallRecord>().CountAsync(c => c.PracticeId == ofPractice.Key && c.State == CallState.Queued && c.QueuedAt <= callback.QueuedAt, token);
                    if (free - claimed.Count(c => c.PracticeId == ofPractice.Key) <= ahead)
                        break;
                    (callback.State, callback.Leg, callback.DueAt) = (CallbackState.Ringing, null, now + Duration.FromSeconds(options.Value.CallbackRing + 60));
                    callback.Attempts++;
                    callback.Version++;
                    claimed.Add(callback);
                }
            }
            return claimed;
        },
        Rerun.OnConflictOrTakenKey,
        cancellationToken);

    /// <summary>The leg that rings for it, as the vendor calls it.</summary>
    public Task Rings(CallId call, string leg, CancellationToken cancellationToken) => Change(
        call, callback => callback.Leg = leg, callback => callback.State == CallbackState.Ringing, cancellationToken);

    /// <summary>She pressed the key: she is on her way into the queue.</summary>
    public Task Reached(CallId call, CancellationToken cancellationToken) =>
        Change(call, callback => callback.State = CallbackState.Reached, callback => callback.State == CallbackState.Ringing, cancellationToken);

    /// <summary>Nobody answered, or nobody wanted to talk: tried again later, and in the end the practice is told.</summary>
    public Task Missed(CallId call, string? leg, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var callback = await db.Set<CallbackRequest>().SingleOrDefaultAsync(c => c.CallId == call, token);
            if (callback is { State: CallbackState.Ringing } && (leg is null || callback.Leg is null || callback.Leg == leg))
                TryLater(db, callback);
        },
        cancellationToken);

    /// <summary>Callbacks whose ringing ended without a word, after a vendor's silence or a node's death.</summary>
    public Task SweepSilent(CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            foreach (var callback in await db.Set<CallbackRequest>().Where(c => c.State == CallbackState.Ringing && c.DueAt <= now).Take(100).ToListAsync(token))
                TryLater(db, callback);
        },
        cancellationToken);

    private async Task<int> Free(ContactCenterDb db, PracticeId practice, Instant now, CancellationToken cancellationToken)
    {
        var heardSince = now - Duration.FromSeconds(options.Value.Lease);
        return await db.Set<AgentPresence>().CountAsync(
            p => p.Presence == Presence.Available && p.LastHeard > heardSince && p.SoftphoneReady
                && db.Set<AgentPractice>().Any(a => a.AgentId == p.AgentId && a.PracticeId == practice),
            cancellationToken);
    }

    private void TryLater(ContactCenterDb db, CallbackRequest callback)
    {
        var now = clock.GetCurrentInstant();
        callback.Version++;
        callback.Leg = null;
        if (callback.Attempts < options.Value.CallbackAttempts)
        {
            (callback.State, callback.DueAt) = (CallbackState.Waiting, now + Duration.FromSeconds(options.Value.CallbackAgainAfter));
            return;
        }
        callback.State = CallbackState.GivenUp;
        var id = Guid.CreateVersion7();
        db.Add(new PracticeMessage
        {
            PracticeId = callback.PracticeId, Id = id, Kind = MessageKind.MissedCallback, TakenAt = now, CallId = callback.CallId, Urgent = callback.Urgency > 0,
            Box = sealer.Seal(new SealedRow("PracticeMessages", callback.PracticeId, id), new MessageContent("", NumberOf(callback))),
        });
    }

    private Task Change(CallId call, Action<CallbackRequest> change, Func<CallbackRequest, bool> when, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var callback = await db.Set<CallbackRequest>().SingleOrDefaultAsync(c => c.CallId == call, token);
            if (callback is null || !when(callback))
                return;
            change(callback);
            callback.Version++;
        },
        cancellationToken);
}
