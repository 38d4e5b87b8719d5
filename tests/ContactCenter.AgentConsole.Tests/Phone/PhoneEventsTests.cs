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
    public void Reconnected_leg_is_live_again() =>
        Assert.That(After(("accepted", null), ("reconnecting", null), ("reconnected", null)).Line, Is.EqualTo(LinePhase.Live));

    [Test]
    public void Microphone_that_is_heard_at_last_no_longer_stands_in_the_way()
    {
        var silent = new PhoneState { Phase = PhonePhase.Unregistered, Trouble = PhoneTrouble.MicrophoneSilent, Meter = MicrophoneMeter.Silent };
        Assert.That(PhoneEvents.Apply(silent, "heard", null), Is.EqualTo(new PhoneState { Meter = MicrophoneMeter.Heard }));
    }

    [Test]
    public void Trying_the_microphone_heals_no_other_trouble() =>
        Assert.That(PhoneEvents.Apply(new PhoneState { Trouble = PhoneTrouble.NotRegistered }, "heard", null).Trouble, Is.EqualTo(PhoneTrouble.NotRegistered));

    [Test]
    public void Failed_join_is_told() => Assert.That(After(("joinFailed", "31005")).Trouble, Is.EqualTo(PhoneTrouble.JoinFailed));

    [Test]
    public void Error_of_a_registered_device_is_no_trouble_by_itself() =>
        Assert.That(PhoneEvents.Apply(new PhoneState { Phase = PhonePhase.Registered }, "deviceError", "31000").Trouble, Is.Null);

    [Test]
    public void Unknown_event_changes_nothing() => Assert.That(After(("warning", "low-bytes")), Is.EqualTo(After()));
}
