using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Ledgers;

/// <summary>How long each leg of a call was, by its events.</summary>
public sealed class MeasuredLegsTests
{
    private static readonly Instant Start = Priced.At("2026-10-05 10:00:00");
    private static readonly CallId Id = new(Guid.Parse("00000000-0000-7000-8000-0000000000c1"));
    private static readonly AgentId Claire = new(Guid.Parse("00000000-0000-7000-8000-0000000000a1"));
    private static readonly LegRef Caller = new("caller");
    private static readonly LegRef Agent = new("agent");
    private static readonly LegRef Target = new("target");
    private static readonly TransferId Transfer = new(Guid.Parse("00000000-0000-7000-8000-0000000000f1"));

    [Test]
    public void The_caller_s_leg_is_the_one_that_the_invoice_is_cut_from_and_the_agent_s_lasts_as_long_as_she_was_seen()
    {
        var legs = Measure(Answered());

        Assert.That(legs.Select(l => (l.Leg, l.Role, l.Seconds)), Is.EquivalentTo(new[] { (Caller, (LegRole?)LegRole.Caller, 90L), (Agent, LegRole.Agent, 60) }));
    }

    [Test]
    public void Whom_nobody_saw_leave_was_there_until_the_caller_went() => Assert.That(
        Measure([.. Answered().Where(e => e is not ParticipantLeft)]).Single(l => l.Leg == Agent).Seconds, Is.EqualTo(60));

    [Test]
    public void A_call_without_an_end_has_a_caller_s_leg_without_a_length() => Assert.That(
        Measure([.. Answered().Where(e => e is not LegProgressed)]).Single(l => l.Leg == Caller).Seconds, Is.Zero);

    [Test]
    public void A_target_lasts_from_its_answer_to_its_end() => Assert.That(
        Measure(
        [
            .. Answered(), new TargetDialled("dialled", At(50), Transfer, Target), new LegProgressed("t1", At(58), Target, LegProgress.Answered, 2, null),
            new TargetAnswered("t2", At(59), Transfer), new LegProgressed("t3", At(80), Target, LegProgress.Completed, 3, null),
        ]).Single(l => l.Leg == Target).Seconds, Is.EqualTo(22));

    [TestCase(LegProgress.Busy)]
    [TestCase(LegProgress.NoAnswer)]
    [TestCase(LegProgress.Cancelled)]
    public void A_target_that_never_answered_lasted_no_second(LegProgress end) => Assert.That(
        Measure([.. Answered(), new TargetDialled("dialled", At(50), Transfer, Target), new LegProgressed("t1", At(75), Target, end, 2, null)])
            .Single(l => l.Leg == Target).Seconds, Is.Zero);

    [Test]
    public void Who_was_rung_on_her_own_telephone_was_on_the_line_since_the_vendor_says_so()
    {
        var rung = new CarrierCharge(Agent, null, At(20), 70, null) { IsDialledOut = true };

        Assert.That(Measure(Answered(), rung).Single(l => l.Leg == Agent).Seconds, Is.EqualTo(70));
    }

    [Test]
    public void As_many_dialled_legs_as_a_document_reported_are_ours()
    {
        CarrierCharge Child(string leg, int at) => new(new LegRef(leg), null, At(at), 30, null) { Parent = Caller };
        CallEvent[] emergency = [.. Answered().Take(2), new EmergencyDialEnded("15", At(70), 1, DialOutcome.Answered), Answered()[^1]];

        Assert.That(Measure(emergency, Child("second", 60), Child("first", 20)).Select(l => l.Leg.Value), Is.EquivalentTo(new[] { "caller", "first" }));
    }

    private static CallEvent[] Answered() =>
    [
        new CallArrived("arrived", At(0), Caller, null, "+33180000001"), new CallDirected("directed", At(5), CallDirection.Queue, Urgency.Routine, null, []),
        new ParticipantJoined("caller-in", At(30), "room", 1, Caller, new LegLabel(LegRole.Caller)),
        new ParticipantJoined("agent-in", At(30), "room", 2, Agent, new LegLabel(LegRole.Agent)),
        new ParticipantLeft("agent-out", At(90), "room", 3, Agent, new LegLabel(LegRole.Agent), true),
        new LegProgressed("over", At(90), Caller, LegProgress.Completed, 1, null),
    ];

    private static IReadOnlyList<MeasuredLeg> Measure(IReadOnlyList<CallEvent> events, params CarrierCharge[] charges)
    {
        var call = new Call(Id, events);
        return MeasuredLegs.Of(call, TalkTimeMeter.Measure(call, Priced.Practice), charges);
    }

    private static Instant At(long seconds) => Start + Duration.FromSeconds(seconds);
}
