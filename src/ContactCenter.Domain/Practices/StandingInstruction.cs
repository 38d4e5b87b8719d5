using NodaTime;

namespace ContactCenter.Domain.Practices;

/// <summary>
/// What a practice wants done or said, dated and scoped: the consigne. Of several that hold now for one scope the most
/// specific wins, and of equals the one given last.
/// </summary>
/// <param name="Scope">A practitioner's slug, or null for the whole practice.</param>
/// <param name="GivenAt">When the practice gave it.</param>
public sealed record StandingInstruction(Guid Id, string Text, string? Scope, InstructionValidity Validity, Instant GivenAt)
{
    /// <summary>The instructions to be followed now: the whole practice's first, then each practitioner's, one per scope.</summary>
    /// <param name="localNow">The practice's own clock.</param>
    public static IReadOnlyList<StandingInstruction> InForce(IEnumerable<StandingInstruction> instructions, LocalDateTime localNow) =>
    [
        .. instructions
            .Where(i => i.Validity.Covers(localNow))
            .GroupBy(i => i.Scope)
            .OrderBy(scope => scope.Key, StringComparer.Ordinal)
            .Select(scope => scope.OrderByDescending(i => i.Validity.Precedence).ThenByDescending(i => i.GivenAt).ThenByDescending(i => i.Id).First()),
    ];
}
