namespace ContactCenter.Contracts.Billing;

/// <summary>How far a practice's month has come.</summary>
public enum MonthState
{
    /// <summary>Its facts still change the draft.</summary>
    Open,

    /// <summary>Its statement is settled; what comes later is an adjustment of the next month.</summary>
    Closed,

    /// <summary>Closed, and its invoice, or the credit note that it became, has a number.</summary>
    Invoiced,

    /// <summary>Closed, and nothing is owed.</summary>
    NothingToInvoice,
}

/// <summary>One practice in <c>GET /api/billing/months?month=2026-11</c> (role Billing), by slug. Practices without a contract in the month are left out.</summary>
/// <param name="NetCents">
/// Of the draft while the month is open, of the settled statement afterwards; without VAT, in euro cents. Below zero when the month becomes a credit
/// note.
/// </param>
/// <param name="BlockedCalls">Calls that an open finding, or one settled for good, keeps from being invoiced.</param>
/// <param name="Faults">What keeps the month from being invoiced; empty when nothing does.</param>
public sealed record MonthOverview(
    Guid PracticeId, string Slug, string Name, string Month, MonthState State, long NetCents, string? InvoiceNumber, int BlockedCalls,
    IReadOnlyList<BillingFaultView> Faults);

/// <summary>
/// <c>GET /api/billing/practices/{practiceId}/months/{month}/draft</c> (role Billing): what the month would be invoiced at now. Once closed, what it was
/// closed at.
/// </summary>
/// <param name="Lines">With the signs of the document that the month becomes.</param>
/// <param name="BlockedCalls">Calls that an open finding, or one settled for good, keeps from being invoiced.</param>
/// <param name="Kind">A credit note when more is given back than charged.</param>
public sealed record MonthDraft(
    Guid PracticeId, string Month, MonthState State, string Tariff, IReadOnlyList<BillingLineView> Lines, BillingTotals Totals, int BlockedCalls,
    IReadOnlyList<BillingFaultView> Faults, InvoiceKindView Kind = InvoiceKindView.Invoice);

/// <summary>A line of a draft or invoice. Amounts in euro cents; a price in millionths of a euro for <paramref name="PriceBase"/> units.</summary>
/// <param name="Number">From 1; a credit note keeps the numbers of the lines it takes back.</param>
/// <param name="Key">Names the charge within its month.</param>
/// <param name="UnitCode">SEC, C62 (pieces) or MON.</param>
/// <param name="VatBasisPoints">2000 is 20 %; 0 when exempt.</param>
/// <param name="First">Local day; <paramref name="Last"/> is included.</param>
public sealed record BillingLineView(
    int Number, string Key, string LabelFr, string LabelEn, long Quantity, string UnitCode, long PriceMicroUnits, int PriceBase, long NetCents,
    int VatBasisPoints, string? ExemptionReason, DateOnly First, DateOnly Last);

/// <summary>In euro cents; VAT is rounded once per category.</summary>
public sealed record BillingTotals(long NetCents, long VatCents, long GrossCents, IReadOnlyList<VatView> ByVat);

public sealed record VatView(int VatBasisPoints, string? ExemptionReason, long BasisCents, long VatCents);

/// <summary>What is wrong, in one sentence of each language. <c>code</c> does not change.</summary>
/// <param name="Field">Of a form, such as <c>buyer.siren</c>; null when the fault is of no one field.</param>
public sealed record BillingFaultView(string Code, string Fr, string En, string? Field = null);

/// <summary>
/// <c>POST /api/billing/practices/{practiceId}/months/{month}/simulation</c> (role Billing): the same usage under another tariff, without set-up fee.
/// It changes nothing.
/// </summary>
/// <param name="Version">Null: the newest that a contract could begin with on the month's first day.</param>
public sealed record SimulateTariff(string Tariff, int? Version = null);

/// <param name="Now">Net in euro cents under the contract as it is.</param>
public sealed record TariffSimulation(string Tariff, string Month, long Now, long Simulated, IReadOnlyList<BillingLineView> Lines);
