using ContactCenter.Domain.Billing;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing;

public sealed class MoneyTests
{
    [TestCase(13_457, "0.65", 60, "145.78")]
    [TestCase(1_833, "0.90", 60, "27.50")]
    [TestCase(-1_833, "0.90", 60, "-27.50")]
    [TestCase(1, "0.004999", 1, "0.00")]
    [TestCase(1, "0.005", 1, "0.01")]
    [TestCase(0, "999.99", 1, "0.00")]
    public void A_line_is_rounded_once_half_away_from_zero(long quantity, string price, int per, string net) =>
        Assert.That(new UnitPrice(UnitPrice.ParseMicroUnits(price)!.Value, per).For(quantity).ToString(), Is.EqualTo(net));

    [TestCase("20", 33_648, "67.30")]
    [TestCase("8.5", 10_000, "8.50")]
    [TestCase("8.5", 10_006, "8.51")]
    public void Vat_is_rounded_once_per_category(string rate, long basis, string vat) =>
        Assert.That(VatTreatment.Standard((int)(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture) * 100)).On(new Money(basis)).ToString(), Is.EqualTo(vat));

    [TestCase("1,5")]
    [TestCase("0.0000001")]
    [TestCase("1e3")]
    [TestCase("")]
    public void What_is_no_price_is_not_read_as_one(string text) => Assert.That(UnitPrice.ParseMicroUnits(text), Is.Null);

    [Test]
    public void However_a_month_is_cut_its_parts_sum_to_the_month([Values(28, 29, 30, 31)] int days)
    {
        var month = days switch { 28 => new YearMonth(2026, 2), 29 => new YearMonth(2028, 2), 30 => new YearMonth(2026, 4), _ => new YearMonth(2026, 7) };
        for (var cents = 8_900; cents < 9_000; cents++)
        {
            for (var cut = 1; cut < days; cut++)
            {
                var before = new BillingPeriod(month.OnDayOfMonth(1), month.OnDayOfMonth(cut), Priced.Paris);
                var after = new BillingPeriod(month.OnDayOfMonth(cut + 1), month.OnDayOfMonth(days), Priced.Paris);
                Assert.That(before.Share(new Money(cents)) + after.Share(new Money(cents)), Is.EqualTo(new Money(cents)));
                Assert.That(before.Share((long)cents) + after.Share((long)cents), Is.EqualTo(cents));
            }

            var daily = Enumerable.Range(1, days).Select(d => new BillingPeriod(month.OnDayOfMonth(d), month.OnDayOfMonth(d), Priced.Paris));
            Assert.That(Money.Sum(daily.Select(d => d.Share(new Money(cents)))), Is.EqualTo(new Money(cents)));
        }
    }
}
