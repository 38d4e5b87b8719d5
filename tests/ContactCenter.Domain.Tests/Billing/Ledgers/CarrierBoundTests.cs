using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Ledgers;

/// <summary>What is still charged of a leg once it was agreed that the vendor's record holds.</summary>
public sealed class CarrierBoundTests
{
    private static readonly Instant Start = Priced.At("2026-10-05 10:00:00");

    [TestCase(0, 100, 100)]
    [TestCase(0, 80, 80)]
    [TestCase(10, 90, 90)]
    [TestCase(10, 60, 60)]
    [TestCase(1, 99, 100)]
    [TestCase(0, 500, 100)]
    [TestCase(200, 50, 0)]
    public void Only_the_seconds_that_both_have_are_charged(long theirStart, long theirSeconds, long charged) => Assert.That(
        Charged(LegRole.Agent, Of(theirStart, theirSeconds)), Is.EqualTo(charged), "a second at the start is the two clocks'");

    [Test]
    public void A_leg_that_the_vendor_never_had_charges_nothing() => Assert.That(Charged(LegRole.Caller, null), Is.Zero);

    [TestCase(LegRole.Target)]
    [TestCase(LegRole.Supervisor)]
    public void A_leg_that_charges_nothing_takes_nothing_away(LegRole role) => Assert.That(Charged(role, null), Is.EqualTo(100));

    private static long Charged(LegRole role, Interval? theirs)
    {
        var usage = MonthUsage.OfCalls([Priced.Talk(Start, 100, Guid.Empty)]);
        return WaivedStretch.Without(usage, new CarrierBound(new CallId(Guid.Empty), role, Of(0, 100), theirs).Waived()).Calls.Single().TalkSeconds;
    }

    private static Interval Of(long start, long seconds) => new(Start + Duration.FromSeconds(start), Start + Duration.FromSeconds(start + seconds));
}
