using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Tests.Support;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>Attempts that follow each other by rule while the agent stays with the caller.</summary>
internal sealed class EscalationChainTests
{
    private static readonly AgentId Claire = new(new Guid("11111111-1111-1111-1111-111111111111"));
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 8, 0);
    private static readonly EscalationPolicy Policy =
        EscalationPolicyCompiler.Compile(Shipped.Mapping("protocols/cabinet-des-lilas/escalation.yaml"), "0").Value!;

    private Call _call = null!;
    private Instant _now;
    private int _key;

    [SetUp]
    public void Talk()
    {
        var history = new CallHistory(Start).Arrives().After(5).Queues().After(10).Offers(Claire).After(3).Accepts().After(1).CallerJoins().After(1).AgentJoins().After(30);
        (_call, _now) = (new Call(new CallId(Guid.Empty), history.Events), history.Now);
    }

    [Test]
    public void A_doubt_tries_the_doctor_the_practice_s_line_and_the_emergency_services_each_in_its_own_time()
    {
        List<DialTarget> dialled = [Dialled(Request(TransferKind.Doctor))];
        while (_call.Story.OpenTransfer is { } open && dialled.Count < 9)
        {
            if (Take(new TransferUnanswered(Key(), _now, open.Id)).OfType<DialTarget>().FirstOrDefault() is { } next)
                dialled.Add(next);
        }
        Assert.That(dialled.Select(d => (d.Number, d.Ring?.TotalSeconds, d.Emergency)), Is.EqualTo(new (string, double?, bool)[]
        {
            ("+33600000015", 25, false), ("+33180000002", 20, false), ("15", 30, true), ("112", 30, true),
        }));
        Assert.That(_call.Story.Chain.Select(t => t.Attempt), Is.EqualTo([1, 2, 3, 4]));
        Assert.That(_call.Story.Chain.Select(t => t.Ordinal), Is.Unique);
        Assert.That(_call.Story.State, Is.EqualTo(CallState.Talking), "the agent is with the caller all the while");
        Assert.That(_call.Story.EmergencyOpen, Is.True, "once it came to the 15");
    }

    [Test]
    public void Nobody_is_parked_while_a_doctor_is_sought() =>
        Assert.That(Request(TransferKind.Doctor).OfType<HoldCaller>(), Is.Empty);

    [Test]
    public void A_search_that_she_stopped_rings_nobody_else()
    {
        Request(TransferKind.Doctor);
        var effects = Take(new TransferCancelled(Key(), _now, _call.Story.OpenTransfer!.Id));
        Assert.That(effects.OfType<DialTarget>(), Is.Empty);
        Assert.That(_call.Story.OpenTransfer, Is.Null);
    }

    [Test]
    public void A_search_may_still_be_stopped_at_the_15_and_an_emergency_of_her_own_may_not()
    {
        Request(TransferKind.Doctor);
        Take(new TransferUnanswered(Key(), _now, _call.Story.OpenTransfer!.Id));
        Take(new TransferUnanswered(Key(), _now, _call.Story.OpenTransfer!.Id));
        Assert.That(_call.Story.OpenTransfer!.Number, Is.EqualTo("15"));
        Take(new TransferCancelled(Key(), _now, _call.Story.OpenTransfer!.Id));
        Assert.That(_call.Story.EmergencyOpen, Is.True, "stopping is not lowering");

        Request(TransferKind.Emergency);
        Assert.That(Apply(new TransferCancelled(Key(), _now, _call.Story.OpenTransfer!.Id)), Is.EqualTo(new Refused(CallRefusal.NoTransfer)));
    }

    [Test]
    public void The_doctor_after_15_and_112_must_press_a_key_and_is_no_rescue_before()
    {
        Request(TransferKind.Emergency);
        Take(new TransferUnanswered(Key(), _now, _call.Story.OpenTransfer!.Id));
        Take(new TransferUnanswered(Key(), _now, _call.Story.OpenTransfer!.Id));
        var doctor = _call.Story.OpenTransfer!;
        Assert.That((doctor.Number, doctor.AsksForKey), Is.EqualTo(("+33600000015", true)));
        Assert.That(Hears(new TargetAnswered(Key(), _now, doctor.Id)).OfType<Gather>(), Is.Not.Empty);
        Take(new TargetKeyPressed(Key(), _now, doctor.Id, null));
        Assert.That(_call.Story.Transfers[^1].State, Is.EqualTo(TransferState.Rejected));
    }

    [Test]
    public void An_emergency_ends_a_transfer_that_was_going_on_and_takes_the_caller_off_hold()
    {
        Request(TransferKind.Warm);
        Take(new ParticipantHeld(Key(), _now, "CF1", 9, CallHistory.Caller, LegLabel.Caller(1)));
        Assert.That(_call.Story.State, Is.EqualTo(CallState.Consulting));
        Assert.That(Request(TransferKind.Emergency).OfType<ResumeCaller>(), Is.Not.Empty);
        Assert.That(_call.Story.Transfers[0].State, Is.EqualTo(TransferState.Cancelled));
    }

    [Test]
    public void An_attempt_whose_end_nobody_told_is_given_up_soon_after_its_time()
    {
        Request(TransferKind.Doctor);
        Assert.That(_call.Story.OpenTransfer!.GivenUpAt, Is.EqualTo(_now + Duration.FromSeconds(35)));
        Take(new TargetAnswered(Key(), _now, _call.Story.OpenTransfer!.Id));
        Assert.That(_call.Story.OpenTransfer!.GivenUpAt, Is.EqualTo(_now + Duration.FromSeconds(45)), "time to hear the question twice and to press");
        Take(new TargetKeyPressed(Key(), _now, _call.Story.OpenTransfer!.Id, TransferAcceptance.Key));
        Assert.That(_call.Story.OpenTransfer!.GivenUpAt, Is.Null);
    }

    private IReadOnlyList<CallEffect> Request(TransferKind kind)
    {
        var first = kind == TransferKind.Emergency ? Policy.EmergencyNumbers[0] : Policy.DoctorAttempts(_now)[0];
        var ordinal = _call.Story.Transfers.Count + 1;
        return Take(new TransferRequested(Key(), _now, new TransferId(Guid.NewGuid()), ordinal, kind, first.Number, first.Name, Ring: first.Ring));
    }

    private static DialTarget Dialled(IReadOnlyList<CallEffect> effects) => effects.OfType<DialTarget>().Single();

    private IReadOnlyList<CallEffect> Take(CallEvent happened) => ((Recorded)Apply(happened)).Effects;

    private IReadOnlyList<CallInstruction> Hears(CallEvent happened) => ((Recorded)Apply(happened)).Instructions;

    private CallDecision Apply(CallEvent happened)
    {
        var script = new CallScript(Shipped.Flow(), "Cabinet des Lilas", Policy.EmergencyAttempts(_now), Policy.DoctorAttempts(_now),
            Policy.Names.ToDictionary(n => n, n => Policy.AttemptsAt(n, _now)));
        return _call.Apply(happened, new CallContext(_now, script, CallerKind.Other, null, Guid.NewGuid));
    }

    private string Key() => $"z{++_key:000}";
}
