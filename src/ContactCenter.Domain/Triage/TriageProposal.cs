using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>A protocol that fits what the caller said.</summary>
/// <param name="Because">The trigger words and visit reasons that were recognised.</param>
public sealed record TriageProposal(TriageProtocol Protocol, IReadOnlyList<string> Because)
{
    /// <summary>
    /// The protocols that fit, the severest first red flag before the others and more recognised words before fewer. Those that fit
    /// nothing are left out. Accents, case and slips of the hand do not matter, nor the order of words.
    /// </summary>
    public static IReadOnlyList<TriageProposal> Propose(IEnumerable<TriageProtocol> protocols, string words, string? visitReason, int? ageMonths)
    {
        var said = Wording.Of(words);
        return
        [
            .. protocols
                .Where(p => p.Scope.Admits(ageMonths))
                .Select(p => new TriageProposal(p, Recognise(p.Triggers, said, visitReason)))
                .Where(p => p.Because.Count > 0)
                .OrderByDescending(p => p.Protocol.RedFlags.Where(f => !f.Inherited).Select(f => f.Yes).DefaultIfEmpty(Disposition.Message).Max())
                .ThenByDescending(p => p.Because.Count)
                .ThenBy(p => p.Protocol.Version.Name, StringComparer.Ordinal),
        ];
    }

    private static List<string> Recognise(TriageTriggers triggers, Wording said, string? visitReason) =>
    [
        .. triggers.Words.Where(w => said.Mentions(Wording.Of(w))),
        .. triggers.VisitReasons.Where(r => r == visitReason),
    ];
}
