using System.Collections.Immutable;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Pdf;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Pdf;

public sealed class InvoiceUsageTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static readonly BillingPeriod October = BillingPeriod.Of(new YearMonth(2026, 10), Paris);

    [Test]
    public void A_call_over_midnight_of_the_last_day_is_cut_at_the_second()
    {
        var start = Paris.AtLeniently(new LocalDateTime(2026, 10, 31, 23, 59, 50)).ToInstant();
        var usage = InvoiceUsage.Of([Call(start, 30, notes: 5)], October);
        var next = InvoiceUsage.Of([Call(start, 30, notes: 5)], BillingPeriod.Of(new YearMonth(2026, 11), Paris));

        Assert.That((usage.SecondsOf(SegmentKind.Talk), next.SecondsOf(SegmentKind.Talk)), Is.EqualTo((10, 20)));
        Assert.That((usage.SecondsOf(SegmentKind.WrapUp), next.SecondsOf(SegmentKind.WrapUp)), Is.EqualTo((0, 5)));
        Assert.That((usage.Calls, next.Calls), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Each_day_of_the_period_is_there_in_the_practices_own_time()
    {
        // 23:30 of the 24th in UTC is half past one of the 25th in Paris, the night in which the clocks go back.
        var usage = InvoiceUsage.Of([Call(Instant.FromUtc(2026, 10, 24, 23, 30), 0), Call(Instant.FromUtc(2026, 10, 25, 9, 0), 60)], October);

        Assert.That(usage.Days, Has.Length.EqualTo(31));
        Assert.That(usage.Days[24], Is.EqualTo(new UsageDay(new LocalDate(2026, 10, 25), 2, 1)));
        Assert.That(usage.Kinds, Is.EqualTo(new[] { new UsageOfKind(SegmentKind.Talk, 60) }));
    }

    private static UsageRecord Call(Instant start, int talk, int notes = 0)
    {
        var end = start.Plus(Duration.FromSeconds(talk));
        return new UsageRecord(
            new CallId(Guid.NewGuid()), new PracticeId(Guid.Empty), start, end, CallOutcome.Answered, null,
            [new CallSegment(SegmentKind.Talk, start, end, "a", "b", null)],
            new CallSegment(SegmentKind.WrapUp, end, end.Plus(Duration.FromSeconds(notes)), "b", "c", null));
    }
}
