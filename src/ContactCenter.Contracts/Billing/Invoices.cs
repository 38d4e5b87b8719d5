namespace ContactCenter.Contracts.Billing;

/// <summary>The kinds of UNTDID 1001 that are written.</summary>
public enum InvoiceKindView
{
    /// <summary>380.</summary>
    Invoice,

    /// <summary>381: its amounts are positive and are taken off.</summary>
    CreditNote,

    /// <summary>384.</summary>
    Corrected,
}

/// <summary>One of <c>GET /api/billing/practices/{practiceId}/invoices</c> (Billing, or staff of the practice), latest first.</summary>
/// <param name="Credited">Taken back as a whole.</param>
/// <param name="ReplacedBy">The corrected invoice that stands in its place.</param>
public sealed record InvoiceSummary(
    string Number, InvoiceKindView Kind, string Month, DateOnly IssuedOn, DateOnly DueOn, long NetCents, long GrossCents, bool Credited,
    string? Corrects, string? ReplacedBy = null);

/// <summary>
/// One of <c>GET /api/billing/invoices?month=2026-11</c> (role Billing): every document about the month, whichever practice it went to,
/// latest first.
/// </summary>
/// <param name="Practice">Its name.</param>
public sealed record IssuedInvoiceView(Guid PracticeId, string Practice, InvoiceSummary Invoice);

/// <summary>
/// <c>GET /api/billing/practices/{practiceId}/invoices/{number}</c> (Billing, or staff of the practice). Never changes once issued, but for
/// <c>Credited</c> and the notes; <c>.../{number}/files/cii</c> and <c>/ubl</c> are its electronic form, <c>/pdf</c> the one for people
/// (Factur-X: the first is inside).
/// </summary>
/// <param name="CreditNotes">Numbers of the notes that take back a part of it.</param>
public sealed record InvoiceView(
    InvoiceSummary Summary, PartyView Seller, PartyView Buyer, DateOnly First, DateOnly Last, IReadOnlyList<BillingLineView> Lines, BillingTotals Totals,
    IReadOnlyList<string> CreditNotes, IReadOnlyList<string> Notes);

/// <param name="VatNumber">Null for a practice exempt from VAT.</param>
public sealed record PartyView(string Name, string Siren, string? VatNumber, string Line, string PostCode, string City, string CountryCode);

/// <summary>
/// <c>POST /api/billing/practices/{practiceId}/invoices/{number}/credit-notes</c> (role Billing, with <c>Idempotency-Key</c>) answers the note's
/// <see cref="InvoiceSummary"/>.
/// </summary>
/// <param name="Parts">Null: all that is left.</param>
public sealed record CreditInvoice(IReadOnlyList<CreditLine>? Parts = null);

/// <summary>
/// <c>POST /api/billing/practices/{practiceId}/invoices/{number}/correction</c> (role Billing, with <c>Idempotency-Key</c>) has no body and
/// answers the <see cref="InvoiceSummary"/> of the corrected invoice: the same lines, with the parties and terms of the contract as they are now.
/// <c>GET .../correction</c> answers this: what would change.
/// </summary>
public sealed record InvoiceCorrection(string Number, IReadOnlyList<ChangedField> Changes);

/// <param name="Quantity">In the line's unit and of its sign.</param>
public sealed record CreditLine(int Line, long Quantity);

/// <summary>
/// Parts of <c>GET /api/billing/practices/{practiceId}/months/{month}/export/{part}</c> (role Billing), each a file of the closed month: the
/// same bytes whenever it is asked for, until another document about the month is issued.
/// </summary>
public static class ExportParts
{
    public const string Calls = "calls.csv";
    public const string Lines = "lines.csv";
    public const string Json = "month.json";

    /// <summary>The sales journal of the month, in the form of the tax authority.</summary>
    public const string Fec = "fec.txt";

    /// <summary>All of them, with the invoices in their three forms.</summary>
    public const string Bundle = "bundle.zip";

    public static IReadOnlyList<string> All { get; } = [Calls, Lines, Json, Fec, Bundle];
}

/// <summary>Values of <c>code</c> in the ProblemDetails of the billing addresses. What an invoice may not be is a code of its own: INV…, CRE….</summary>
public static class BillingProblems
{
    /// <summary>400: no such month, written as 2026-11.</summary>
    public const string WrongMonth = "wrong-month";

    /// <summary>400: no such year, written as 2026.</summary>
    public const string WrongYear = "wrong-year";

    /// <summary>409: no contract touches the month.</summary>
    public const string NoContract = "no-contract";

    /// <summary>409: the month has not ended in the practice's zone.</summary>
    public const string MonthRuns = "month-runs";

    /// <summary>409: close the month before it is invoiced.</summary>
    public const string MonthOpen = "month-open";

    /// <summary>409: the month is closed and charges nothing.</summary>
    public const string NothingToInvoice = "nothing-to-invoice";

    /// <summary>409: months are closed in order.</summary>
    public const string EarlierMonthOpen = "earlier-month-open";

    /// <summary>409: the contract's tariff is not among the files, or its text is another than was agreed.</summary>
    public const string TariffChanged = "tariff-changed";

    /// <summary>422: the rules of invoices refuse it; <c>faults</c> says why.</summary>
    public const string NotIssued = "not-issued";

    /// <summary>422: there is no such tariff or version.</summary>
    public const string NoTariff = "no-tariff";

    /// <summary>422: the contract makes no sense; <c>faults</c> says where and why.</summary>
    public const string WrongContract = "wrong-contract";

    /// <summary>409: the change would touch a month that is closed.</summary>
    public const string ClosedMonth = "closed-month";

    /// <summary>409: somebody else changed it meanwhile.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    /// <summary>409: nobody has said yet who issues the invoices.</summary>
    public const string NoSeller = "no-seller";

    /// <summary>409: a corrected invoice stands in its place.</summary>
    public const string Replaced = "replaced";

    /// <summary>422: the corrected invoice would say the same.</summary>
    public const string NothingToCorrect = "nothing-to-correct";

    /// <summary>422: the reason is missing or longer than 1,000 characters.</summary>
    public const string ReasonNeeded = "reason-needed";

    /// <summary>422: the segment is not charged on this invoice.</summary>
    public const string NotCharged = "not-charged";

    /// <summary>409: the segment is contested already, or the contest decided.</summary>
    public const string AlreadyDone = "already-done";
}
