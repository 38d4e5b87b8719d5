using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Calls;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Calls;

internal sealed class CallBarTests : DeskTest
{
    private readonly CallView call = Views.Call();

    private IRenderedComponent<CallBar> Bar(CallView? shown = null)
    {
        Show(Views.OnCall(call: shown ?? call));
        Desk.Apply(new PhoneChanged(p => p with { Phase = PhonePhase.Registered, Line = LinePhase.Live }));
        return Browser.Render<CallBar>(p => p.Add(c => c.Call, shown ?? call));
    }

    [Test]
    public void Talk_timer_counts_on_from_the_servers_figure()
    {
        var bar = Bar();
        Assert.That(bar.Find(".big").Text(), Is.EqualTo("1:00"));
        Clock.Advance(TimeSpan.FromSeconds(7));
        bar.WaitForAssertion(() => Assert.That(bar.Find(".big").Text(), Is.EqualTo("1:07")));
    }

    [Test]
    public void On_hold_the_talk_timer_stands_and_the_hold_timer_runs()
    {
        var bar = Bar(call with { Phase = CallPhase.OnHold });
        Clock.Advance(TimeSpan.FromSeconds(7));
        bar.WaitForAssertion(() => Assert.That((bar.Find(".big").Text(), bar.Find(".hold-clock .elapsed").Text()), Is.EqualTo(("1:00", "0:07"))));
    }

    [Test]
    public async Task F6_holds_and_resumes()
    {
        Bar();
        await Press(Shortcut.Hold);
        Show(Views.OnCall(2, call with { Phase = CallPhase.OnHold }));
        await Press(Shortcut.Hold);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { (nameof(IAgentHub.HoldCaller), call.CallId), (nameof(IAgentHub.ResumeCaller), call.CallId) }));
    }

    [Test]
    public async Task Shift_F4_hangs_up()
    {
        Bar();
        await Press(Shortcut.HangUp);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { new HangUpCall(call.CallId, Confirmed: false) }));
    }

    [Test]
    public async Task Hanging_up_in_an_emergency_needs_her_word()
    {
        var emergency = call with { EmergencyOpen = true };
        var bar = Bar(emergency);
        await Press(Shortcut.HangUp);
        Assert.That(Server.Asked, Is.Empty);
        await bar.Find("dialog .danger").ClickAsync();
        Assert.That(Server.Asked, Is.EqualTo(new object[] { new HangUpCall(call.CallId, Confirmed: true) }));
    }

    [Test]
    public async Task Server_may_ask_for_confirmation_of_what_the_screen_did_not_know()
    {
        Server.Answer = command => Task.FromResult(command is HangUpCall { Confirmed: false } ? new CommandReply(CommandOutcome.ConfirmationNeeded) : CommandReply.Done);
        var bar = Bar();
        await Press(Shortcut.HangUp);
        Assert.That(bar.FindAll("dialog"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Caller_is_never_parked_in_an_emergency()
    {
        Bar(call with { EmergencyOpen = true });
        await Press(Shortcut.Hold);
        Assert.That(Server.Asked, Is.Empty);
    }

    [Test]
    public async Task Transfer_is_chosen_and_started_by_keys()
    {
        var bar = Bar();
        await Press(Shortcut.Transfer);
        Assert.That(bar.FindAll("dialog .target-name").Select(t => t.Text().Trim()), Has.None.Contains("15"), "emergency numbers have their own key");
        await Press("2");
        await Press(Shortcut.Finish);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { new StartTransfer(call.CallId, TransferKindView.Warm, "garde", null) }));
    }

    [Test]
    public async Task The_search_for_a_doctor_shows_each_attempt_and_is_stopped_by_a_key()
    {
        var searching = call with
        {
            Transfer = new TransferView(Guid.NewGuid(), TransferKindView.Doctor, "Ligne directe du cabinet", TransferPhase.Ringing, Views.Noon, Attempt: 2, CanStop: true),
            EarlierAttempts = [new TransferView(Guid.NewGuid(), TransferKindView.Doctor, "Dr Martin", TransferPhase.NoAnswer, Views.Noon, Seconds: 25)],
        };
        var bar = Bar(searching);
        Assert.That(bar.Find(".attempts").Text(), Does.Contain("Dr Martin ne répond pas").And.Contain("après 25 s"));
        Assert.That(bar.Find(".transfer").Text(), Does.Contain("Essai 2").And.Contain("Ça sonne chez Ligne directe du cabinet").And.Contain("Arrêter la recherche"));
        await Press(Shortcut.Hold);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { (nameof(IAgentHub.CancelTransfer), call.CallId) }));
    }

    [Test]
    public async Task Consultation_is_completed_or_taken_back_by_keys()
    {
        var consulting = call with
        {
            Phase = CallPhase.Consulting,
            Transfer = new TransferView(Guid.NewGuid(), TransferKindView.Warm, "Dr Martin", TransferPhase.Briefing, Views.Noon, CanStop: true),
        };
        Bar(consulting);
        await Press(Shortcut.Hold);
        await Press(Shortcut.Transfer);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { (nameof(IAgentHub.CancelTransfer), call.CallId), (nameof(IAgentHub.CompleteTransfer), call.CallId) }));
    }

    [Test]
    public void Lost_line_is_said_in_words() =>
        Assert.That(Bar(call with { Phase = CallPhase.AgentLost }).Find("[role=alert]").Text(), Does.Contain("Votre ligne est coupée"));

    [Test]
    public void Muted_microphone_cannot_be_overlooked()
    {
        var bar = Bar();
        Desk.Apply(new PhoneChanged(p => p with { Muted = true }));
        bar.WaitForAssertion(() => Assert.That(bar.Find("[role=alert]").Text(), Does.Contain("l’appelant ne vous entend pas")));
    }
}
