using ContactCenter.Contracts.Triage;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Triage;

/// <summary>What became of a request: a view, or a refusal by its code, or neither when there is nothing to show.</summary>
internal sealed record TriageOutcome(TriageView? View, string? Problem = null, bool NoSuchCall = false)
{
    public static TriageOutcome Nowhere { get; } = new(null, NoSuchCall: true);
}

/// <summary>
/// Walks the protocols of calls: load, decide purely, write the log and the session in one transaction. A call that comes to the 15
/// is an emergency from the same transaction on.
/// </summary>
internal sealed class TriageDesk(ScriptLibrary library, ScriptArchive archive, Store store, OnceOnly once, Sealer sealer, TriageViews views, CallDesk calls, IClock clock)
{
    public Task<TriageOutcome> Show(CallId id, AgentId agent, CancellationToken cancellationToken) => store.Read(
        async (db, token) => await TriageFile.Open(db, archive, id, agent, token) is { } file ? new TriageOutcome(views.Of(file)) : TriageOutcome.Nowhere,
        cancellationToken);

    public Task<TriageOutcome> Start(CallId id, AgentId agent, Guid key, StartTriage asked, CancellationToken cancellationToken) => Change(
        id, agent, key, asked,
        async (db, file, token) =>
        {
            var slug = await db.Set<Practice>().Where(p => p.Id == file.Call.PracticeId).Select(p => p.Slug).SingleAsync(token);
            var now = clock.GetCurrentInstant();
            if (library.Current.For(slug)?.UsableProtocols(now).FirstOrDefault(p => p.Version.Name == asked.ProtocolId) is not { } protocol)
                return TriageProblems.ProtocolNotUsable;
            file.Start(protocol, now);
            file.Write(sealer, agent, TriageAct.Started, null, null, asked.Words, now);
            return null;
        },
        cancellationToken);

    public Task<TriageOutcome> Answer(CallId id, AgentId agent, Guid key, AnswerTriage asked, CancellationToken cancellationToken) => Walk(
        id, agent, key, asked, TriageAct.Answered, asked.ExactWords,
        (protocol, place) => TriageWalk.Answer(protocol, place, asked.QuestionId, (TriageAnswer)asked.Reply),
        (asked.QuestionId, (TriageAnswer)asked.Reply),
        cancellationToken);

    public Task<TriageOutcome> Raise(CallId id, AgentId agent, Guid key, RaiseTriage asked, CancellationToken cancellationToken) => Walk(
        id, agent, key, asked, TriageAct.Raised, asked.ExactWords,
        (protocol, place) => TriageWalk.Raise(protocol, place, (Disposition)asked.To),
        null,
        cancellationToken);

    /// <summary>One key, at any moment. Without a protocol it is logged and nothing else.</summary>
    public Task<TriageOutcome> Doubt(CallId id, AgentId agent, Guid key, DoubtTriage asked, CancellationToken cancellationToken) => Change(
        id, agent, key, asked,
        (_, file, _) =>
        {
            if (file is { Session: { } session, Protocol: { } protocol } && TriageWalk.Doubt(protocol, session.Place) is TriageMoved moved)
                session.MoveTo(moved.Place);
            file.Write(sealer, agent, TriageAct.Doubted, null, null, asked.ExactWords, clock.GetCurrentInstant());
            return Task.FromResult<string?>(null);
        },
        cancellationToken);

    private Task<TriageOutcome> Walk(
        CallId id, AgentId agent, Guid key, object asked, TriageAct act, string? words,
        Func<TriageProtocol, TriagePlace, TriageStep> step, (string Question, TriageAnswer Answer)? answer, CancellationToken cancellationToken) => Change(
        id, agent, key, asked,
        (_, file, _) =>
        {
            if (file is not { Session: { } session, Protocol: { } protocol })
                return Task.FromResult<string?>(TriageProblems.NotAsked);
            if (step(protocol, session.Place) is TriageRefused refused)
                return Task.FromResult<string?>(CodeOf(refused.Why));
            session.MoveTo(((TriageMoved)step(protocol, session.Place)).Place);
            file.Write(sealer, agent, act, answer?.Question, answer?.Answer, words, clock.GetCurrentInstant());
            return Task.FromResult<string?>(null);
        },
        cancellationToken);

    private async Task<TriageOutcome> Change(
        CallId id, AgentId agent, Guid key, object asked,
        Func<ContactCenterDb, TriageFile, CancellationToken, Task<string?>> change, CancellationToken cancellationToken)
    {
        CallReply? declared = null;
        var practice = await store.Read(
            (db, token) => db.Set<CallRecord>().Where(c => c.Id == id && c.AgentId == agent).Select(c => (PracticeId?)c.PracticeId).SingleOrDefaultAsync(token),
            cancellationToken);
        if (practice is null)
            return TriageOutcome.Nowhere;
        var outcome = await once.Do(
            practice.Value, key, asked,
            async (db, token) =>
            {
                declared = null;
                if (await TriageFile.Open(db, archive, id, agent, token) is not { } file)
                    return TriageOutcome.Nowhere;
                if (await change(db, file, token) is { } problem)
                    return new TriageOutcome(views.Of(file), problem);
                await db.SaveChangesAsync(token);
                declared = await DeclareEmergency(db, file, agent, token);
                return new TriageOutcome(views.Of(file));
            },
            done => done is { Problem: null, NoSuchCall: false },
            cancellationToken);
        calls.Committed(declared);
        return outcome;
    }

    /// <summary>Once per session: a repetition is the same happening.</summary>
    private async Task<CallReply?> DeclareEmergency(ContactCenterDb db, TriageFile file, AgentId agent, CancellationToken cancellationToken)
    {
        if (file.Session is not { Reached: Disposition.Samu15Now } session)
            return null;
        var declared = new EmergencyDeclared($"triage:{session.Number}", clock.GetCurrentInstant(), agent, session.Protocol);
        return await calls.HandleWithin(db, file.Call.Id, declared, cancellationToken);
    }

    private static string CodeOf(TriageRefusal refusal) => refusal switch
    {
        TriageRefusal.NotAsked => TriageProblems.NotAsked,
        TriageRefusal.WouldLower => TriageProblems.WouldLower,
    };
}
