using System.Globalization;

namespace ContactCenter.Domain.Billing;

/// <summary>
/// What <paramref name="Per"/> units cost, in millionths of a euro: 0.65 a minute, counted in seconds, is (650 000, 60). Never negative
/// (EN 16931, BR-27): what is given back has a negative quantity.
/// </summary>
public readonly record struct UnitPrice(long MicroUnits, int Per)
{
    private const int MicroUnitsPerCent = 10_000;

    /// <summary>The price of one piece.</summary>
    public static UnitPrice Of(Money amount) => new(amount.MinorUnits * MicroUnitsPerCent, 1);

    /// <summary>Quantity x price / base, rounded once, half away from zero.</summary>
    public Money For(long quantity) => new(Rounding.HalfAwayFromZero((Int128)quantity * MicroUnits, (Int128)Per * MicroUnitsPerCent));

    /// <summary>Euros with two to six decimals and a point, without the base: <c>0.65</c>.</summary>
    public override string ToString() => (MicroUnits / 1_000_000m).ToString("0.00####", CultureInfo.InvariantCulture);

    /// <summary>Reads euros with a point and up to six decimals; null for any other text. The sign is kept for the caller to judge.</summary>
    public static long? ParseMicroUnits(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var euros)
        && euros is > -1_000_000m and < 1_000_000m && decimal.Round(euros, 6) == euros
            ? (long)(euros * 1_000_000m)
            : null;
}
