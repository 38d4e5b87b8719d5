using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Ledgers;

public sealed class ReconciliationTests
{
    private static readonly Instant Start = Priced.At("2026-10-05 10:00:00");

    [TestCase(60, 60, false)]
    [TestCase(60, 61, false)]
    [TestCase(61, 60, false)]
    [TestCase(60, 62, true)]
    [TestCase(62, 60, true)]
    public void More_than_a_second_apart_is_a_finding(long ours, long theirs, bool found) =>
        Assert.That(Reconciliation.Compare([Ours("a", ours)], [Theirs("a", theirs)]).Count == 1, Is.EqualTo(found));

    [Test]
    public void A_leg_that_one_side_does_not_know_is_a_finding_and_repetition_is_none() => Assert.That(
        Reconciliation.Compare([Ours("a", 5), Ours("b", 7), Ours("a", 5)], [Theirs("c", 9), Theirs("a", 5), Theirs("c", 9)]).Select(f => (f.Leg.Value, f.Difference)),
        Is.EqualTo(new[] { ("b", LegDifference.UnknownToCarrier), ("c", LegDifference.UnknownToUs) }));

    [Test]
    public void A_call_with_an_open_finding_is_not_invoiced()
    {
        var usage = MonthUsage.OfCalls([Priced.Talk(Start, 60, Guid.Empty), Priced.Talk("2026-10-05 11:00:00", 60, 2)]);

        Assert.That(Reconciliation.WithoutBlocked(usage, Reconciliation.Compare([Ours("a", 60)], [])).Calls.Single().Call.Value, Is.Not.EqualTo(Guid.Empty));
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(60, 1)]
    [TestCase(61, 2)]
    public void The_carrier_charges_started_minutes(long seconds, long minutes) => Assert.That(Theirs("a", seconds).Minutes, Is.EqualTo(minutes));

    [Test]
    public void An_agents_work_is_what_names_her()
    {
        var agent = new AgentId(new Guid(7, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
        CallSegment Segment(SegmentKind kind, int from, int to, AgentId? who) =>
            new(kind, Start.Plus(Duration.FromSeconds(from)), Start.Plus(Duration.FromSeconds(to)), "a", "b", who);
        var call = Priced.Call(Guid.Empty, Segment(SegmentKind.Waiting, 0, 9, null), Segment(SegmentKind.Talk, 9, 29, agent), Segment(SegmentKind.Hold, 29, 34, agent))
            with
        { WrapUp = Segment(SegmentKind.WrapUp, 34, 64, agent) };

        Assert.That(Reconciliation.WorkOf([call, call]), Is.EqualTo(new[] { new AgentWork(agent, 20, 5, 0, 30) }));
    }

    [Test]
    public void A_margin_is_what_is_left()
    {
        // 100.00 for half an hour of work at 30.00 an hour and 1.234567 of carriage.
        var margin = new Margin(Priced.Practice, new Money(10_000), 1_234_567, 1_800, new Money(3_000));

        Assert.That((margin.Net.ToString(), margin.RevenuePerHour.ToString()), Is.EqualTo(("83.77", "200.00")));
    }

    private static MeasuredLeg Ours(string leg, long seconds) => new(new LegRef(leg), new CallId(Guid.Empty), Start, seconds);

    private static CarrierCharge Theirs(string leg, long seconds) => new(new LegRef(leg), null, Start, seconds, null);
}
