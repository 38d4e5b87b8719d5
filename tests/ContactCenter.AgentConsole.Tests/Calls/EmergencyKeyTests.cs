using Bunit;
using ContactCenter.AgentConsole.Calls;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Calls;

internal sealed class EmergencyKeyTests : DeskTest
{
    private readonly CallView call = Views.Call();

    [Test]
    public void Key_is_on_screen_without_a_call_too() =>
        Assert.That(Browser.Render<EmergencyKey>().Find(".emergency-key").HasAttribute("disabled"), Is.True);

    [Test]
    public async Task F8_twice_reaches_15()
    {
        Show(Views.OnCall(call: call));
        var key = Browser.Render<EmergencyKey>();
        await Press(Shortcut.Emergency);
        Assert.That((Server.Asked.Count, key.FindAll("dialog").Count), Is.EqualTo((0, 1)));
        await Press(Shortcut.Emergency);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { new StartTransfer(call.CallId, TransferKindView.Emergency, "15", null) }));
    }

    [Test]
    public async Task Escape_closes_without_calling()
    {
        Show(Views.OnCall(call: call));
        var key = Browser.Render<EmergencyKey>();
        await Press(Shortcut.Emergency);
        await Press(Shortcut.Close);
        Assert.That((Server.Asked.Count, key.FindAll("dialog").Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Nothing_happens_after_the_caller_has_gone()
    {
        Show(Views.OnCall(call: call with { Phase = CallPhase.WrapUp }));
        var key = Browser.Render<EmergencyKey>();
        await Press(Shortcut.Emergency);
        Assert.That(key.FindAll("dialog"), Is.Empty);
    }
}
