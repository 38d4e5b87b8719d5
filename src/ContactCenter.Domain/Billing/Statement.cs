using System.Collections.Immutable;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>What a practice owes for a month, line by line, each with what it was made of.</summary>
public sealed record Statement(PracticeId Practice, YearMonth Month, ImmutableList<StatementLine> Lines)
{
    /// <summary>Without VAT.</summary>
    public Money Net => Money.Sum(Lines.Select(l => l.Net));
}

/// <summary>What the quantity of a line counts. Codes of UN/ECE Recommendation 20.</summary>
public enum BillingUnit
{
    /// <summary>SEC.</summary>
    Second,

    /// <summary>C62.</summary>
    Piece,

    /// <summary>MON.</summary>
    Month,
}

/// <summary>One charge. <see cref="Net"/> is quantity x price / base, rounded here and nowhere else.</summary>
/// <param name="Key">Names the charge within its month and tariff: what a correction of the month is compared by.</param>
/// <param name="Quantity">Whole units; negative for what is given back.</param>
/// <param name="First">First day that the line is about; <paramref name="Last"/> is included.</param>
/// <param name="Uses">What the quantity is the sum of; empty for amounts that no single use caused.</param>
public sealed record StatementLine(
    string Key, BillingLabel Label, long Quantity, BillingUnit Unit, UnitPrice Price, VatTreatment Vat, LocalDate First, LocalDate Last,
    ImmutableArray<LinkedUse> Uses)
{
    public Money Net => Price.For(Quantity);

    public string UnitCode => Unit switch { BillingUnit.Second => "SEC", BillingUnit.Piece => "C62", BillingUnit.Month => "MON" };

    /// <summary>A line of one amount; a negative one is given back.</summary>
    internal static StatementLine Amount(string key, BillingLabel label, Money amount, BillingUnit unit, VatTreatment vat, BillingPeriod period)
    {
        var (sign, price) = amount.MinorUnits < 0 ? (-1, UnitPrice.Of(-amount)) : (1, UnitPrice.Of(amount));
        return new StatementLine(key, label, sign, unit, price, vat, period.First, period.Last, []);
    }
}

/// <summary>The part of a line that one call, appointment or text message caused; opening it shows the evidence.</summary>
/// <param name="Item">The appointment or text message; null when the call itself was counted.</param>
public readonly record struct LinkedUse(CallId? Call, Guid? Item, long Quantity);
