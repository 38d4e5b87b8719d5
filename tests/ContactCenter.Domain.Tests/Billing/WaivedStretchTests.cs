using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Tests.Billing.Invoices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing;

/// <summary>What a contest freed is no longer charged, to the second, and given back once.</summary>
public sealed class WaivedStretchTests
{
    private static readonly Instant Ten = Priced.At("2026-10-05 10:00:00");
    private static readonly Guid Id = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static readonly BillingContract Contract = new(
        Priced.Practice, Priced.Paris, HolidayRegion.Metropole, new(2026, 10, 1), null, [new(new(2026, 10, 1), Priced.Shipped() with { Flat = null, SetUp = null })]);

    [Test]
    public void The_contested_segment_is_technical_and_the_others_stay()
    {
        var call = Waived(Call(), Stretch(SegmentKind.Hold, 100, 160));

        Assert.That(call.Segments.Select(s => (s.Kind, s.Seconds)), Is.EqualTo(new[]
        {
            (SegmentKind.Talk, 100L), (SegmentKind.Technical, 60L), (SegmentKind.Talk, 140L),
        }));
        Assert.That((call.LegSeconds, call.WrapUp!.Seconds), Is.EqualTo((300L, 20L)), "the leg keeps its length");
    }

    // Where the borders lie now, against a stretch of 100 to 160 that was contested.
    [TestCase(100, 160, 0, 60, 0)]
    [TestCase(90, 170, 10, 60, 10)]
    [TestCase(120, 200, 0, 40, 40)]
    [TestCase(60, 130, 40, 30, 0)]
    [TestCase(160, 200, 40, 0, 0)]
    public void A_late_fact_that_moved_the_borders_frees_no_second_more(int from, int to, long before, long free, long after)
    {
        var held = new CallSegment(SegmentKind.Hold, At(from), At(to), "a", "b", null);
        var call = Waived(Priced.Call(Id, held), Stretch(SegmentKind.Hold, 100, 160));

        Assert.That(call.SecondsOf(SegmentKind.Technical), Is.EqualTo(free));
        Assert.That(
            call.Segments.Where(s => s.Kind == SegmentKind.Hold).Select(s => s.Seconds), Is.EqualTo(new[] { before, after }.Where(s => s > 0)));
    }

    [Test]
    public void Contested_notes_are_dropped_and_another_call_s_stretch_touches_nothing()
    {
        Assert.That(Waived(Call(), Stretch(SegmentKind.WrapUp, 300, 320)).WrapUp, Is.Null);
        Assert.That(Waived(Call(), Stretch(SegmentKind.Talk, 0, 300) with { Call = new CallId(Guid.NewGuid()) }), Is.EqualTo(Call()).Using(new SameSeconds()));
    }

    [Test]
    public void After_the_note_the_month_owes_nothing_more_and_a_late_call_still_counts()
    {
        var usage = MonthUsage.OfCalls([Priced.Talk("2026-10-05 10:00:00", 600), Priced.Talk("2026-10-06 10:00:00", 300, 2)]);
        var settled = MonthBilling.Rate(Contract, Invoiced.Month, usage);
        var invoice = Invoiced.Issue(Invoiced.Draft(settled));
        var late = usage with { Calls = [.. usage.Calls, Priced.Talk("2026-10-07 10:00:00", 60, 3)] };
        WaivedStretch[] free = [Stretch(SegmentKind.Talk, 0, 600)];
        var (before, after) = (MonthBilling.Rate(Contract, Invoiced.Month, late), MonthBilling.Rate(Contract, Invoiced.Month, WaivedStretch.Without(late, free)));

        var note = ((CreditDrafted)CreditNotes.Correction(invoice, [], before, after)!).Note;
        var left = MonthAdjustment.AfterCredit(settled, note, before, after);
        var next = Priced.Month(2026, 11);

        Assert.That(note.Lines.Select(l => l.Quantity), Is.EqualTo(new[] { 600L }));
        Assert.That(left.Lines.SelectMany(l => l.Uses).Sum(u => u.Quantity), Is.EqualTo(left.Lines.Sum(l => l.Quantity)), "the uses are those of what is left");
        // 60 s at 0.65 a minute.
        Assert.That(MonthAdjustment.Between(left, after, next).Select(l => l.Net), Is.EqualTo(new[] { new Money(65) }));
        Assert.That(MonthAdjustment.Between(left, MonthBilling.Rate(Contract, Invoiced.Month, WaivedStretch.Without(usage, free)), next), Is.Empty);
    }

    [Test]
    public void A_tariff_says_what_it_charges_and_a_contract_which_one_held()
    {
        var tariff = Priced.Shipped();
        Assert.That(Enum.GetValues<SegmentKind>().Where(tariff.Charges), Is.EqualTo(new[] { SegmentKind.Talk, SegmentKind.WrapUp }));
        Assert.That(
            Enum.GetValues<SegmentKind>().Where(Priced.OneFee("counts: answered_calls\nprice: \"0.80\"").Charges), Is.EqualTo(new[] { SegmentKind.Talk }),
            "the call is what is paid, not its seconds");

        var other = tariff with { Minimum = null };
        var contract = Contract with { Terms = [.. Contract.Terms, new(new(2026, 11, 1), other)], Last = new(2026, 11, 30) };
        Assert.That(contract.TariffAt(Priced.At("2026-09-30 23:59:59")), Is.Null);
        Assert.That(contract.TariffAt(Priced.At("2026-10-31 23:59:59")), Is.SameAs(Contract.Terms[0].Tariff));
        Assert.That(contract.TariffAt(Priced.At("2026-11-01 00:00:00")), Is.SameAs(other));
        Assert.That(contract.TariffAt(Priced.At("2026-12-01 00:00:00")), Is.Null);
    }

    /// <summary>100 s of talk, 60 s on hold, 140 s of talk, 20 s of notes.</summary>
    private static UsageRecord Call() => Priced.Call(
        Id, new(SegmentKind.Talk, At(0), At(100), "joined", "held", null), new(SegmentKind.Hold, At(100), At(160), "held", "resumed", null),
        new(SegmentKind.Talk, At(160), At(300), "resumed", "left", null)) with
    {
        WrapUp = new CallSegment(SegmentKind.WrapUp, At(300), At(320), "left", "closed", null),
    };

    private static UsageRecord Waived(UsageRecord call, WaivedStretch stretch) => WaivedStretch.Without(MonthUsage.OfCalls([call]), [stretch]).Calls.Single();

    private static WaivedStretch Stretch(SegmentKind kind, int from, int to) => new(new CallId(Id), kind, At(from), At(to));

    private static Instant At(int second) => Ten + Duration.FromSeconds(second);

    private sealed class SameSeconds : IEqualityComparer<UsageRecord>
    {
        public bool Equals(UsageRecord? x, UsageRecord? y) => x!.Segments.SequenceEqual(y!.Segments) && x.WrapUp == y.WrapUp;

        public int GetHashCode(UsageRecord obj) => obj.Call.GetHashCode();
    }
}
