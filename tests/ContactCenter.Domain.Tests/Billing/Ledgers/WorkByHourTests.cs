using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Ledgers;

/// <summary>Work and revenue by hour: whatever is cut, the parts sum to the whole.</summary>
public sealed class WorkByHourTests
{
    private static readonly AgentId Claire = new(Guid.Parse("00000000-0000-7000-8000-0000000000a1"));

    [Test]
    public void A_call_over_a_full_hour_is_cut_at_its_second()
    {
        var work = WorkByHour.Of([Talk(Priced.At("2026-10-05 10:59:30"), 100)]);

        Assert.That(work.Select(w => (w.Hour, w.Work.Talk)), Is.EqualTo(new[] { (Priced.At("2026-10-05 10:00:00"), 30L), (Priced.At("2026-10-05 11:00:00"), 70L) }));
    }

    [Test]
    public void The_hours_of_any_calls_sum_to_their_seconds()
    {
        var chance = Chance.Seeded();
        var calls = Enumerable.Range(0, 2_000).Select(_ => Talk(Priced.At("2026-10-24 00:00:00") + Duration.FromSeconds(chance.Next(3 * 86_400)), chance.Next(0, 9_000))).ToList();

        Assert.That(WorkByHour.Of(calls).Sum(w => w.Work.Handled), Is.EqualTo(calls.Sum(c => c.TalkSeconds)));
    }

    [Test]
    public void What_calls_earned_stands_in_the_hours_in_which_they_were_worked_on()
    {
        var call = Talk(Priced.At("2026-10-05 10:30:00"), 3_600);
        var usage = MonthUsage.OfCalls([call]);
        var month = Priced.Month(2026, 10);
        var statement = new Statement(Priced.Practice, month.Month,
            Rating.Rate(Priced.OneFee("counts: seconds\nper: minute\nprice: \"0.65\""), month, Domain.Practices.HolidayRegion.Metropole, usage));
        var hours = RevenueByHour.Of(statement, usage, Priced.Paris);

        Assert.That(hours, Is.EqualTo(new Dictionary<int, long> { [10] = 19_500_000, [11] = 19_500_000 }));
    }

    private static UsageRecord Talk(Instant start, long seconds)
    {
        var end = start + Duration.FromSeconds(seconds);
        return Priced.Call(Guid.CreateVersion7(), new CallSegment(SegmentKind.Talk, start, end, "a", "b", Claire));
    }
}
