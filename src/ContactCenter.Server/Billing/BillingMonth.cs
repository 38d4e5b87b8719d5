using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Billing;

/// <summary>A month as it is written: <c>2026-11</c>.</summary>
internal static class BillingMonth
{
    public static string Write(YearMonth month) => YearMonthPattern.Iso.Format(month);

    public static YearMonth Parse(string month) => YearMonthPattern.Iso.Parse(month).Value;

    public static bool TryParse(string? text, out YearMonth month) => YearMonthPattern.Iso.Parse(text ?? "").TryGetValue(default, out month);
}
