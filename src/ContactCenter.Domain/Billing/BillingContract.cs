using System.Collections.Immutable;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>Which tariffs a practice agreed to, from when to when.</summary>
/// <param name="First">First day of service.</param>
/// <param name="Last">Last day of service, included; null while it goes on.</param>
/// <param name="Terms">Ascending; the first begins with the contract, and each holds to the day before the next.</param>
public sealed record BillingContract(
    PracticeId Practice, DateTimeZone Zone, HolidayRegion Region, LocalDate First, LocalDate? Last, ImmutableList<ContractTerm> Terms)
{
    public ImmutableList<Discount> Discounts { get; init; } = [];

    public ImmutableList<ContractCredit> Credits { get; init; } = [];

    /// <summary>The parts of a month in which one tariff holds, in order; none when the contract does not touch the month.</summary>
    public IEnumerable<(BillingPeriod Period, Tariff Tariff)> PiecesOf(YearMonth month) =>
        TermDays.Of([.. Terms.Select(t => (t.From, t.Tariff))], First, Last, month).Select(p => (new BillingPeriod(p.First, p.Last, Zone), p.Term));

    /// <summary>The same days under another tariff.</summary>
    public BillingContract Under(Tariff other)
    {
        var terms = ImmutableList.CreateBuilder<ContractTerm>();
        foreach (var term in Terms)
        {
            var tariff = term.Tariff is null ? null : other;
            if (terms.Count == 0 || terms[^1].Tariff != tariff)
                terms.Add(new ContractTerm(term.From, tariff));
        }

        return this with { Terms = terms.ToImmutable() };
    }

    /// <summary>For a comparison of months, which would mistake what is paid once for a price.</summary>
    public BillingContract WithoutSetUp() => this with
    {
        Terms = Terms.ConvertAll(t => t with { Tariff = t.Tariff is { } tariff ? tariff with { SetUp = null } : null }),
    };

    /// <summary>The service ended before the month: only what late facts change of earlier months may still be charged or given back in it.</summary>
    public bool EndedBefore(YearMonth month) => Last is { } last && last < month.ToDateInterval().Start;

    /// <summary>The tariff of a moment; null before the contract begins, after it ends and while the service rests.</summary>
    public Tariff? TariffAt(Instant moment)
    {
        var day = moment.InZone(Zone).Date;
        return day < First || day > (Last ?? LocalDate.MaxIsoValue) ? null : Terms.FindLast(t => t.From <= day)?.Tariff;
    }
}

/// <summary>From a day on, a tariff; null: no service until the next term.</summary>
public sealed record ContractTerm(LocalDate From, Tariff? Tariff);

/// <summary>What is taken off a month's fees, in hundredths of a per cent; set-up fees keep their price.</summary>
/// <param name="First">First month; <paramref name="Last"/> is included.</param>
/// <param name="BasisPoints">1 to 10 000.</param>
public sealed record Discount(BillingLabel Label, int BasisPoints, YearMonth First, YearMonth Last)
{
    public bool HoldsIn(YearMonth month) => First <= month && month <= Last;
}
