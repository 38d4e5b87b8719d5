namespace ContactCenter.Domain.Billing;

/// <summary>The one rounding of money: half away from zero, as French invoices do.</summary>
internal static class Rounding
{
    /// <param name="denominator">Positive.</param>
    /// <exception cref="OverflowException">The quotient does not fit 64 bits.</exception>
    public static long HalfAwayFromZero(Int128 numerator, Int128 denominator)
    {
        var (quotient, remainder) = Int128.DivRem(Int128.Abs(numerator), denominator);
        var rounded = remainder * 2 >= denominator ? quotient + 1 : quotient;
        return (long)(numerator < 0 ? -rounded : rounded);
    }
}
