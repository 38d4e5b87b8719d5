using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Calls;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace ContactCenter.AgentConsole.Tests.Calls;

internal sealed class KeypadTests : DeskTest
{
    private readonly List<string> sent = [];
    private int closed;

    private IRenderedComponent<Keypad> Pad()
    {
        var phone = Browser.JSInterop.SetupModule("./js/softphone.js");
        phone.Mode = JSRuntimeMode.Loose;
        phone.SetupVoid(call => call.Identifier == "sendDigits" && Note((string)call.Arguments[0]!)).SetVoidResult();
        return Browser.Render<Keypad>(p => p.Add(k => k.OnClose, EventCallback.Factory.Create(this, () => closed++)));
    }

    private bool Note(string digits)
    {
        sent.Add(digits);
        return true;
    }

    [Test]
    public void It_has_the_twelve_keys_of_a_telephone() =>
        Assert.That(string.Concat(Pad().FindAll(".key").Select(k => k.Text())), Is.EqualTo("123456789*0#"));

    [Test]
    public async Task Each_key_is_sent_at_once_and_shown()
    {
        var pad = Pad();
        await pad.FindAll(".key").Single(k => k.Text() == "4").ClickAsync();
        await pad.FindAll(".key").Single(k => k.Text() == "#").ClickAsync();
        await Press("0");
        pad.Render();
        Assert.That((string.Concat(sent), pad.Find(".keypad-sent").Text()), Is.EqualTo(("4#0", "4#0")));
    }

    [Test]
    public async Task Escape_closes_it()
    {
        Pad();
        await Press(Shortcut.Close);
        Assert.That(closed, Is.EqualTo(1));
    }

    [Test]
    public async Task It_opens_by_its_key_only_while_she_is_on_the_line()
    {
        var call = Views.Call();
        Show(Views.OnCall(call: call));
        var bar = Browser.Render<CallBar>(p => p.Add(c => c.Call, call));
        await Press(Shortcut.Keypad);
        Assert.That(bar.FindAll(".keypad"), Is.Empty);
        Desk.Apply(new PhoneChanged(p => p with { Phase = PhonePhase.Registered, Line = LinePhase.Live }));
        await Press(Shortcut.Keypad);
        Assert.That(bar.FindAll(".keypad"), Has.Count.EqualTo(1));
    }
}
