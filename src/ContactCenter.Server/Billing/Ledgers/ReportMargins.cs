using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>
/// What each practice's month left after the vendor and the agents were paid, and in which hours of its day. It reads and changes nothing.
/// </summary>
internal sealed class ReportMargins(Store store, TariffShelf tariffs, IOptions<BillingOptions> options)
{
    private Money Hourly => new((long)(options.Value.AgentHourlyEuros * 100));

    private long Minute => (long)(options.Value.CarrierMinuteEuros * 1_000_000);

    /// <param name="slug">One practice; null: all that have a contract in the month.</param>
    public Task<MarginReport> Of(YearMonth month, string? slug, CancellationToken cancellationToken) => store.Read(
        async (db, token) =>
        {
            var practices = await db.Set<Practice>()
                .Where(p => slug == null ? db.Set<PracticeContract>().Any(c => c.PracticeId == p.Id) : p.Slug == slug).OrderBy(p => p.Slug).ToListAsync(token);
            var (views, foreign) = (new List<MarginView>(), new List<ForeignAmount>());
            foreach (var practice in practices)
            {
                if ((await Agreement.Read(db, tariffs.Book, practice.Id, month, token)).Value is { } agreement && agreement.Contract.PiecesOf(month).Any())
                    views.Add(await Of(db, practice, agreement.Contract, month, foreign, token));
            }

            return new MarginReport(
                BillingMonth.Write(month), Hourly.MinorUnits, views,
                [.. foreign.GroupBy(f => f.Currency).OrderBy(g => g.Key).Select(g => new ForeignView(g.Key, g.Sum(f => f.MicroUnits), g.Count()))]);
        },
        cancellationToken);

    private async Task<MarginView> Of(
        ContactCenterDb db, Practice practice, BillingContract contract, YearMonth month, List<ForeignAmount> foreign, CancellationToken cancellationToken)
    {
        var (id, period) = (practice.Id, BillingPeriod.Of(month, contract.Zone));
        var (from, to) = (period.Instants.Start, period.Instants.End);
        var legs = await db.Set<CarrierLeg>().AsNoTracking().Where(l => l.PracticeId == id && l.StartedAt >= from && l.StartedAt < to).ToListAsync(cancellationToken);
        var work = await db.Set<AgentHour>().AsNoTracking().Where(h => h.PracticeId == id && h.Hour >= from && h.Hour < to).ToListAsync(cancellationToken);
        foreign.AddRange(CarrierCost.Foreign(legs));
        var usage = await UsageOfMonth.Read(db, id, period, cancellationToken);
        var statement = await Statement(db, contract, month, usage, cancellationToken);
        var earned = RevenueByHour.Of(statement, usage, contract.Zone);
        var whole = CarrierCost.Of(legs, Minute);
        var margin = new Margin(id, statement.Net, whole.MicroUnits, work.Sum(w => w.Read().Handled), Hourly);
        var hours = Enumerable.Range(0, 24).Select(hour => new Margin(
            id, new UnitPrice(earned.GetValueOrDefault(hour), 1).For(1),
            CarrierCost.Of([.. legs.Where(l => l.StartedAt.InZone(contract.Zone).Hour == hour)], Minute).MicroUnits,
            work.Where(w => w.Hour.InZone(contract.Zone).Hour == hour).Sum(w => w.Read().Handled), Hourly)).ToList();
        return new MarginView(
            id.Value, practice.Name, margin.Revenue.MinorUnits, whole.Minutes, margin.CarrierCost.MinorUnits, whole.Estimated, margin.HandledSeconds,
            margin.AgentCost.MinorUnits, margin.Net.MinorUnits, margin.RevenuePerHour?.MinorUnits,
            [.. hours.Select((h, i) => View(i, h)).Where(h => h is not { RevenueCents: 0, CarrierCents: 0, HandledSeconds: 0 })],
            (margin.Revenue - Money.Sum(hours.Select(h => h.Revenue))).MinorUnits);
    }

    // As charged so far once the month is closed; what a late fact would change of it is not earned yet.
    private static async Task<Statement> Statement(
        ContactCenterDb db, BillingContract contract, YearMonth month, MonthUsage usage, CancellationToken cancellationToken)
    {
        var (practice, name) = (contract.Practice, BillingMonth.Write(month));
        return await db.Set<SettledMonth>().AsNoTracking().SingleOrDefaultAsync(m => m.PracticeId == practice && m.Month == name, cancellationToken) is { } settled
            ? settled.ReadSettled() : MonthBilling.Rate(contract, month, usage);
    }

    private static MarginHour View(int hour, Margin margin) => new(
        hour, margin.Revenue.MinorUnits, margin.CarrierCost.MinorUnits, margin.HandledSeconds, margin.AgentCost.MinorUnits, margin.Net.MinorUnits);
}
