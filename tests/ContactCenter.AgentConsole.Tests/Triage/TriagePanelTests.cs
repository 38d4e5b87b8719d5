using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.AgentConsole.Triage;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Triage;
using Microsoft.AspNetCore.Components.Web;

namespace ContactCenter.AgentConsole.Tests.Triage;

internal sealed class TriagePanelTests : DeskTest
{
    private static readonly TriageQuestionView Question = new("rf1", "La douleur est-elle présente en ce moment ?", "heure du début", RedFlag: true, 1, 3);
    private static readonly TriageView Asking = new("douleur-thoracique", "Douleur dans la poitrine", "douleur-thoracique@3", Signed: false, Question, [], null);

    private static readonly TriageView Samu = Asking with
    {
        Asking = null,
        Answers = [new TriageAnswerView("rf1", Question.Ask, TriageReply.Yes, "ça serre", Views.Noon)],
        Reached = new TriageReached(TriageDisposition.Samu15Now, "Je vous mets en relation avec le SAMU.", null, "15", EmergencyTransfer: true, BookingClosed: true,
            [TriageParticular.CallbackNumber, TriageParticular.Address], null, ["Si cela s'aggrave, appelez le 15."]),
    };

    private readonly CallView call = Views.Call();

    private string Root => $"/api/calls/{call.CallId}/triage";

    private IRenderedComponent<TriagePanel> Panel(TriageView? running)
    {
        Http.On($"GET {Root}", running, running is null ? HttpStatusCode.NoContent : HttpStatusCode.OK);
        Http.On($"POST {Root}/proposals", new[] { new ProposedProtocol("douleur-thoracique", "Douleur dans la poitrine", false, ["serre"]) });
        Http.On($"POST {Root}", Asking);
        Http.On($"POST {Root}/answers", Samu);
        Http.On($"POST {Root}/doubt", null, HttpStatusCode.NoContent);
        Get<TriageDesk>();
        Show(Views.OnCall(call: call));
        return Browser.Render<TriagePanel>();
    }

    private string? Sent(string request) => Http.Received.Last(r => r.Request == request).Body;

    [Test]
    public async Task Callers_words_propose_a_protocol_and_Enter_starts_it()
    {
        var panel = Panel(null);
        await panel.Find("#words").InputAsync("ça me serre");
        Assert.That(panel.Find(".row").Text(), Does.Contain("Douleur dans la poitrine").And.Contain("serre"));

        await panel.Find("#words").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        panel.WaitForAssertion(() => Assert.That(panel.Find(".ask").Text(), Is.EqualTo(Question.Ask)));
        Assert.That(panel.Markup, Does.Contain("Modèle non signé par un médecin").And.Contain("Signe d’alerte").And.Contain("heure du début"));
    }

    [TestCase("O", TriageReply.Yes)]
    [TestCase("N", TriageReply.No)]
    [TestCase("?", TriageReply.Unknown)]
    public async Task One_key_answers_the_question_with_the_exact_words(string key, TriageReply reply)
    {
        var panel = Panel(Asking);
        await panel.Find("#exact").InputAsync("ça serre fort");
        await Press(key);
        Assert.That(JsonSerializer.Deserialize<AnswerTriage>(Sent($"POST {Root}/answers")!, ConsoleApi.Json), Is.EqualTo(new AnswerTriage("rf1", reply, "ça serre fort")));
    }

    [Test]
    public async Task Red_flag_shows_what_to_say_and_F8_belongs_to_it()
    {
        var panel = Panel(Asking);
        await Press("O");
        panel.WaitForAssertion(() => Assert.That(panel.Find(".reached").Text(), Does.Contain("SAMU maintenant").And.Contain("Je vous mets en relation avec le SAMU.").And.Contain("Numéro de rappel")));
        await panel.Find(".reached .danger").ClickAsync();
        Assert.That(Server.Asked, Is.EqualTo(new object[] { new StartTransfer(call.CallId, TransferKindView.Emergency, "15", null) }));
    }

    [Test]
    public async Task Doubt_is_one_key_before_any_protocol_and_rings_the_doctor_on_call()
    {
        Panel(null);
        await Press(Shortcut.Doubt);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { new StartTransfer(call.CallId, TransferKindView.Doctor, null, null) }));
        Assert.That(Http.Received.Select(r => r.Request), Has.One.EqualTo($"POST {Root}/doubt"));
    }

    [Test]
    public async Task Doubt_rings_the_doctor_even_when_the_log_cannot_be_reached()
    {
        Panel(null);
        Http.Unreachable($"POST {Root}/doubt");
        _ = Press(Shortcut.Doubt);
        await Task.Yield();
        Assert.That(Server.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Answer_to_a_question_no_longer_asked_shows_where_the_protocol_stands()
    {
        var panel = Panel(Asking);
        Http.On($"POST {Root}/answers", new { code = TriageProblems.NotAsked }, HttpStatusCode.Conflict);
        Http.On($"GET {Root}", Samu);
        await Press("N");
        panel.WaitForAssertion(() => Assert.That(panel.FindAll(".reached"), Has.Count.EqualTo(1)));
    }

    [Test]
    public void Reload_in_mid_protocol_shows_the_question_again() => Assert.That(Panel(Asking).Find(".ask").Text(), Is.EqualTo(Question.Ask));

    [Test]
    public async Task Answer_keys_are_gone_when_nothing_is_asked()
    {
        Panel(Samu);
        await Press("O");
        Assert.That(Http.Received.Select(r => r.Request), Has.None.EqualTo($"POST {Root}/answers"));
    }
}
