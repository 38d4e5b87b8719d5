namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>
/// What stands in an electronic invoice, word for word: amounts and dates are still texts, and what is missing is null. Read from either
/// syntax, so that one checker serves both and both can be compared.
/// </summary>
public sealed record ElectronicInvoice
{
    public string? Process { get; init; }
    public string? Guideline { get; init; }
    public string? Number { get; init; }
    public string? TypeCode { get; init; }

    /// <summary>Dates are written AAAAMMJJ.</summary>
    public string? IssuedOn { get; init; }
    public string? DueOn { get; init; }
    public string? DeliveredOn { get; init; }
    public string? First { get; init; }
    public string? Last { get; init; }
    public string? Currency { get; init; }

    /// <summary>BT-8 in CII's codes.</summary>
    public string? VatDueOn { get; init; }
    public string? PaymentMeans { get; init; }
    public string? Iban { get; init; }
    public IReadOnlyList<ElectronicNote> Notes { get; init; } = [];
    public required ElectronicParty Seller { get; init; }
    public required ElectronicParty Buyer { get; init; }
    public IReadOnlyList<ElectronicReference> References { get; init; } = [];
    public IReadOnlyList<ElectronicLine> Lines { get; init; } = [];
    public IReadOnlyList<ElectronicVat> Vat { get; init; } = [];
    public required ElectronicTotals Totals { get; init; }
}

public sealed record ElectronicNote(string? Code, string? Text);

public sealed record ElectronicReference(string? Number, string? IssuedOn);

/// <summary>Identifiers with their schemes, as <c>0002:123456789</c>.</summary>
public sealed record ElectronicParty(
    string? Name, string? Company, string? Establishment, string? Address, string? VatNumber, string? Line, string? PostCode, string? City,
    string? Country);

public sealed record ElectronicLine(
    string? Id, string? Name, string? Quantity, string? Unit, string? Price, string? Base, string? BaseUnit, string? Category,
    string? Rate, string? Net,
    string? First, string? Last);

public sealed record ElectronicVat(string? Category, string? Rate, string? Basis, string? Amount, string? ExemptionReason);

public sealed record ElectronicTotals(string? Lines, string? Net, string? Vat, string? Gross, string? Paid, string? Due);
