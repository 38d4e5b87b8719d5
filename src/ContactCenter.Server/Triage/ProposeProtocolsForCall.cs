using ContactCenter.Contracts.Triage;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Triage;

/// <summary>
/// The protocols for what a caller says. Those that fit come first, and the vital signs are always among them: there is no call
/// for which they are wrong.
/// </summary>
internal sealed class ProposeProtocolsForCall(ScriptLibrary library, Store store, IClock clock)
{
    /// <summary>Null when the call is not in this agent's hands.</summary>
    public async Task<IReadOnlyList<ProposedProtocol>?> Handle(CallId id, AgentId agent, ProposeProtocols asked, CancellationToken cancellationToken)
    {
        var slug = await store.Read(
            (db, token) => (
                from call in db.Set<CallRecord>()
                join practice in db.Set<Practice>() on call.PracticeId equals practice.Id
                where call.Id == id && call.AgentId == agent && call.State != CallState.Closed
                select practice.Slug).SingleOrDefaultAsync(token),
            cancellationToken);
        if (slug is null)
            return null;
        var usable = library.Current.For(slug)?.UsableProtocols(clock.GetCurrentInstant()).ToList() ?? [];
        return string.IsNullOrWhiteSpace(asked.Words) && asked.VisitReasonId is null ? All(usable, asked.AgeMonths) : Fitting(usable, asked);
    }

    private static List<ProposedProtocol> All(List<TriageProtocol> usable, int? ageMonths) =>
    [
        .. usable
            .Where(p => p.Scope.Admits(ageMonths))
            .OrderByDescending(p => p.Version.Name == TriageProtocolCompiler.VitalSigns)
            .ThenBy(p => p.Title, StringComparer.Ordinal)
            .Select(p => Show(p, [])),
    ];

    private static List<ProposedProtocol> Fitting(List<TriageProtocol> usable, ProposeProtocols asked)
    {
        var proposals = TriageProposal.Propose(usable, asked.Words, asked.VisitReasonId, asked.AgeMonths);
        var vital = usable.Where(p => p.Version.Name == TriageProtocolCompiler.VitalSigns && !proposals.Any(q => q.Protocol == p));
        return [.. proposals.Select(p => Show(p.Protocol, p.Because)), .. vital.Select(p => Show(p, []))];
    }

    private static ProposedProtocol Show(TriageProtocol protocol, IReadOnlyList<string> because) =>
        new(protocol.Version.Name, protocol.Title, protocol.ProtocolStatus == ProtocolStatus.Signed, because);
}
