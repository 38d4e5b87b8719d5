using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Tests.Support;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>At night a caller asks for the doctor on call, and nobody answers: the dialogue goes on and listens.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DiversionTests
{
    private static readonly Instant Night = Instant.FromUtc(2026, 11, 23, 21, 0);

    private readonly Call _call = new(new CallId(Guid.Empty), []);
    private IvrPosition? _position;
    private int _key;

    [Test]
    public void The_caller_may_leave_a_message()
    {
        NobodyAnswers();
        Assert.That(Take(new InputHeard(Key(), Night, _position!.Node, null, null)).OfType<RecordMessage>(), Is.Not.Empty);
        Assert.That(_call.Story.State, Is.EqualTo(CallState.LeavingMessage));
    }

    [Test]
    public void The_emergency_key_works_while_she_hears_that_nobody_answered()
    {
        NobodyAnswers();
        Assert.That(Take(new InputHeard(Key(), Night, _position!.Node, "0", null)).OfType<DialEmergency>(), Is.Not.Empty);
        Assert.That(_call.Story.State, Is.EqualTo(CallState.InEmergency));
    }

    private void NobodyAnswers()
    {
        Take(new CallArrived(Key(), Night, new LegRef("CA1"), "+33612345678", "+33180000001"));
        Take(new InputHeard(Key(), Night, "menu_ferme", "1", null));
        // What is said before the dialling is said while the emergency key is listened for: it ends in silence.
        Take(new InputHeard(Key(), Night, "garde", null, null));
        Assert.That(_call.Story.State, Is.EqualTo(CallState.Diverted));
        Take(new DiversionEnded(Key(), Night, DialOutcome.NoAnswer));
    }

    private IReadOnlyList<CallInstruction> Take(CallEvent happened)
    {
        var script = new CallScript(Shipped.Flow(), "Cabinet des Lilas", ["15", "112"], new Dictionary<string, string> { ["on_call"] = "+33600000015" });
        var recorded = (Recorded)_call.Apply(happened, new CallContext(Night, script, CallerKind.Other, _position, Guid.NewGuid));
        _position = recorded.Position;
        return recorded.Instructions;
    }

    private string Key() => $"k{++_key:000}";
}
