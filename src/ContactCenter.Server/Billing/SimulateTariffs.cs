using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>"What would last month have cost under this tariff?" It reads and changes nothing.</summary>
internal sealed class SimulateTariffs(Store store, TariffShelf tariffs)
{
    /// <summary>Both sums are without set-up fee, which is paid once and says nothing about a month.</summary>
    public async Task<Billed<TariffSimulation>> Do(PracticeId practice, YearMonth month, SimulateTariff asked, CancellationToken cancellationToken)
    {
        if (Find(asked, month) is not { } tariff)
            return BillingRefusal.NoTariff;
        return await store.Read((db, token) => Compare(db, practice, month, tariff, token), cancellationToken);
    }

    private Tariff? Find(SimulateTariff asked, YearMonth month) => asked.Version is { } version
        ? tariffs.Book.Find(asked.Tariff, version)
        : tariffs.Book.InForce(asked.Tariff, month.ToDateInterval().Start);

    private async Task<Billed<TariffSimulation>> Compare(
        ContactCenterDb db, PracticeId practice, YearMonth month, Tariff tariff, CancellationToken cancellationToken)
    {
        var read = await Agreement.Read(db, tariffs.Book, practice, month, cancellationToken);
        if (read.Value is not { } agreement)
            return read.Refusal!;
        var contract = agreement.Contract;
        if (!contract.PiecesOf(month).Any())
            return BillingRefusal.NoContract;
        var usage = await UsageOfMonth.Read(db, practice, BillingPeriod.Of(month, contract.Zone), cancellationToken);
        var now = MonthBilling.Rate(contract.WithoutSetUp(), month, usage);
        var other = MonthBilling.Simulate(contract, month, usage, tariff);
        return new TariffSimulation(
            tariff.Version.ToString(), BillingMonth.Write(month), now.Net.MinorUnits, other.Net.MinorUnits,
            [.. agreement.Draft(other).Lines.Select(BillingViews.Of)]);
    }
}
