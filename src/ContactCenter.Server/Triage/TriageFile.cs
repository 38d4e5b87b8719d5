using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Triage;

/// <summary>Everything on one call's triage, loaded for one unit of work.</summary>
internal sealed class TriageFile(ContactCenterDb db, CallRecord call, List<TriageSession> sessions, List<TriageLogEntry> log, TriageProtocol? protocol)
{
    public CallRecord Call => call;

    /// <summary>The protocol on screen; null before the first.</summary>
    public TriageSession? Session => sessions.LastOrDefault();

    /// <summary>The text that the session on screen began with.</summary>
    public TriageProtocol? Protocol { get; private set; } = protocol;

    public IEnumerable<TriageLogEntry> LogOfSession => log.Where(e => e.Session == Session?.Number);

    /// <summary>The triage of a call that is in this agent's hands; null when it is not.</summary>
    public static async Task<TriageFile?> Open(ContactCenterDb db, ScriptArchive archive, CallId id, AgentId agent, CancellationToken cancellationToken)
    {
        var call = await db.Set<CallRecord>().SingleOrDefaultAsync(c => c.Id == id && c.AgentId == agent && c.State != CallState.Closed, cancellationToken);
        if (call is null)
            return null;
        var sessions = await db.Set<TriageSession>().Where(s => s.CallId == id).OrderBy(s => s.Number).ToListAsync(cancellationToken);
        var log = await db.Set<TriageLogEntry>().Where(e => e.CallId == id).OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        var protocol = sessions.LastOrDefault() is { } session && ScriptVersion.TryParse(session.Protocol, out var version)
            ? await archive.FindProtocol(db, version, cancellationToken)
                ?? throw new InvalidOperationException($"The archive has lost {version}.")
            : null;
        return new TriageFile(db, call, sessions, log, protocol);
    }

    public void Start(TriageProtocol protocol, Instant now)
    {
        var floor = sessions.Select(s => s.Reached).Where(r => r?.IsImmediate() == true).Max();
        var session = new TriageSession
        {
            CallId = call.Id, Number = sessions.Count + 1, PracticeId = call.PracticeId, Protocol = protocol.Version.ToString(), Floor = floor, StartedAt = now,
        };
        session.MoveTo(TriageWalk.Start(protocol));
        sessions.Add(session);
        Protocol = protocol;
        db.Add(session);
    }

    public void Write(Sealer sealer, AgentId agent, TriageAct act, string? question, TriageAnswer? answer, string? words, Instant now)
    {
        var sequence = log.Count + 1;
        var entry = new TriageLogEntry
        {
            CallId = call.Id,
            Sequence = sequence,
            PracticeId = call.PracticeId,
            Session = Session?.Number,
            AgentId = agent,
            Act = act,
            Question = question,
            Answer = answer,
            Reached = Session?.Reached,
            Words = string.IsNullOrWhiteSpace(words) ? null : sealer.Seal(TriageLogEntry.RowOf(call.PracticeId, call.Id, sequence), words),
            At = now,
        };
        log.Add(entry);
        db.Add(entry);
    }
}
