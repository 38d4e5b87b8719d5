using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Phone;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Phone;

internal sealed class MicrophoneTests : DeskTest
{
    private BunitJSModuleInterop phone = default!;

    [SetUp]
    public void PlugIn()
    {
        phone = Browser.JSInterop.SetupModule("./js/softphone.js");
        phone.Mode = JSRuntimeMode.Loose;
        phone.Setup<bool>("load", _ => true).SetResult(true);
        Http.On("GET /api/console/settings", new ConsoleSettings("sdk.js", [], "1"));
        Http.On("POST /api/console/voice-token", new VoiceToken("t", "agent-1", Views.Noon));
    }

    [TestCase("silent", PhoneTrouble.MicrophoneSilent)]
    [TestCase("refused", PhoneTrouble.MicrophoneRefused)]
    [TestCase("missing", PhoneTrouble.MicrophoneMissing)]
    [TestCase("busy", PhoneTrouble.MicrophoneBusy)]
    public async Task What_is_wrong_with_it_is_named_and_she_is_not_ready(string found, object trouble)
    {
        phone.Setup<string>("checkMicrophone", true).SetResult(found);
        await Get<DeskActions>().BecomeReady();
        Assert.That((Desk.State.Phone.Trouble, Server.Asked.Count), Is.EqualTo(((PhoneTrouble?)trouble, 0)));
    }

    [Test]
    public async Task One_that_fell_silent_since_she_came_is_noticed_when_she_is_ready_again()
    {
        Desk.Apply(new PhoneChanged(p => p with { Phase = PhonePhase.Registered }));
        phone.Setup<string>("checkMicrophone", true).SetResult("silent");
        await Get<DeskActions>().BecomeReady();
        Assert.That((Desk.State.Phone.Trouble, Desk.State.Phone.IsRegistered, Server.Asked.Count), Is.EqualTo(((PhoneTrouble?)PhoneTrouble.MicrophoneSilent, true, 0)));
    }

    [Test]
    public async Task She_may_take_calls_though_nothing_is_heard()
    {
        phone.Setup<string>("checkMicrophone", true).SetResult("silent");
        phone.Setup<string>("checkMicrophone", false).SetResult("ready");
        await Get<DeskActions>().BecomeReady();
        await Get<DeskActions>().BecomeReadyUnheard();
        Assert.That(Server.Asked, Is.EqualTo(new object[] { new SetPresence(Available: true, AwayReason: null) }));
    }

    [Test]
    public void Nothing_heard_opens_the_meter_and_says_so()
    {
        Show(Views.Idle(presence: Presence.Offline));
        phone.Setup<string>("openMeter", _ => true).SetResult("ready");
        Desk.Apply(new PhoneChanged(p => p with { Trouble = PhoneTrouble.MicrophoneSilent }));
        var check = Browser.Render<MicrophoneCheck>();
        Desk.Apply(new PhoneChanged(p => PhoneEvents.Apply(p, "silent", null)));
        check.WaitForAssertion(() => Assert.That((check.FindAll("meter").Count, check.Find("[role=status]").Text()),
            Is.EqualTo((1, "Nous n’entendons rien. Le micro est-il coupé sur le casque ?"))));
    }
}
