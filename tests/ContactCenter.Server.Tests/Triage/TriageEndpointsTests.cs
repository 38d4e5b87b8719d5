using System.Net;
using System.Net.Http.Json;
using System.Text;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Triage;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Tests.Support;
using ContactCenter.Server.Triage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Triage;

public sealed class TriageEndpointsTests
{
    private const string Slug = "cabinet-des-lilas";
    private const string Line = "+33180000099";
    private const string Words = "elle a très mal à la poitrine depuis ce matin";

    private TestHost _host = null!;
    private HttpClient _claire = null!;
    private PracticeId _practice;
    private AgentId _agent;
    private CallId _call;
    private string _root = "";

    [OneTimeSetUp]
    public async Task OpenThePractice()
    {
        _host = new TestHost(builder => builder.UseSetting("Scripts:SamplesAllowedFor:0", Slug));
        _practice = await _host.AddPractice(Slug);
        var claire = await _host.AddUser("claire", Roles.Agent, _practice);
        await _host.Store.Write(
            (db, _) =>
            {
                db.Add(new PhoneLine { Id = new PhoneLineId(Guid.CreateVersion7()), PracticeId = _practice, Number = Line, Label = "Accueil" });
                return Task.CompletedTask;
            },
            default);
        _agent = new AgentId(claire.Id);
        _claire = await _host.SignedIn(claire);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _claire?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [SetUp]
    public async Task PutACallIntoHerHands()
    {
        _call = await Accepted();
        _root = $"/api/calls/{_call}/triage";
    }

    [Test]
    public async Task Protocols_are_proposed_from_the_callers_words_whatever_their_spelling()
    {
        var proposed = await Propose("ELLE A MAL DANS LA POITRINNE");

        Assert.That(proposed[0].ProtocolId, Is.EqualTo("douleur-thoracique"));
        Assert.That(proposed[0].Signed, Is.False);
        Assert.That(proposed[0].Because, Does.Contain("mal à la poitrine"));
        Assert.That(proposed[^1].ProtocolId, Is.EqualTo("signes-vitaux"), "the vital signs are never wrong");
    }

    [Test]
    public async Task Without_words_all_that_may_be_used_is_shown_the_vital_signs_first()
    {
        var proposed = await Propose("");

        Assert.That(proposed, Has.Count.EqualTo(15));
        Assert.That(proposed[0].ProtocolId, Is.EqualTo("signes-vitaux"));
    }

    [Test]
    public async Task Before_a_protocol_began_there_is_nothing_to_show() =>
        Assert.That((await _claire.GetAsync(_root)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));

    [Test]
    public async Task The_first_yes_stops_closes_booking_and_opens_the_emergency_of_the_call()
    {
        var view = await Start();
        Assert.That(view.Asking!.QuestionId, Is.EqualTo("vital_conscience"));
        Assert.That(view.Asking, Has.Property("Number").EqualTo(1).And.Property("Of").EqualTo(10));

        while (view.Asking!.QuestionId != "douleur_presente")
            view = await Answer(view.Asking.QuestionId, TriageReply.No, null);
        view = await Answer("douleur_presente", TriageReply.Yes, "oui, ça serre fort");

        Assert.That(view.Asking, Is.Null);
        Assert.That(view.Reached!.Disposition, Is.EqualTo(TriageDisposition.Samu15Now));
        Assert.That(view.Reached.BookingClosed, Is.True);
        Assert.That(view.Reached.TransferTargetId, Is.EqualTo("samu"));
        Assert.That(view.Reached.EmergencyTransfer, Is.True);
        Assert.That(view.Reached.Collect[0], Is.EqualTo(TriageParticular.CallbackNumber));
        Assert.That(view.Answers[^1].ExactWords, Is.EqualTo("oui, ça serre fort"));
        var call = await Row();
        Assert.That(call.EmergencyOpen, Is.True);
    }

    [Test]
    public async Task Not_to_know_escalates()
    {
        var view = await Start();

        view = await Answer(view.Asking!.QuestionId, TriageReply.Unknown, null);

        Assert.That(view.Reached!.Disposition, Is.EqualTo(TriageDisposition.Samu15Now));
    }

    [Test]
    public async Task An_answer_to_another_question_than_the_one_asked_is_refused()
    {
        await Start();

        var refused = await Post("/answers", new AnswerTriage("douleur_presente", TriageReply.No, null), Guid.NewGuid());

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await refused.ProblemCode(), Is.EqualTo(TriageProblems.NotAsked));
    }

    [Test]
    public async Task An_answer_sent_twice_is_written_once()
    {
        var view = await Start();
        var key = Guid.NewGuid();
        var answer = new AnswerTriage(view.Asking!.QuestionId, TriageReply.No, null);

        var once = await Read(await Post("/answers", answer, key));
        var again = await Read(await Post("/answers", answer, key));

        Assert.That(again.Asking!.QuestionId, Is.EqualTo(once.Asking!.QuestionId));
        Assert.That((await Log()).Count(e => e.Act == TriageAct.Answered), Is.EqualTo(1));
    }

    [Test]
    public async Task A_disposition_is_raised_and_never_lowered()
    {
        await Start();
        var doubted = await Read(await Post("/doubt", new DoubtTriage(null), Guid.NewGuid()));
        Assert.That(doubted.Reached!.Disposition, Is.EqualTo(TriageDisposition.DoctorNow));

        var lowered = await Post("/raise", new RaiseTriage(TriageDisposition.Routine, null), Guid.NewGuid());
        Assert.That(await lowered.ProblemCode(), Is.EqualTo(TriageProblems.WouldLower));

        var raised = await Read(await Post("/raise", new RaiseTriage(TriageDisposition.Samu15Now, null), Guid.NewGuid()));
        Assert.That(raised.Reached!.Disposition, Is.EqualTo(TriageDisposition.Samu15Now));
    }

    [Test]
    public async Task A_second_protocol_cannot_end_below_what_the_first_came_to()
    {
        await Start();
        await Post("/doubt", new DoubtTriage(null), Guid.NewGuid());

        var view = await Start("allergie");
        while (view.Asking is { } asking)
            view = await Answer(asking.QuestionId, TriageReply.No, null);

        Assert.That(view.Reached!.Disposition, Is.EqualTo(TriageDisposition.DoctorNow));
    }

    [Test]
    public async Task Doubt_before_any_protocol_is_logged_and_answers_nothing()
    {
        var response = await Post("/doubt", new DoubtTriage("je ne sens pas cet appel"), Guid.NewGuid());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        var only = (await Log()).Single();
        Assert.That(only, Has.Property("Act").EqualTo(TriageAct.Doubted).And.Property("Session").Null);
    }

    [Test]
    public async Task The_log_replays_to_the_same_disposition_from_the_archived_protocol()
    {
        var view = await Start();
        while (view.Asking is { } asking)
            view = await Answer(asking.QuestionId, asking.QuestionId == "douleur_effort" ? TriageReply.Unknown : TriageReply.No, null);

        var session = await _host.Store.Read((db, token) => db.Set<TriageSession>().SingleAsync(s => s.CallId == _call, token), default);
        Assert.That(ScriptVersion.TryParse(session.Protocol, out var version), Is.True);
        var archive = _host.Services.GetRequiredService<ScriptArchive>();
        var protocol = (await _host.Store.Read((db, token) => archive.FindProtocol(db, version, token).AsTask(), default))!;
        var place = (await Log()).Where(e => e.Act == TriageAct.Answered)
            .Aggregate(TriageWalk.Start(protocol), (at, e) => ((TriageMoved)TriageWalk.Answer(protocol, at, e.Question!, e.Answer!.Value)).Place);

        Assert.That(place.Reached, Is.EqualTo(session.Reached).And.EqualTo(Disposition.DoctorNow));
    }

    [Test]
    public async Task Neither_the_database_nor_its_log_holds_the_callers_words()
    {
        await Start();

        var bytes = Directory.GetFiles(_host.Folder).SelectMany(ReadShared).ToArray();
        Assert.That(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("très mal à la poitrine")), Is.EqualTo(-1));
        Assert.That((await Log()).Single().Words, Is.Not.Null);
    }

    [Test]
    public async Task A_call_in_other_hands_does_not_exist()
    {
        using var nadia = await _host.SignedIn(await _host.AddUser("nadia", Roles.Agent, _practice));

        Assert.That((await nadia.GetAsync(_root)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await nadia.PostAsJsonAsync($"{_root}/proposals", new ProposeProtocols(""))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_protocol_that_may_not_be_used_is_not_started()
    {
        var refused = await Post("", new StartTriage("inconnu", ""), Guid.NewGuid());

        Assert.That(await refused.ProblemCode(), Is.EqualTo(TriageProblems.ProtocolNotUsable));
    }

    [Test]
    public void Replies_dispositions_and_particulars_mean_the_same_on_the_wire()
    {
        Assert.That(Enum.GetNames<TriageReply>(), Is.EqualTo(Enum.GetNames<TriageAnswer>()).AsCollection);
        Assert.That(Enum.GetNames<TriageDisposition>(), Is.EqualTo(Enum.GetNames<Disposition>()).AsCollection);
        Assert.That(Enum.GetNames<TriageParticular>(), Is.EqualTo(Enum.GetNames<Particular>()).AsCollection);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task<CallId> Accepted()
    {
        var desk = _host.Services.GetRequiredService<CallDesk>();
        var now = _host.Clock.GetCurrentInstant();
        var offer = new OfferId(Guid.CreateVersion7());
        var id = (await desk.Arrive(new CallArrived("arrive", now, new LegRef($"CA{offer}"), "+33611111111", Line), default))!.CallId;
        await desk.Handle(id, new CallDirected("directed", now, CallDirection.Queue, Urgency.Routine, null, []), default);
        await desk.Handle(id, new CallOffered("offered", now, offer, _agent), default);
        await desk.Handle(id, new OfferAccepted("accepted", now, offer, _agent), default);
        return id;
    }

    private async Task<IReadOnlyList<ProposedProtocol>> Propose(string words)
    {
        var response = await _claire.PostAsJsonAsync($"{_root}/proposals", new ProposeProtocols(words));
        return (await response.Content.ReadFromJsonAsync<List<ProposedProtocol>>(TestJson.Options))!;
    }

    private async Task<TriageView> Start(string protocol = "douleur-thoracique") => await Read(await Post("", new StartTriage(protocol, Words), Guid.NewGuid()));

    private async Task<TriageView> Answer(string question, TriageReply reply, string? words) =>
        await Read(await Post("/answers", new AnswerTriage(question, reply, words), Guid.NewGuid()));

    private async Task<HttpResponseMessage> Post(string path, object body, Guid key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = JsonContent.Create(body, body.GetType(), options: TestJson.Options) };
        request.Headers.Add("Idempotency-Key", key.ToString());
        return await _claire.SendAsync(request);
    }

    private static async Task<TriageView> Read(HttpResponseMessage response)
    {
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<TriageView>(TestJson.Options))!;
    }

    private Task<CallRecord> Row() => _host.Store.Read((db, token) => db.Set<CallRecord>().SingleAsync(c => c.Id == _call, token), default);

    private Task<List<TriageLogEntry>> Log() =>
        _host.Store.Read((db, token) => db.Set<TriageLogEntry>().Where(e => e.CallId == _call).OrderBy(e => e.Sequence).ToListAsync(token), default);
}
