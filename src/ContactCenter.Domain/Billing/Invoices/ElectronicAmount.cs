using System.Globalization;
using NodaTime.Text;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Reads the texts of an electronic invoice strictly: a value of another form than the rules allow is no value.</summary>
internal static class ElectronicAmount
{
    /// <summary>A decimal of at most 19 digits and <paramref name="decimals"/> decimals, with a point and no spaces.</summary>
    public static decimal? Decimal(string? text, int decimals)
    {
        if (text is null || text.Count(char.IsAsciiDigit) > 19)
            return null;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return (point < 0 || text.Length - point - 1 <= decimals)
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value : null;
    }

    /// <summary>Cents of an amount with at most two decimals (BR-DEC).</summary>
    public static Money? Amount(string? text) => Decimal(text, 2) is { } euros ? new Money((long)(euros * 100)) : null;

    /// <summary>True for AAAAMMJJ of a day that exists.</summary>
    public static bool IsDate(string? text) => text is not null && DatePattern.Parse(text).Success;

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
}
