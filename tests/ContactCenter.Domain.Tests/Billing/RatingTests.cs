using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing;

public sealed class RatingTests
{
    private const string PerMinute = "counts: seconds\nper: minute\n";

    [Test]
    public void A_call_over_20_00_is_cut_at_the_second()
    {
        var lines = Priced.Rate(Priced.Shipped() with { Flat = null }, Priced.Month(2026, 11), Priced.Talk("2026-11-23 19:59:20", 100));

        Assert.That(lines.Select(l => (l.Key, l.Quantity)), Is.EqualTo(new[] { ("jour/tier-1", 40L), ("hors-jour/tier-1", 60L) }));
    }

    [Test]
    public void A_call_over_the_months_end_is_in_both_months()
    {
        var call = Priced.Talk("2026-10-31 23:59:00", 100);
        var tariff = Priced.OneFee(PerMinute + "price: \"0.60\"");

        Assert.That(Priced.Rate(tariff, Priced.Month(2026, 10), call).Single().Quantity, Is.EqualTo(60));
        Assert.That(Priced.Rate(tariff, Priced.Month(2026, 11), call).Single().Quantity, Is.EqualTo(40));
    }

    [TestCase(1, 0, 35, 35)]
    [TestCase(6, 0, 35, 36)]
    [TestCase(30, 0, 35, 60)]
    [TestCase(60, 0, 35, 60)]
    [TestCase(60, 0, 60, 60)]
    [TestCase(1, 45, 35, 45)]
    [TestCase(30, 45, 35, 60)]
    public void Seconds_are_counted_by_the_increment_from_the_minimum(int increment, int minimum, int talked, int charged) => Assert.That(
        Priced.Rate(
            Priced.OneFee(PerMinute + "price: \"0.60\"", $"seconds: {{ kinds: [talk], increment: {increment}, minimum: {minimum} }}"),
            Priced.Month(2026, 11), Priced.Talk("2026-11-23 10:00:00", talked)).Single().Quantity,
        Is.EqualTo(charged));

    [Test]
    public void What_the_increment_adds_is_charged_once_in_the_month_of_the_last_second()
    {
        var call = Priced.Talk("2026-10-31 23:59:50", 35);
        var tariff = Priced.OneFee(PerMinute + "price: \"0.60\"", "seconds: { kinds: [talk], increment: 60 }");

        Assert.That(Priced.Rate(tariff, Priced.Month(2026, 10), call).Single().Quantity, Is.EqualTo(10));
        Assert.That(Priced.Rate(tariff, Priced.Month(2026, 11), call).Single().Quantity, Is.EqualTo(50));
    }

    [Test]
    public void Notes_are_charged_to_their_cap_and_hold_only_where_agreed()
    {
        var start = Priced.At("2026-11-23 10:00:00");
        CallSegment Segment(SegmentKind kind, int from, int to) =>
            new(kind, start.Plus(Duration.FromSeconds(from)), start.Plus(Duration.FromSeconds(to)), "a", "b", null);
        var call = Priced.Call(Guid.Empty, Segment(SegmentKind.Ivr, 0, 10), Segment(SegmentKind.Talk, 10, 40), Segment(SegmentKind.Hold, 40, 60), Segment(SegmentKind.Talk, 60, 75), Segment(SegmentKind.Technical, 75, 90))
            with
        { WrapUp = Segment(SegmentKind.WrapUp, 75, 275) };
        long Charged(string kinds) => Priced.Rate(
            Priced.OneFee(PerMinute + "price: \"0.60\"", $"seconds: {{ kinds: [{kinds}], wrap_up_cap: 60s }}"), Priced.Month(2026, 11), call).Single().Quantity;

        Assert.That(Charged("talk"), Is.EqualTo(45));
        Assert.That(Charged("talk, hold"), Is.EqualTo(65));
        Assert.That(Charged("talk, hold, wrap_up"), Is.EqualTo(125));
    }

    [Test]
    public void Consulting_is_charged_to_the_second_of_acceptance_and_the_transferred_call_only_where_agreed()
    {
        var start = Priced.At("2026-11-23 10:00:00");
        CallSegment Segment(SegmentKind kind, int from, int to) =>
            new(kind, start.Plus(Duration.FromSeconds(from)), start.Plus(Duration.FromSeconds(to)), "a", "b", null);
        // 50 s of talk; parked at 60 s; the colleague accepts at 97 s and has the caller to 400 s.
        var call = Priced.Call(Guid.Empty, Segment(SegmentKind.Ivr, 0, 10), Segment(SegmentKind.Talk, 10, 60), Segment(SegmentKind.Consult, 60, 97), Segment(SegmentKind.Transferred, 97, 400));
        (long Seconds, string Net) Charged(string kinds)
        {
            var line = Priced.Rate(Priced.OneFee(PerMinute + "price: \"0.60\"", $"seconds: {{ kinds: [{kinds}] }}"), Priced.Month(2026, 11), call).Single();
            return (line.Quantity, line.Net.ToString());
        }

        Assert.That(Charged("talk"), Is.EqualTo((50, "0.50")));
        Assert.That(Charged("talk, consult"), Is.EqualTo((87, "0.87")));
        Assert.That(Charged("talk, consult, transferred"), Is.EqualTo((390, "3.90")));
    }

    [Test]
    public void Included_seconds_are_used_up_in_call_order()
    {
        var tariff = Priced.OneFee(PerMinute + "price: \"0.60\"", "flat: { label: { fr: A, en: A }, amount: \"50\", included: { seconds: 100 } }");
        var lines = Priced.Rate(tariff, Priced.Month(2026, 11), Priced.Talk("2026-11-24 10:00:00", 80, 2), Priced.Talk("2026-11-23 10:00:00", 70, 1));

        Assert.That(lines.Select(l => (l.Key, l.Quantity, l.Net.ToString())), Is.EqualTo(new[]
        {
            ("flat", 1L, "50.00"), ("f/included", 100L, "0.00"), ("f/tier-1", 50L, "0.50"),
        }));
        Assert.That(lines[1].Uses.Select(u => u.Quantity), Is.EqualTo(new[] { 70L, 30L }));
        Assert.That(lines[2].Uses.Single().Call, Is.EqualTo(Priced.Talk("2026-11-24 10:00:00", 80, 2).Call));
    }

    // 100 units at 1.00, the next 100 at 0.80, further ones at 0.50.
    [TestCase("marginal", 100, "100.00")]
    [TestCase("marginal", 101, "100.80")]
    [TestCase("marginal", 250, "205.00")]
    [TestCase("whole", 100, "100.00")]
    [TestCase("whole", 101, "80.80")]
    [TestCase("whole", 200, "160.00")]
    [TestCase("whole", 201, "100.50")]
    public void Tiers_are_marginal_or_whole(string mode, int calls, string net)
    {
        var tariff = Priced.OneFee($"counts: answered_calls\nmode: {mode}\ntiers:\n- {{ up_to: 100, price: \"1.00\" }}\n- {{ up_to: 200, price: \"0.80\" }}\n- {{ price: \"0.50\" }}");
        var answered = Enumerable.Range(1, calls).Select(i => Priced.Talk("2026-11-23 10:00:00", 1, i)).ToArray();

        Assert.That(Money.Sum(Priced.Rate(tariff, Priced.Month(2026, 11), answered).Select(l => l.Net)).ToString(), Is.EqualTo(net));
    }

    [Test]
    public void Who_hung_up_before_an_answer_costs_nothing()
    {
        var start = Priced.At("2026-11-23 10:00:00");
        var abandoned = Priced.Call(Guid.Empty, new CallSegment(SegmentKind.Waiting, start, start.Plus(Duration.FromSeconds(90)), "a", "b", null)) with { Outcome = CallOutcome.Abandoned };

        Assert.That(Priced.Rate(Priced.OneFee("counts: answered_calls\nprice: \"1\""), Priced.Month(2026, 11), abandoned), Is.Empty);
    }

    [Test]
    public void An_appointment_is_charged_once_and_never_for_our_own_faults()
    {
        var at = Priced.At("2026-11-23 10:00:00");
        BookedAppointment Booked(int id, int call, int subject, Guid? replaces = null, AppointmentEnd end = AppointmentEnd.None, int starts = 0) => new(
            Id(id), new CallId(Id(call)), at.Plus(Duration.FromSeconds(id)), Id(subject), "dr-martin", at.Plus(Duration.FromHours(24 + starts)), replaces, end);
        BookedAppointment[] booked =
        [
            Booked(1, 1, 1), Booked(2, 2, 1), Booked(3, 3, 2), Booked(4, 3, 2, Id(3), starts: 1), Booked(5, 4, 2, Id(4), starts: 2),
            Booked(6, 5, 3, end: AppointmentEnd.CancelledByUs), Booked(7, 6, 4, end: AppointmentEnd.CancelledByPatient),
        ];

        Assert.That(BillableAppointments.Judge(booked.Reverse()).Select(j => j.Charge), Is.EqualTo(new[]
        {
            AppointmentCharge.Charged, AppointmentCharge.Duplicate, AppointmentCharge.MovedInSameCall, AppointmentCharge.Charged, AppointmentCharge.Charged,
            AppointmentCharge.CancelledByUs, AppointmentCharge.Charged,
        }));
        var lines = Rating.Rate(Priced.OneFee("counts: appointments\nprice: \"1.40\""), Priced.Month(2026, 11), HolidayRegion.Metropole, new MonthUsage([], booked, []));
        Assert.That(lines.Single().Net.ToString(), Is.EqualTo("5.60"));
    }

    [Test]
    public void Rounding_once_per_line_does_not_drift()
    {
        var tariff = Priced.OneFee(PerMinute + "price: \"0.65\"");
        var calls = Enumerable.Range(1, 10_000).Select(i => Priced.Talk("2026-11-23 10:00:00", 35, i)).ToArray();
        var net = Priced.Rate(tariff, Priced.Month(2026, 11), calls).Single().Net;
        var perCall = new Money(calls.Sum(c => new UnitPrice(650_000, 60).For(c.TalkSeconds).MinorUnits));

        // 350 000 s x 0.65 / 60 = 3791.666...; each call alone is 0.379166..., written 0.38: 8.33 euros too much.
        Assert.That(net.ToString(), Is.EqualTo("3791.67"));
        Assert.That((perCall - net).ToString(), Is.EqualTo("8.33"));
    }

    [Test]
    public void Order_and_repetition_of_records_change_nothing()
    {
        var chance = Chance.Seeded();
        var tariff = Priced.Shipped();
        var calls = RandomMonth.Calls(chance, 300, new YearMonth(2026, 10)).ToArray();
        var lines = Priced.Rate(tariff, Priced.Month(2026, 10), calls);
        for (var i = 0; i < 100; i++)
        {
            UsageRecord[] again = [.. calls, .. calls.Take(50)];
            chance.Shuffle(again);
            var shuffled = Priced.Rate(tariff, Priced.Month(2026, 10), again);
            Assert.That(shuffled.Select(l => (l.Key, l.Quantity)), Is.EqualTo(lines.Select(l => (l.Key, l.Quantity))));
            Assert.That(shuffled.SelectMany(l => l.Uses), Is.EqualTo(lines.SelectMany(l => l.Uses)));
        }
    }

    [Test]
    public void What_the_lines_link_to_sums_to_their_quantity_and_every_billable_second_stands_in_one()
    {
        var chance = Chance.Seeded();
        for (var i = 0; i < (Chance.Nightly ? 2_000 : 100); i++)
        {
            var tariff = RandomMonth.Tariff(chance);
            var calls = RandomMonth.Calls(chance, 100, new YearMonth(2026, 10)).ToArray();
            var lines = new[] { 9, 10, 11 }.SelectMany(m => Priced.Rate(tariff, Priced.Month(2026, m), calls)).ToList();

            Assert.That(lines.Where(l => !l.Uses.IsEmpty).Select(l => l.Uses.Sum(u => u.Quantity)), Is.EqualTo(lines.Where(l => !l.Uses.IsEmpty).Select(l => l.Quantity)));
            Assert.That(
                lines.Where(l => l.Unit == BillingUnit.Second).Sum(l => l.Quantity),
                Is.EqualTo(calls.Sum(c => TalkTimeMeter.Charged(RandomMonth.Billable(c, tariff), tariff.Seconds.Increment, tariff.Seconds.Minimum))));
        }
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
