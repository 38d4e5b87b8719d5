using ContactCenter.AgentConsole.Phone;
using ContactCenter.AgentConsole.Screen;

namespace ContactCenter.AgentConsole.Tests.Phone;

internal sealed class PhoneEventsTests
{
    private static PhoneState After(params (string Kind, string? Detail)[] events) =>
        events.Aggregate(new PhoneState { Label = "agent-1-1", Line = LinePhase.Joining }, (phone, e) => PhoneEvents.Apply(phone, e.Kind, e.Detail));

    [Test]
    public void Accepted_leg_is_live_until_it_ends()
    {
        Assert.That(After(("accepted", null)).Line, Is.EqualTo(LinePhase.Live));
        var ended = After(("accepted", null), ("muted", null), ("caption", "bonjour"), ("ended", null));
        Assert.That((ended.Line, ended.Label, ended.Muted, ended.Caption), Is.EqualTo((LinePhase.Idle, (string?)null, false, (string?)null)));
    }

    [Test]
    public void Reconnecting_leg_still_bears_its_label() =>
        Assert.That(After(("accepted", null), ("reconnecting", null)).Label, Is.EqualTo("agent-1-1"));

    [Test]
    public void Failed_join_is_told() => Assert.That(After(("joinFailed", "31005")).Trouble, Is.EqualTo(PhoneTrouble.JoinFailed));

    [Test]
    public void Error_of_a_registered_device_is_no_trouble_by_itself() =>
        Assert.That(PhoneEvents.Apply(new PhoneState { Phase = PhonePhase.Registered }, "deviceError", "31000").Trouble, Is.Null);

    [Test]
    public void Unknown_event_changes_nothing() => Assert.That(After(("warning", "low-bytes")), Is.EqualTo(After()));
}
