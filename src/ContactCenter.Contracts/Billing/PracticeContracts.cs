namespace ContactCenter.Contracts.Billing;

/// <summary>A company as it stands on invoices, as it was typed.</summary>
/// <param name="Siret">Empty when not known; <paramref name="VatNumber"/> for a practice exempt from VAT.</param>
/// <param name="CountryCode">FR, or the code of an overseas part of France.</param>
public sealed record PartyForm(
    string Name, string Siren, string Siret, string VatNumber, string Line, string PostCode, string City, string CountryCode,
    string ElectronicAddress);

/// <summary>What a practice agrees to.</summary>
/// <param name="TimeZone">IANA id; the months are those of this zone.</param>
/// <param name="Region">A name of the domain's holiday regions, such as <c>AlsaceMoselle</c>.</param>
/// <param name="Last">Included; null while it goes on.</param>
public sealed record ContractForm(
    PartyForm Buyer, string TimeZone, string Region, DateOnly First, DateOnly? Last, int DaysToPay, IReadOnlyList<TermForm> Tariffs,
    IReadOnlyList<DiscountForm> Discounts, IReadOnlyList<CreditForm> Credits);

/// <param name="Tariff">As <c>name@version</c>; null: no service from this day on.</param>
public sealed record TermForm(DateOnly From, string? Tariff);

/// <param name="BasisPoints">Hundredths of a per cent.</param>
/// <param name="First">A month, as <c>2026-11</c>; <paramref name="Last"/> is included.</param>
public sealed record DiscountForm(string LabelFr, string LabelEn, int BasisPoints, string First, string Last);

/// <summary>An amount without VAT that the invoice of one month takes off, once.</summary>
/// <param name="Month">As <c>2026-11</c>.</param>
public sealed record CreditForm(CreditReason Kind, string ReasonFr, string ReasonEn, long AmountCents, string Month);

public enum CreditReason
{
    Agreed,
    Goodwill,
}

/// <summary>
/// <c>PUT /api/billing/practices/{practiceId}/contract</c> (role Billing, with <c>Idempotency-Key</c>) answers <see cref="ContractView"/>. What is
/// wrong is said at once in <c>faults</c>, and nothing is saved.
/// </summary>
/// <param name="Version">Of the contract that was changed; 0 for a new one.</param>
public sealed record SaveContract(int Version, ContractForm Contract);

/// <summary><c>GET /api/billing/practices/{practiceId}/contract</c> (role Billing). Version 0: there is none yet, and the form is proposed.</summary>
/// <param name="ClosedThrough">The last month that is closed, as <c>2026-10</c>: nothing may change what it or an earlier one costs.</param>
public sealed record ContractView(Guid PracticeId, string Practice, int Version, ContractForm Contract, string? ClosedThrough);

/// <summary>One of <c>GET /api/billing/contracts</c> (role Billing): every practice, by name.</summary>
/// <param name="Buyer">Null without a contract, and so the fields after it.</param>
/// <param name="Tariff">The one that holds today, as <c>name@version</c>; null while none does.</param>
public sealed record ContractOverview(
    Guid PracticeId, string Practice, string? Buyer = null, DateOnly? First = null, DateOnly? Last = null, string? Tariff = null);

/// <summary>
/// One of <c>GET /api/billing/practices/{practiceId}/contract/history</c> (role Billing), latest first. Never changed, never deleted.
/// </summary>
/// <param name="By">Name of the account, or of who used the command line.</param>
public sealed record ContractChange(int Version, DateTimeOffset At, string By, IReadOnlyList<ChangedField> Changes);

/// <param name="Field">As in the contract's file, such as <c>buyer.siren</c>.</param>
/// <param name="Before">Null when it was not there.</param>
public sealed record ChangedField(string Field, string? Before, string? After);

/// <summary>
/// <c>PUT /api/billing/seller</c> (role Billing) answers <see cref="SellerView"/>: who issues the invoices of every contract from now on.
/// Issued ones stay as they are.
/// </summary>
/// <param name="Version">Of the seller that was changed; 0 for the first.</param>
/// <param name="VatOnDebits">The option to pay VAT on issue rather than on payment.</param>
public sealed record SaveSeller(int Version, PartyForm Party, string Iban, bool VatOnDebits);

/// <summary><c>GET /api/billing/seller</c> (role Billing). Version 0: there is none yet.</summary>
public sealed record SellerView(int Version, PartyForm Party, string Iban, bool VatOnDebits, IReadOnlyList<ContractChange> History);
