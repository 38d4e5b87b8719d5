using System.Collections.Immutable;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Billing.Agreements;

/// <summary>A contract as somebody wrote it down, before it is known to make sense.</summary>
/// <param name="TimeZone">IANA id of the zone whose months are invoiced.</param>
/// <param name="Last">Included; null while it goes on.</param>
public sealed record ContractDraft(
    InvoiceParty Buyer, string TimeZone, HolidayRegion Region, LocalDate First, LocalDate? Last, int DaysToPay, ImmutableList<DraftTerm> Tariffs)
{
    public ImmutableList<Discount> Discounts { get; init; } = [];

    public ImmutableList<ContractCredit> Credits { get; init; } = [];
}

/// <param name="Tariff">As <c>name@version</c>; null: no service from this day on.</param>
public sealed record DraftTerm(LocalDate From, string? Tariff);

/// <summary>What is wrong with a contract.</summary>
/// <param name="Field">Where, as in its file: <c>buyer.siren</c>, <c>tariffs[1].from</c>.</param>
public sealed record ContractFault(string Field, InvoiceFault Fault);
