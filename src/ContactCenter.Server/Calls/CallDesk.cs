using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Hosting.Telemetry;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Calls;

/// <summary>
/// Where every event of every call is taken in: load, decide purely, save facts, row and outbox in one transaction, answer. An event that
/// came before is answered as it was then.
/// </summary>
internal sealed class CallDesk(Store store, Sealer sealer, CallScripts scripts, CallSignals signals, CallMemory memory, IClock clock)
{
    /// <summary>How long a call may last without its end being told before the vendor is asked.</summary>
    private static readonly Duration CheckAfter = Duration.FromMinutes(15);

    /// <summary>How long nothing may be heard of a caller who has no agent: dialogue and queue ask for their next document sooner than that.</summary>
    private static readonly Duration QuietAfter = Duration.FromMinutes(2);

    /// <summary>How long a leg may take into the conference before the vendor is asked whether it is in.</summary>
    private static readonly Duration JoinsAfter = Duration.FromSeconds(4);

    /// <summary>How long after the end of a call its late notices are waited for.</summary>
    private static readonly Duration GapsAfter = Duration.FromSeconds(20);

    private static readonly HotQuery<string, CallRecord?> ByCallerLeg = new((db, leg, _) => db.Set<CallRecord>().SingleOrDefault(c => c.CallerLeg == leg));

    // The vendor's queue holds one call each; the place is counted among all who wait for this practice.
    private static readonly HotQuery<PracticeId, Instant?, int> Position = new((db, practice, since, _) => db.Set<CallRecord>().Count(
        c => c.PracticeId == practice && (c.State == CallState.Queued || c.State == CallState.Offered) && c.QueuedAt <= since));

    /// <summary>A line rang. Null when the dialled number is no line of ours.</summary>
    public async Task<CallReply?> Arrive(CallArrived arrived, CancellationToken cancellationToken)
    {
        var id = new CallId(Guid.CreateVersion7());
        using var span = Spans.OfCall("event", id.Value, nameof(CallArrived));
        var reply = await store.Write((db, token) => Arrive(db, id, arrived, token), Rerun.OnConflictOrTakenKey, cancellationToken);
        span?.SetTag("call.id", reply?.CallId.ToString());
        return Committed(reply);
    }

    /// <summary>Anything else that happened to a call. Null when there is no such call.</summary>
    public async Task<CallReply?> Handle(CallId id, CallEvent happened, CancellationToken cancellationToken)
    {
        using var span = Spans.OfCall("event", id.Value, happened.GetType().Name);
        var reply = await store.Write((db, token) => HandleWithin(db, id, happened, token), Rerun.OnConflictOrTakenKey, cancellationToken);
        return Committed(reply);
    }

    /// <summary>The same inside the caller's own unit of work; raise <see cref="Committed"/> after its commit.</summary>
    public async Task<CallReply?> HandleWithin(ContactCenterDb db, CallId id, CallEvent happened, CancellationToken cancellationToken)
    {
        var file = await CallFile.Open(db, sealer, id, cancellationToken, memory);
        if (file is null)
            return null;
        if (happened is WaitRequested asked)
            happened = asked with { Position = await Position.Run(db, file.Record.PracticeId, file.Record.QueuedAt, cancellationToken) };
        return await Decide(db, file, happened, cancellationToken);
    }

    /// <summary>Tells that a change is committed.</summary>
    public CallReply? Committed(CallReply? reply)
    {
        if (reply is not null)
            Measures.CallEvent(reply.Kind, reply.Decision.GetType().Name);
        if (reply?.Change is { } change)
        {
            memory.Keep(reply.CallId, reply.Version, reply.Events, reply.Story.IsOver);
            signals.Raise(change);
        }
        return reply;
    }

    /// <summary>The call whose caller is on this leg, or null.</summary>
    public Task<CallId?> FindByCallerLeg(LegRef leg, CancellationToken cancellationToken) => store.Read(
        (db, token) => db.Set<CallRecord>().Where(c => c.CallerLeg == leg.Value).Select(c => (CallId?)c.Id).SingleOrDefaultAsync(token), cancellationToken);

    /// <summary>The story and timeline of a call, as of now.</summary>
    public Task<Call?> Read(CallId id, CancellationToken cancellationToken) => store.Read(
        async (db, token) => (await CallFile.Open(db, sealer, id, token, memory))?.Call, cancellationToken);

    private async Task<CallReply?> Arrive(ContactCenterDb db, CallId id, CallArrived arrived, CancellationToken cancellationToken)
    {
        var known = await ByCallerLeg.Run(db, arrived.Leg.Value, cancellationToken);
        if (known is not null)
            return await Decide(db, await CallFile.Open(db, sealer, known, cancellationToken, memory), arrived, cancellationToken);
        if (await scripts.Pin(db, arrived, cancellationToken) is not { } pinned)
            return null;
        var now = clock.GetCurrentInstant();
        var record = new CallRecord
        {
            Id = id, PracticeId = pinned.Practice, CallerLeg = arrived.Leg.Value, Line = arrived.DialledNumber, CallerToken = pinned.CallerToken,
            Caller = pinned.Caller, ArrivedAt = arrived.At, Script = pinned.Script.ToString(), CheckDueAt = now + CheckAfter,
        };
        if (arrived.Callback is { Of: { } askedIn } && await db.Set<CallRecord>().SingleOrDefaultAsync(c => c.Id == askedIn, cancellationToken) is { } asked)
            (record.Script, record.IvrPosition, record.Language) = (asked.Script, asked.IvrPosition, asked.Language);
        db.Add(record);
        return await Decide(db, CallFile.New(record), arrived, cancellationToken);
    }

    private async Task<CallReply> Decide(ContactCenterDb db, CallFile file, CallEvent happened, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var before = file.Call.Story;
        var script = await scripts.For(db, file.Record, cancellationToken);
        var context = new CallContext(now, script, file.Record.Caller, file.Position, Guid.CreateVersion7);
        var decision = file.Call.Apply(happened, context);
        var (instructions, turn, change) = decision switch
        {
            Recorded recorded => Save(db, file, recorded, before, now),
            AlreadyKnown => await Repeat(db, file, happened.Key, cancellationToken),
            _ => ([], 0, null),
        };
        return new CallReply(
            file.Record.Id, file.Record.PracticeId, decision, instructions, turn, file.Record, file.Call.Story, script.Flow.EmergencyKey, change)
        {
            Version = file.Record.Version, Events = file.Call.Events, Kind = happened.GetType().Name,
        };
    }

    private (IReadOnlyList<CallInstruction>, int, CallChanged?) Save(ContactCenterDb db, CallFile file, Recorded recorded, CallStory before, Instant now)
    {
        var turn = file.Write(db, sealer, recorded, now);
        var after = file.Call.Story;
        file.Record.CheckDueAt = CheckDue(file, before.State, now);
        AgentId?[] concerned = [before.Agent, before.OfferedTo, after.Agent, after.OfferedTo];
        var change = new CallChanged(file.Record.Id, file.Record.PracticeId, after.State,
            [.. concerned.OfType<AgentId>().Distinct()], recorded.Effects.Count > 0);
        return (recorded.Instructions, turn, change);
    }

    // Who should be together and is not is looked after soon; a call that is over, once its late notices have had their time.
    private static Instant? CheckDue(CallFile file, CallState before, Instant now)
    {
        var story = file.Call.Story;
        if (story.CallerLeftAt is not null)
            return CallGaps.In(file.Call.Events) ? now + GapsAfter : null;
        if (story.State is CallState.Connecting or CallState.AgentLost)
            return story.State == before ? file.Record.CheckDueAt : now + JoinsAfter;
        if (story.State is CallState.InIvr or CallState.Queued or CallState.Offered)
            return now + QuietAfter;
        // She is back. Whether the caller still is may have been told by a notice that was lost: a leg of hers that enters a room of its own looks the same.
        if (before is CallState.AgentLost)
            return now + JoinsAfter;
        return before is CallState.Connecting ? now + CheckAfter : file.Record.CheckDueAt;
    }

    private static async Task<(IReadOnlyList<CallInstruction>, int, CallChanged?)> Repeat(ContactCenterDb db, CallFile file, string key, CancellationToken cancellationToken)
    {
        var (instructions, turn) = await file.AnswerTo(db, key, cancellationToken);
        return (instructions, turn, null);
    }
}
