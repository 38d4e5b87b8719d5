using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Contests;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Contests;

/// <summary>A practice doubts a stretch; the clerk gives it back or says why not.</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
internal sealed class ContestTests(DatabaseEngine engine)
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);

    private BillingHouse _house = null!;
    private PracticeId _practice;
    private PracticeId _neighbour;
    private CallId _first;
    private CallId _second;
    private string _invoice = "";
    private HttpClient _staff = null!;
    private HttpClient _clerk = null!;

    [SetUp]
    public async Task Open()
    {
        _house = new BillingHouse(engine);
        (_practice, _neighbour) = (await _house.AddPractice("a"), await _house.AddPractice("b"));
        _first = await _house.AddHeardCall(_practice, Morning, 3_600);
        _second = await _house.AddHeardCall(_practice, Morning + Duration.FromHours(2), 600);
        await _house.Close(_practice, BillingHouse.September);
        _invoice = (await _house.Issue(_practice, BillingHouse.September)).Value!.Number!;
        _staff = await _house.Host.SignedIn(await _house.Host.AddUser("staff", Roles.PracticeStaff, _practice));
        _clerk = await _house.Host.SignedIn(await _house.Host.AddUser("clerk", Roles.Billing));
    }

    [TearDown]
    public async Task Shut()
    {
        _staff.Dispose();
        _clerk.Dispose();
        await _house.DisposeAsync();
    }

    [Test]
    public async Task An_accepted_contest_gives_back_what_the_stretch_had_cost_and_next_month_does_not_again()
    {
        var contest = await Raised(_second, 3, "Nous n'avons pas parlé si longtemps");
        Assert.That((contest.State, contest.Kind, contest.Seconds, contest.CreditNote), Is.EqualTo((ContestState.Open, "talk", 600L, (string?)null)));

        var accepted = await Decided(contest, true, "C'est exact");
        var note = await _clerk.GetFromJsonAsync<InvoiceView>($"{Practice}/invoices/{accepted.CreditNote}", TestJson.Options);
        // 600 s beyond the included hour at 0.65 a minute.
        Assert.That((note!.Summary.Kind, note.Summary.NetCents, note.Summary.Corrects), Is.EqualTo((InvoiceKindView.CreditNote, 650L, _invoice)));
        Assert.That(note.Lines.Select(l => (l.Number, l.Quantity)), Is.EqualTo(new[] { (3, 600L) }));
        Assert.That(accepted.CreditNote, Is.EqualTo("A2026-000001"));
        var behind = await _staff.GetFromJsonAsync<LineUse[]>($"{Practice}/invoices/{accepted.CreditNote}/lines/3/calls", TestJson.Options);
        Assert.That(behind!.Select(u => (u.CallId, u.Quantity)), Is.EqualTo(new[] { ((Guid?)_second.Value, 600L) }));
        Assert.That(accepted.History.Select(h => (h.By, h.State, h.Reason)), Is.EqualTo(new[]
        {
            ("staff", ContestState.Open, "Nous n'avons pas parlé si longtemps"), ("clerk", ContestState.Accepted, "C'est exact"),
        }));

        var october = (await _house.Close(_practice, BillingHouse.October)).Value!.ReadCharged();
        Assert.That(october.Lines.Where(l => l.Key.StartsWith("2026-09/", StringComparison.Ordinal)), Is.Empty, "given back once");
        Assert.That((await _staff.GetAsync($"{Practice}/invoices/{accepted.CreditNote}/files/ubl")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_late_call_and_an_accepted_contest_each_count_once()
    {
        var contest = await Raised(_second, 3, "Trop long");
        await _house.AddHeardCall(_practice, Morning + Duration.FromHours(3), 60);
        await Decided(contest, true, "Oui");

        var october = (await _house.Close(_practice, BillingHouse.October)).Value!.ReadCharged();
        // 80 s of the late call at 0.65 a minute.
        Assert.That(october.Lines.Where(l => l.Key.StartsWith("2026-09/", StringComparison.Ordinal)).Select(l => l.Net), Is.EqualTo(new[] { new Money(87) }));
    }

    [Test]
    public async Task Seconds_that_were_included_cost_nothing_and_need_no_note()
    {
        await _house.AddHeardCall(_practice, Instant.FromUtc(2026, 10, 6, 9, 0), 100);
        await _house.Close(_practice, BillingHouse.October);
        var october = (await _house.Issue(_practice, BillingHouse.October)).Value!.Number!;
        var call = (await _staff.GetFromJsonAsync<LineUse[]>($"{Practice}/invoices/{october}/lines/2/calls", TestJson.Options))!.Single().CallId!.Value;

        var raised = await Read(await Raise(_staff, new CallId(call), 3, "Trop long", october));
        var accepted = await Decided(raised, true, "Soit");

        Assert.That((accepted.State, accepted.CreditNote), Is.EqualTo((ContestState.Accepted, (string?)null)));
    }

    [Test]
    public async Task A_refused_contest_changes_no_amount_and_says_why()
    {
        var contest = await Raised(_second, 4, "Pas de notes");
        var refused = await Decided(contest, false, "Les notes sont au dossier");

        Assert.That((refused.State, refused.CreditNote), Is.EqualTo((ContestState.Refused, (string?)null)));
        Assert.That(await Count<IssuedInvoice>(), Is.EqualTo(1));
        var seen = await _staff.GetFromJsonAsync<ContestView[]>($"{Practice}/contests", TestJson.Options);
        Assert.That(seen!.Single().History[^1].Reason, Is.EqualTo("Les notes sont au dossier"));
    }

    [Test]
    public async Task A_second_decision_is_a_conflict_and_a_repeated_one_is_the_same()
    {
        var contest = await Raised(_second, 3, "Trop long");
        var key = Guid.NewGuid();
        var once = await Read(await Decide(contest, true, "Oui", key));
        var again = await Read(await Decide(contest, true, "Oui", key));
        var other = await Decide(contest, false, "Non", Guid.NewGuid());

        Assert.That(again.CreditNote, Is.EqualTo(once.CreditNote));
        Assert.That((other.StatusCode, await other.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, BillingProblems.AlreadyDone)));
        Assert.That(await Count<IssuedInvoice>(), Is.EqualTo(2), "one invoice, one note");
    }

    [Test]
    public async Task Two_decisions_at_once_issue_one_note()
    {
        var contest = await Raised(_second, 3, "Trop long");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Decide(contest, i % 2 == 0, "À la fois", Guid.NewGuid())));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(5));
        Assert.That(await Count<IssuedInvoice>(), Is.LessThanOrEqualTo(2));
    }

    [Test]
    public async Task A_contest_is_sent_once_and_a_stretch_is_contested_once()
    {
        var key = Guid.NewGuid();
        var once = await Read(await Raise(_staff, _second, 3, "Trop long", _invoice, key));
        var again = await Read(await Raise(_staff, _second, 3, "Trop long", _invoice, key));
        var anew = await Raise(_staff, _second, 3, "Encore", _invoice);

        Assert.That(again.ContestId, Is.EqualTo(once.ContestId));
        Assert.That((anew.StatusCode, await anew.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, BillingProblems.AlreadyDone)));
        Assert.That(await Count<Contest>(), Is.EqualTo(1));
    }

    [TestCase(0, "Trop long", BillingProblems.NotCharged)]
    [TestCase(9, "Trop long", BillingProblems.NotCharged)]
    [TestCase(3, "  ", BillingProblems.ReasonNeeded)]
    public async Task What_is_not_charged_or_has_no_reason_is_refused(int segment, string reason, string code)
    {
        var answer = await Raise(_staff, _second, segment, reason, _invoice);
        Assert.That((answer.StatusCode, await answer.ProblemCode()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, code)));
    }

    [Test]
    public async Task Only_the_practice_contests_only_the_clerk_decides_and_the_neighbour_sees_nothing()
    {
        using var neighbour = await _house.Host.SignedIn(await _house.Host.AddUser("neighbour", Roles.PracticeStaff, _neighbour));
        var contest = await Raised(_second, 3, "Trop long");

        Assert.That((await Raise(_clerk, _first, 3, "Trop long", _invoice)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await Raise(neighbour, _first, 3, "Trop long", _invoice)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await neighbour.GetAsync($"{Practice}/contests")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _staff.GetAsync("/api/billing/contests")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await Send(_staff, $"{Practice}/contests/{contest.ContestId}/decision", new DecideContest(true, "Moi-même"))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await Send(_clerk, $"/api/billing/practices/{_neighbour.Value}/contests/{contest.ContestId}/decision", new DecideContest(true, "Ailleurs"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_people_wrote_lies_sealed_and_the_evidence_shows_it_to_those_concerned()
    {
        await Raised(_second, 3, "Quaxelmann");
        var box = await _house.Host.Store.Read((db, token) => db.Set<Contest>().Select(c => c.History).SingleAsync(token), default);
        var evidence = await _staff.GetFromJsonAsync<CallEvidence>($"{Practice}/calls/{_second.Value}", TestJson.Options);

        Assert.That(System.Text.Encoding.UTF8.GetString(box), Does.Not.Contain("Quaxelmann"));
        Assert.That(evidence!.Contests.Single().History.Single().Reason, Is.EqualTo("Quaxelmann"));
    }

    private string Practice => $"/api/billing/practices/{_practice.Value}";

    private async Task<ContestView> Raised(CallId call, int segment, string reason) => await Read(await Raise(_staff, call, segment, reason, _invoice));

    private Task<HttpResponseMessage> Raise(HttpClient client, CallId call, int segment, string reason, string invoice, Guid? key = null) =>
        Send(client, $"{Practice}/invoices/{invoice}/contests", new ContestSegment(call.Value, segment, reason), key);

    private async Task<ContestView> Decided(ContestView contest, bool accept, string reason) => await Read(await Decide(contest, accept, reason, Guid.NewGuid()));

    private Task<HttpResponseMessage> Decide(ContestView contest, bool accept, string reason, Guid key) =>
        Send(_clerk, $"{Practice}/contests/{contest.ContestId}/decision", new DecideContest(accept, reason), key);

    private static Task<HttpResponseMessage> Send(HttpClient client, string address, object body, Guid? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, options: TestJson.Options) };
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{key ?? Guid.NewGuid()}");
        return client.SendAsync(request);
    }

    private static async Task<ContestView> Read(HttpResponseMessage answer)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ContestView>(TestJson.Options))!;
    }

    private Task<int> Count<T>()
        where T : class => _house.Host.Store.Read((db, token) => db.Set<T>().CountAsync(token), default);
}
