using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>UNTDID 1001.</summary>
public enum InvoiceKind
{
    /// <summary>380.</summary>
    Invoice,

    /// <summary>381: amounts are positive and are taken off.</summary>
    CreditNote,

    /// <summary>384: stands in the place of exactly one earlier invoice.</summary>
    Corrected,
}

/// <summary>How far an invoice has come. Only a draft may change.</summary>
public enum InvoiceState
{
    Draft,
    Issued,

    /// <summary>Issued, and taken back as a whole by credit notes.</summary>
    Credited,
}

/// <summary>An invoice or credit note to a practice. An issued one never changes; a draft has neither number nor date.</summary>
public sealed record Invoice
{
    public required InvoiceKind Kind { get; init; }

    [JsonInclude]
    public InvoiceState State { get; private init; }

    /// <summary>Null exactly while the invoice is a draft.</summary>
    [JsonInclude]
    public string? Number { get; private init; }

    /// <summary>Null exactly while the invoice is a draft.</summary>
    [JsonInclude]
    public LocalDate? IssuedOn { get; private init; }

    /// <summary>Null exactly while the invoice is a draft.</summary>
    [JsonInclude]
    public LocalDate? DueOn { get; private init; }

    public required InvoiceParty Seller { get; init; }

    public required InvoiceParty Buyer { get; init; }

    public required InvoiceTerms Terms { get; init; }

    /// <summary>First and last day that the invoice is about, both included.</summary>
    public required DateInterval Period { get; init; }

    public required ImmutableList<InvoiceLine> Lines { get; init; }

    /// <summary>What a credit note or a corrected invoice refers to; null for an invoice.</summary>
    public InvoiceReference? Corrects { get; init; }

    /// <summary>Paid before it was issued, such as by a direct debit: the process is S2 and nothing is due.</summary>
    public bool AlreadyPaid { get; init; }

    public InvoiceTotals Totals => InvoiceTotals.Of(Lines);

    /// <summary>The invoice of a month, as a draft.</summary>
    public static Invoice Draft(Statement statement, InvoiceParty seller, InvoiceParty buyer, InvoiceTerms terms) => new()
    {
        Kind = InvoiceKind.Invoice, Seller = seller, Buyer = buyer, Terms = terms, Period = statement.Month.ToDateInterval(),
        Lines = [.. statement.Lines.Select((l, i) => new InvoiceLine(i + 1, l.Key, l.Label, l.Quantity, l.UnitCode, l.Price, l.Vat, l.First, l.Last))],
    };

    /// <summary>
    /// Gives the draft its number and dates, or says all that forbids it. The number is taken in the transaction that saves both results.
    /// </summary>
    /// <param name="on">The day of issue in the seller's zone.</param>
    public InvoiceIssue Issue(InvoiceSeries series, LocalDate on)
    {
        var faults = InvoiceIssueChecks.Run(this, series, on);
        if (faults.Count > 0)
            return new InvoiceNotIssued(faults);
        var next = series.Take(on);
        return new InvoiceIssued(
            this with { State = InvoiceState.Issued, Number = next.LastNumber, IssuedOn = on, DueOn = on.PlusDays(Terms.DaysToPay) }, next);
    }

    /// <summary>Marks an issued invoice as taken back as a whole.</summary>
    /// <exception cref="InvalidOperationException">It is no issued invoice.</exception>
    public Invoice AsCredited() => State == InvoiceState.Issued && Kind != InvoiceKind.CreditNote
        ? this with { State = InvoiceState.Credited }
        : throw new InvalidOperationException("Only an issued invoice can be credited.");

    /// <summary>A draft that stands in the place of an issued invoice.</summary>
    public Invoice Corrected(Statement statement) =>
        Draft(statement, Seller, Buyer, Terms) with { Kind = InvoiceKind.Corrected, Corrects = Reference() };

    /// <exception cref="InvalidOperationException">It is a draft: nothing may refer to it.</exception>
    public InvoiceReference Reference() => Number is { } number && IssuedOn is { } on
        ? new InvoiceReference(number, on)
        : throw new InvalidOperationException("A draft has no number to refer to.");
}

/// <summary>One line as it is printed. <paramref name="Key"/> leads to the line of the statement, and from there to its calls.</summary>
public sealed record InvoiceLine(
    int Number, string Key, BillingLabel Label, long Quantity, string UnitCode, UnitPrice Price, VatTreatment Vat, LocalDate First, LocalDate Last)
{
    public Money Net => Price.For(Quantity);
}

/// <summary>The invoice that a later one takes back or replaces.</summary>
public sealed record InvoiceReference(string Number, LocalDate IssuedOn);

/// <summary>What came of issuing.</summary>
public abstract record InvoiceIssue;

/// <param name="Series">Saved in the same transaction as the invoice.</param>
public sealed record InvoiceIssued(Invoice Invoice, InvoiceSeries Series) : InvoiceIssue;

/// <summary>Nothing was issued and no number taken.</summary>
public sealed record InvoiceNotIssued(IReadOnlyList<InvoiceFault> Faults) : InvoiceIssue;

/// <summary>What is wrong with an invoice, in one sentence. <paramref name="Code"/> is the rule's own where a standard names it.</summary>
public sealed record InvoiceFault(string Code, string Fr, string En)
{
    /// <summary>Of a contract, such as <c>buyer.siren</c>; null when the fault is of no one field.</summary>
    public string? Field { get; init; }

    public override string ToString() => $"{Code}: {En}";
}
