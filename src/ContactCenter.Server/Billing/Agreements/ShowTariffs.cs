using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Agreements;

/// <summary>The tariffs in readable words, which contracts name them, and what the files say now.</summary>
internal sealed class ShowTariffs(Store store, TariffShelf shelf)
{
    public async Task<IResult> All(CancellationToken cancellationToken)
    {
        var users = await store.Read(UsersByTariff, cancellationToken);
        var onDisk = shelf.Look();
        return TypedResults.Ok(new TariffShelfView(
            [.. shelf.Book.All.Select(t => View(t, users[$"{t.Version.Name}@{t.Version.Version}"]))],
            [.. onDisk.Diagnostics.Select(d => d.ToString())],
            onDisk.Value is not { } book || !book.All.Select(t => t.Version).SequenceEqual(shelf.Book.All.Select(t => t.Version))));
    }

    private static async Task<ILookup<string, string>> UsersByTariff(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Set<PracticeContract>().Join(db.Set<Practice>(), c => c.PracticeId, p => p.Id, (c, p) => new { p.Name, c.Tariffs })
            .ToListAsync(cancellationToken);
        return rows.OrderBy(r => r.Name, StringComparer.Ordinal)
            .SelectMany(
                r => BillingJson.Read<List<AgreedTariff>>(r.Tariffs).Select(ContractForms.NameOf).OfType<string>().Distinct(),
                (r, tariff) => (r.Name, tariff))
            .ToLookup(u => u.tariff, u => u.Name);
    }

    private static TariffView View(Tariff tariff, IEnumerable<string> practices) => new(
        $"{tariff.Version.Name}@{tariff.Version.Version}", tariff.Label.Fr, tariff.Label.En, tariff.ValidFrom.ToDateOnly(),
        [.. TariffSentences.Of(tariff).Select(s => new TariffSentence(s.Fr, s.En))], [.. practices]);
}
