using Bunit;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Screen;

internal sealed class LineWatchTests : DeskTest
{
    private readonly CallView call = Views.Call() with { Join = Views.Leg("agent-1-1") };
    private BunitJSModuleInterop softphone = default!;

    [SetUp]
    public void Watch()
    {
        softphone = Browser.JSInterop.SetupModule("./js/softphone.js");
        softphone.Mode = JSRuntimeMode.Loose;
        Allow(sound: true);
        Get<LineWatch>();
        Desk.Apply(new PhoneChanged(p => p with { Phase = PhonePhase.Registered }));
    }

    private void Allow(bool sound) => softphone.Setup<bool>("canPlay").SetResult(sound);

    private int Joins => softphone.Invocations["join"].Count;

    [Test]
    public void New_leg_is_joined_without_a_click()
    {
        Show(Views.OnCall(1, call));
        Assert.That((Joins, Desk.State.Phone.Label), Is.EqualTo((1, "agent-1-1")));
    }

    [Test]
    public void Same_leg_in_later_views_is_not_joined_again()
    {
        Show(Views.OnCall(1, call));
        Show(Views.OnCall(2, call with { TalkSeconds = 70 }));
        Desk.Apply(new PhoneChanged(p => p with { Line = LinePhase.Idle }));
        Show(Views.OnCall(3, call));
        Assert.That(Joins, Is.EqualTo(1));
    }

    [Test]
    public void Another_value_is_another_leg()
    {
        Show(Views.OnCall(1, call));
        Show(Views.OnCall(2, call with { Join = Views.Leg("agent-1-2") }));
        Assert.That(Joins, Is.EqualTo(2));
    }

    [Test]
    public void Browser_that_wants_a_click_gets_one_button()
    {
        Allow(sound: false);
        Show(Views.OnCall(1, call));
        Assert.That((Joins, Desk.State.Phone.Trouble), Is.EqualTo((0, PhoneTrouble.NeedsClick)));
    }

    [Test]
    public void Leg_is_left_when_the_call_is_over()
    {
        Show(Views.OnCall(1, call));
        Desk.Apply(new PhoneChanged(p => p with { Line = LinePhase.Live }));
        Show(Views.OnCall(2, call with { Phase = CallPhase.WrapUp, Join = null }));
        Assert.That(softphone.Invocations["leave"], Is.Not.Empty);
    }

    [Test]
    public void Superseded_console_lets_go_of_the_phone()
    {
        Show(Views.OnCall(1, call));
        Desk.Apply(new LinkChanged(LinkState.Superseded));
        Assert.That(softphone.Invocations["stop"], Is.Not.Empty);
    }
}
