using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.AgentConsole.WrapUp;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.WrapUp;

internal sealed class WrapUpBarTests : DeskTest
{
    private readonly CallView call = Views.Call() with { Phase = CallPhase.WrapUp, WrapUpEndsAt = Views.Noon.AddSeconds(45) };

    private IRenderedComponent<WrapUpBar> Bar()
    {
        Get<NotesKeeper>();
        Show(Views.OnCall(call: call));
        return Browser.Render<WrapUpBar>(p => p.Add(c => c.Call, call));
    }

    private Task Pass(double seconds)
    {
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        return Task.Delay(20);
    }

    [Test]
    public async Task Notes_are_saved_once_she_pauses()
    {
        var bar = Bar();
        await bar.Find("textarea").InputAsync("Rappeler");
        await bar.Find("textarea").InputAsync("Rappeler demain");
        Assert.That(bar.Find(".save-state").Text(), Is.EqualTo("Enregistrement…"));
        await Pass(0.8);
        await Pass(0.8);
        bar.WaitForAssertion(() => Assert.That(Server.Asked, Is.EqualTo(new object[] { new SaveNotes(call.CallId, "Rappeler demain", null) })));
        bar.WaitForAssertion(() => Assert.That(bar.Find(".save-state").Text(), Is.EqualTo("Enregistré")));
    }

    [Test]
    public async Task What_the_patient_wished_beside_the_emergency_is_shown_and_may_be_put_better()
    {
        var urgent = call with { Wish = new WishView("Rendez-vous", "mal à la poitrine, et mon ordonnance", IsBooked: false) };
        Get<NotesKeeper>();
        Show(Views.OnCall(call: urgent));
        var bar = Browser.Render<WrapUpBar>(p => p.Add(c => c.Call, urgent));
        Assert.That(bar.Find(".wish").TextContent, Does.Contain("Rendez-vous").And.Contain("Transmis au cabinet"));
        Assert.That(bar.Find("#wish").GetAttribute("value"), Is.EqualTo("mal à la poitrine, et mon ordonnance"));
        await bar.Find("#wish").InputAsync("Renouveler son ordonnance");
        await Pass(0.8);
        await Pass(0.8);
        bar.WaitForAssertion(() => Assert.That(Server.Asked, Is.EqualTo(new object[] { new SaveNotes(call.CallId, "", null, "Renouveler son ordonnance") })));
    }

    [Test]
    public async Task Notes_typed_while_the_server_is_away_are_kept_and_saved_on_its_return()
    {
        var bar = Bar();
        Desk.Apply(new LinkChanged(LinkState.Lost));
        await bar.Find("textarea").InputAsync("à garder");
        await Pass(5);
        Assert.That((Server.Asked.Count, bar.Find(".save-state").Text()), Is.EqualTo((0, "Gardé sur ce poste")));
        Desk.Apply(new LinkChanged(LinkState.Live));
        for (var i = 0; i < 5 && Server.Asked.Count == 0; i++)
            await Pass(3);
        Assert.That(Server.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Wrap_up_ends_only_with_a_disposition()
    {
        var bar = Bar();
        await Press(Shortcut.Finish);
        Assert.That(Server.Asked, Is.Empty);
        Assert.That(bar.Find("[role=alert]").Text(), Is.EqualTo("Choisissez l’issue de l’appel."));

        await bar.Find("input[value=booked]").ChangeAsync("booked");
        await Press(Shortcut.Finish);
        Assert.That(Server.Asked, Does.Contain((nameof(IAgentHub.FinishWrapUp), new SaveNotes(call.CallId, "", "booked"))));
    }

    [Test]
    public void Countdown_is_the_servers()
    {
        var bar = Bar();
        Clock.Advance(TimeSpan.FromSeconds(10));
        bar.WaitForAssertion(() => Assert.That(bar.Find(".wrap-clock").Text(), Is.EqualTo("0:35")));
    }
}
