using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing;

public sealed class MonthBillingTests
{
    private static readonly YearMonth November = new(2026, 11);

    [Test]
    public void A_contract_that_changes_its_tariff_pays_each_for_its_days()
    {
        var flat = Priced.OneFee("counts: answered_calls\nprice: \"0\"", "flat: { label: { fr: A, en: A }, amount: \"100\" }");
        var dearer = flat with { Flat = flat.Flat! with { Amount = new Money(20_000) } };
        var contract = Contract(flat) with { Terms = [new(new(2026, 1, 1), flat), new(new(2026, 11, 16), dearer)] };

        Assert.That(MonthBilling.Rate(contract, November, MonthUsage.Empty).Lines.Select(l => (l.Key, l.Net.ToString())), Is.EqualTo(new[] { ("1/flat", "50.00"), ("2/flat", "100.00") }));
    }

    [Test]
    public void Starting_and_ending_on_every_day_prorates_to_the_same_sum()
    {
        var tariff = Priced.OneFee("counts: answered_calls\nprice: \"0\"", "flat: { label: { fr: A, en: A }, amount: \"89.99\" }");
        for (var day = 1; day < 30; day++)
        {
            var leaves = Contract(tariff) with { Last = new LocalDate(2026, 11, day) };
            var begins = Contract(tariff) with { First = new LocalDate(2026, 11, day + 1) };
            Assert.That((MonthBilling.Rate(leaves, November, MonthUsage.Empty).Net + MonthBilling.Rate(begins, November, MonthUsage.Empty).Net).ToString(), Is.EqualTo("89.99"));
        }
    }

    [Test]
    public void The_minimum_is_made_up_for_and_discounts_come_off_after_it()
    {
        var tariff = Priced.OneFee("counts: answered_calls\nprice: \"1.00\"", "minimum: { amount: \"30\" }\nset_up: { amount: \"120\" }");
        var contract = Contract(tariff) with { First = new(2026, 11, 1), Discounts = [new(new("Remise", "Discount"), 1_000, November, November)] };
        var statement = MonthBilling.Rate(contract, November, MonthUsage.OfCalls([Priced.Talk("2026-11-23 10:00:00", 10)]));

        Assert.That(statement.Lines.Select(l => (l.Key, l.Quantity, l.Net.ToString())), Is.EqualTo(new[]
        {
            ("f/tier-1", 1L, "1.00"), ("minimum", 1L, "29.00"), ("discount-1/S2000", -1L, "-3.00"), ("set-up", 1L, "120.00"),
        }));
    }

    [Test]
    public void Another_tariff_can_be_tried_on_the_same_month()
    {
        var calls = MonthUsage.OfCalls([.. Enumerable.Range(1, 60).Select(i => Priced.Talk("2026-11-23 10:00:00", 120, i))]);
        var contract = Contract(Priced.Shipped());

        // 7 200 s, 3 600 of them included: 89.00 + 39.00.
        Assert.That(MonthBilling.Rate(contract, November, calls).Net.ToString(), Is.EqualTo("128.00"));
        Assert.That(MonthBilling.Simulate(contract, November, calls, Priced.OneFee("counts: answered_calls\nprice: \"1.05\"", "set_up: { amount: \"500\" }")).Net.ToString(), Is.EqualTo("63.00"));
    }

    [Test]
    public void A_late_fact_is_charged_once_with_the_next_month()
    {
        var contract = Contract(Priced.Shipped() with { Flat = null });
        var settled = MonthBilling.Rate(contract, November, MonthUsage.OfCalls([Priced.Talk("2026-11-23 10:00:00", 60, 1)]));
        var current = MonthBilling.Rate(contract, November, MonthUsage.OfCalls([Priced.Talk("2026-11-23 10:00:00", 30, 1), Priced.Talk("2026-11-23 23:00:00", 60, 2)]));
        var december = Priced.Month(2026, 12);
        var lines = MonthAdjustment.Between(settled, current, december);

        Assert.That(lines.Select(l => (l.Key, l.Quantity, l.Net.ToString())), Is.EqualTo(new[] { ("2026-11/jour/tier-1", -1L, "-0.32"), ("2026-11/hors-jour/tier-1", 1L, "0.90") }));
        Assert.That(lines[0].Uses.Single().Quantity, Is.EqualTo(-30));
        Assert.That(Money.Sum(lines.Select(l => l.Net)), Is.EqualTo(current.Net - settled.Net));
        Assert.That(MonthAdjustment.Between(current, current, december), Is.Empty);
    }

    private static BillingContract Contract(Tariff tariff) =>
        new(Priced.Practice, Priced.Paris, HolidayRegion.Metropole, new(2026, 1, 1), null, [new(new(2026, 1, 1), tariff)]);
}
