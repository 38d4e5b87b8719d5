using ContactCenter.Contracts.Administration;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Administration;

/// <summary>The practices that are served, the numbers that lead to them, and how many people stand behind each.</summary>
internal sealed class ShowPractices(Store store, ScriptLibrary library)
{
    public Task<List<PracticeOverview>> All(CancellationToken cancellationToken) => store.Read(
        async (db, token) =>
        {
            var lines = (await db.Set<PhoneLine>().OrderBy(l => l.Number).ToListAsync(token)).ToLookup(l => l.PracticeId);
            var open = (await KnownAccount.All(db, token)).Where(a => !a.Account.IsClosed).ToList();
            var practices = await db.Set<Practice>().OrderBy(p => p.Name).ToListAsync(token);
            return practices.ConvertAll(practice => View(practice, lines[practice.Id], open));
        },
        cancellationToken);

    private PracticeOverview View(Practice practice, IEnumerable<PhoneLine> lines, List<KnownAccount> open)
    {
        var dialogue = library.Current.For(practice.Slug)?.Flow.Version;
        return new PracticeOverview(
            practice.Id.Value, practice.Slug, practice.Name, practice.TimeZone, [.. lines.Select(l => new LineOverview(l.Number, l.Label, l.IsActive))],
            dialogue is { } version ? $"{practice.Slug}/{version.Name}" : null, dialogue?.Version, open.Count(a => a.Served.Any(s => s.PracticeId == practice.Id)),
            open.Count(a => a.Memberships.Any(m => m.PracticeId == practice.Id)));
    }
}
