using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>One version of a practice's rules as it came into force, or did not.</summary>
internal sealed record PastRules(string Hash, int? Version, Instant At, RuleChange? Change, bool IsTaken)
{
    /// <summary>Who put it in force; null when it was written by hand.</summary>
    public string? NameIn(IReadOnlyDictionary<Guid, string> names) => Change is { } change ? names.GetValueOrDefault(change.By) : null;
}

/// <summary>The versions of a practice's rules: those put in force on screen by their rows, those written by hand by when their texts came into force.</summary>
internal static class RulesHistory
{
    /// <summary>Clocks of several nodes differ by so much at most.</summary>
    private static readonly Duration Skew = Duration.FromSeconds(10);

    /// <summary>Latest first.</summary>
    public static async Task<IReadOnlyList<PastRules>> Of(ContactCenterDb db, StandingRules standing, CancellationToken cancellationToken)
    {
        var changes = await db.Set<RuleChange>().AsNoTracking().Where(c => c.PracticeId == standing.Practice.Id)
            .OrderBy(c => c.Number).ToListAsync(cancellationToken);
        var numbers = await db.Set<ScriptText>().AsNoTracking().Where(t => t.Path == standing.File.Path)
            .ToDictionaryAsync(t => t.Hash, t => t.Version, cancellationToken);
        var terms = await db.Set<ScriptTerm>().AsNoTracking().Where(t => t.Path == standing.File.Path).ToListAsync(cancellationToken);
        int? NumberOf(string hash) => numbers.TryGetValue(hash, out var number) ? number : null;
        var onScreen = changes.Select(c => new PastRules(c.HashAfter, NumberOf(c.HashAfter), c.TakenAt ?? c.At, c, IsTaken(c, changes, standing)));
        var byHand = terms.Where(t => !changes.Exists(c => Began(c, t, c == changes[^1]))).Select(t => new PastRules(t.Hash, NumberOf(t.Hash), t.Since, null, true));
        return [.. onScreen.Concat(byHand).OrderByDescending(p => p.At).ThenByDescending(p => p.Change?.Number ?? 0)];
    }

    /// <summary>The version that is in force: the latest with its text.</summary>
    public static PastRules? InForce(IReadOnlyList<PastRules> history, StandingRules standing) =>
        history.FirstOrDefault(p => p.IsTaken && p.Hash == standing.Hash);

    /// <summary>An archived text of this practice's rules; null when there is none under the hash.</summary>
    public static async Task<string?> Text(ContactCenterDb db, StandingRules standing, string hash, CancellationToken cancellationToken)
    {
        var texts = await db.Set<ScriptText>().Where(t => t.Hash == hash && t.Path == standing.File.Path)
            .Select(t => t.Texts).SingleOrDefaultAsync(cancellationToken);
        return texts is null ? null : ScriptBundle.Deserialize(texts).Own.Text;
    }

    public static Task<Dictionary<Guid, string>> Names(ContactCenterDb db, IReadOnlyList<PastRules> history, CancellationToken cancellationToken)
    {
        var people = history.Select(p => p.Change?.By).OfType<Guid>().Distinct().ToList();
        return db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
    }

    /// <summary>Whether a text came into force by this change and not by hand.</summary>
    /// <param name="isLast">One that was not completed holds until the next: its node may have been down for long.</param>
    private static bool Began(RuleChange change, ScriptTerm term, bool isLast) =>
        change.HashAfter == term.Hash && change.At <= term.Since + Skew
        && ((isLast && change.TakenAt is null) || term.Since <= (change.TakenAt ?? change.At + RuleChanges.Patience) + Skew);

    /// <summary>Its node may have fallen between the file and the row: then the file tells.</summary>
    private static bool IsTaken(RuleChange change, List<RuleChange> changes, StandingRules standing) =>
        change.TakenAt is not null || (change == changes[^1] && change.HashAfter == standing.Hash);
}
