using System.Globalization;

namespace ContactCenter.Domain.Billing;

/// <summary>An amount in euro cents. Sums are exact; nothing but <see cref="UnitPrice.For"/> and VAT rounds.</summary>
public readonly record struct Money(long MinorUnits)
{
    /// <summary>The one currency that invoices are written in.</summary>
    public const string Currency = "EUR";

    public static Money Zero => default;

    public static Money operator +(Money a, Money b) => new(a.MinorUnits + b.MinorUnits);

    public static Money operator -(Money a, Money b) => new(a.MinorUnits - b.MinorUnits);

    public static Money operator -(Money a) => new(-a.MinorUnits);

    public static Money Sum(IEnumerable<Money> amounts) => new(amounts.Sum(a => a.MinorUnits));

    /// <summary>The part <paramref name="numerator"/> / <paramref name="denominator"/> of this amount, half away from zero.</summary>
    public Money Share(long numerator, long denominator) => new(Rounding.HalfAwayFromZero((Int128)MinorUnits * numerator, denominator));

    /// <summary>Euros with two decimals and a point, as files want it: <c>145.78</c>.</summary>
    public override string ToString() => (MinorUnits / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
