using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Tests.Support;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>At night a caller asks for the doctor on call: numbers are dialled one after the other, and only a key takes her.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DialAttemptsTests
{
    private static readonly Instant Night = Instant.FromUtc(2026, 11, 23, 21, 0);
    private static readonly EscalationPolicy Policy =
        EscalationPolicyCompiler.Compile(Shipped.Mapping("protocols/cabinet-des-lilas/escalation.yaml"), "0").Value!;

    private readonly Call _call = new(new CallId(Guid.Empty), []);
    private IvrPosition? _position;
    private int _key;

    [Test]
    public void The_doctor_is_asked_for_a_key_and_rings_as_long_as_the_practice_says()
    {
        var dial = Asked();
        Assert.That(dial, Has.Property("Number").EqualTo("+33600000015").And.Property("Timeout").EqualTo(Duration.FromSeconds(25)).And.Property("Emergency").False);
        Assert.That(DialPlace.Read(dial.Answered.Argument), Is.EqualTo(new DialPlace(DialWay.Diversion, 1, "fr-FR")));
    }

    [TestCase(null, null, Description = "a voicemail picked up, and the vendor says no more")]
    [TestCase(false, null)]
    [TestCase(null, "2")]
    public void Who_pressed_no_accepting_key_has_not_taken_the_caller_and_the_next_number_follows(bool? bridged, string? keys)
    {
        Asked();
        if (keys is not null)
            Take(new DialKeyPressed(Key(), Night, DialWay.Diversion, 1, keys));
        var next = Take(new DiversionEnded(Key(), Night, DialOutcome.Answered, 1, bridged));
        Assert.That(next[0], Is.TypeOf<Say>(), "the caller hears that another number is tried");
        Assert.That(next[1], Is.TypeOf<DialOut>().With.Property("Number").EqualTo("+33180000002").And.Property("Timeout").EqualTo(Duration.FromSeconds(20)));
        Assert.That(_call.Story.State, Is.EqualTo(CallState.Diverted));
    }

    [TestCase(true, false)]
    [TestCase(null, true)]
    public void Who_was_connected_or_pressed_the_key_has_taken_the_caller(bool? bridged, bool pressed)
    {
        Asked();
        if (pressed)
            Take(new DialKeyPressed(Key(), Night, DialWay.Diversion, 1, TransferAcceptance.Key));
        Assert.That(Take(new DiversionEnded(Key(), Night, DialOutcome.Answered, 1, bridged)), Is.EqualTo(new CallInstruction[] { new Say("Au revoir.", "fr-FR"), new HangUp() }));
    }

    [TestCase(true, false, CallOutcome.Diverted)]
    [TestCase(null, true, CallOutcome.Diverted)]
    [TestCase(null, false, CallOutcome.LeftInIvr)]
    [TestCase(false, false, CallOutcome.LeftInIvr)]
    public void A_call_counts_as_diverted_once_somebody_took_it(bool? bridged, bool pressed, CallOutcome expected)
    {
        Asked();
        if (pressed)
            Take(new DialKeyPressed(Key(), Night, DialWay.Diversion, 1, TransferAcceptance.Key));
        Take(new DiversionEnded(Key(), Night, DialOutcome.Answered, 1, bridged));
        Take(new CallReconciled(Key(), Night, _call.Story.CallerLeg!.Value));
        Assert.That(_call.Story.Outcome, Is.EqualTo(expected));
    }

    [Test]
    public void After_the_last_number_the_dialogue_goes_on()
    {
        Asked();
        Take(new DiversionEnded(Key(), Night, DialOutcome.NoAnswer, 1, false));
        Take(new DiversionEnded(Key(), Night, DialOutcome.Busy, 2, false));
        var then = Take(new InputHeard(Key(), Night, "message", null, null));
        Assert.That(then.OfType<RecordMessage>(), Is.Not.Empty);
        Assert.That(_call.Story.State, Is.EqualTo(CallState.LeavingMessage));
    }

    [Test]
    public void The_emergency_key_works_while_she_hears_that_nobody_answered()
    {
        Asked();
        Take(new DiversionEnded(Key(), Night, DialOutcome.NoAnswer, 1, false));
        Take(new DiversionEnded(Key(), Night, DialOutcome.Busy, 2, false));
        Assert.That(Take(new InputHeard(Key(), Night, "message", "0", null)).OfType<DialEmergency>().Single().Number, Is.EqualTo("15"));
        Assert.That(_call.Story.State, Is.EqualTo(CallState.InEmergency));
    }

    [Test]
    public void The_15_is_asked_for_no_key_and_the_doctor_after_it_is()
    {
        Asked("0");
        Assert.That(Take(new EmergencyDialEnded(Key(), Night, 1, DialOutcome.NoAnswer, false))[1],
            Is.EqualTo(new DialEmergency("112", Duration.FromSeconds(30), new CallRoute(CallRouteKind.EmergencyDialEnded, "2"))));
        Assert.That(Take(new EmergencyDialEnded(Key(), Night, 2, DialOutcome.Busy, false))[1], Is.TypeOf<DialOut>().With.Property("Emergency").True);
        Assert.That(Take(new EmergencyDialEnded(Key(), Night, 3, DialOutcome.Answered, false))[^1], Is.TypeOf<EnterQueue>(), "a voicemail is no rescue");
        Assert.That(_call.Story.State, Is.EqualTo(CallState.Queued));
    }

    [Test]
    public void An_answered_15_is_the_end_of_the_search()
    {
        Asked("0");
        Assert.That(Take(new EmergencyDialEnded(Key(), Night, 1, DialOutcome.Answered)), Is.EqualTo(new CallInstruction[] { new HangUp() }));
    }

    [TestCase("diversion-2-en-GB", DialWay.Diversion, 2, "en-GB")]
    [TestCase("emergency-3-fr-FR", DialWay.Emergency, 3, "fr-FR")]
    public void A_place_is_read_as_it_was_written(string text, DialWay way, int attempt, string language)
    {
        Assert.That(DialPlace.Read(text), Is.EqualTo(new DialPlace(way, attempt, language)));
        Assert.That(new DialPlace(way, attempt, language).ToString(), Is.EqualTo(text));
        Assert.That(DialPlace.Read($"x{text}"), Is.Null);
    }

    // What is said before the dialling is said while the emergency key is listened for: it ends in silence.
    private DialOut Asked()
    {
        Asked("1");
        return Take(new InputHeard(Key(), Night, "garde", null, null)).OfType<DialOut>().Single();
    }

    private IReadOnlyList<CallInstruction> Asked(string keys)
    {
        Take(new CallArrived(Key(), Night, new LegRef("CA1"), "+33612345678", "+33180000001"));
        return Take(new InputHeard(Key(), Night, "menu_ferme", keys, null));
    }

    private IReadOnlyList<CallInstruction> Take(CallEvent happened)
    {
        var script = new CallScript(Shipped.Flow(), "Cabinet des Lilas", Policy.EmergencyAttempts(Night), Policy.DoctorAttempts(Night),
            Policy.Names.ToDictionary(n => n, n => Policy.AttemptsAt(n, Night)));
        var recorded = (Recorded)_call.Apply(happened, new CallContext(Night, script, CallerKind.Other, _position, Guid.NewGuid));
        _position = recorded.Position;
        return recorded.Instructions;
    }

    private string Key() => $"k{++_key:000}";
}
