using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Ledgers;

/// <summary>The clerk's list of differences, her decisions, and the margins; nobody else's.</summary>
[CancelAfter(120_000)]
internal sealed class FindingEndpointsTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);
    private Carrier _carrier = null!;
    private BillingHouse _house = null!;
    private PracticeId _practice;
    private HttpClient _clerk = null!;

    [SetUp]
    public async Task Open()
    {
        _carrier = await Carrier.Start(Morning);
        _house = new BillingHouse(DatabaseEngine.Sqlite, builder => _carrier.Serve(builder));
        _practice = await _house.AddPractice("a");
        _clerk = await _house.Host.SignedIn(await _house.Host.AddUser("paul", Roles.Billing));
        var legs = await _carrier.Call(90);
        await _house.AddHeardCall(_practice, Morning, 100, legs.Caller, legs.Agent);
        await _house.Host.Services.GetRequiredService<CompareLedgers>().Day(new(2026, 9, 8), default);
    }

    [TearDown]
    public async Task Shut()
    {
        _clerk.Dispose();
        await _house.DisposeAsync();
        await _carrier.DisposeAsync();
    }

    [Test]
    public async Task A_difference_is_listed_settled_once_with_its_reason_and_the_month_tells_of_it()
    {
        var open = await List();
        Assert.That(open.Select(f => (f.Practice, f.Difference, f.OurSeconds, f.TheirSeconds, f.Blocks)).Order(), Is.EqualTo(new[]
        {
            ("Cabinet a", DifferenceView.Length, 100L, 90L, true), ("Cabinet a", DifferenceView.Length, 125L, 115L, true),
        }));
        Assert.That(await Blocked(), Is.EqualTo(1));
        var key = Guid.NewGuid();
        foreach (var finding in open)
            Assert.That((await Settle(finding, SettlementView.OursHolds, "Vérifié avec l’opérateur", finding == open[0] ? key : Guid.NewGuid())).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var again = await Settle(open[0], SettlementView.OursHolds, "Vérifié avec l’opérateur", key);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK), "the same one sent again is the same answer");
        Assert.That(await (await Settle(open[0], SettlementView.TheirsHolds, "non", Guid.NewGuid())).ProblemCode(), Is.EqualTo(BillingProblems.AlreadyDone));

        var settled = (await List()).First(f => f.FindingId == open[0].FindingId);
        Assert.That((settled.SettledAs, settled.SettledBy, settled.Reason, settled.Blocks), Is.EqualTo(((SettlementView?)SettlementView.OursHolds, "paul", "Vérifié avec l’opérateur", false)));
        Assert.That(await Blocked(), Is.Zero);
    }

    [TestCase(SettlementView.RecordsAgree, "motif", LedgerProblems.WrongSettlement)]
    [TestCase(SettlementView.OursHolds, " ", BillingProblems.ReasonNeeded)]
    public async Task A_settlement_that_nobody_may_make_is_refused_in_both_languages(SettlementView how, string reason, string code)
    {
        var refused = await Settle((await List())[0], how, reason, Guid.NewGuid());
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await refused.ProblemCode(), Is.EqualTo(code));
    }

    [Test]
    public async Task Only_billing_sees_differences_and_margins()
    {
        using var staff = await _house.Host.SignedIn(await _house.Host.AddUser("staff", Roles.PracticeStaff, _practice));
        foreach (var address in new[] { "findings", "margins?month=2026-09", "margins.csv?month=2026-09" })
        {
            Assert.That((await staff.GetAsync($"/api/billing/{address}")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
            Assert.That((await _clerk.GetAsync($"/api/billing/{address}")).StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }

        Assert.That((await staff.PostAsync($"/api/billing/findings/{(await List())[0].FindingId}/measurement", null)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_file_of_margins_has_a_row_for_the_month_and_for_each_hour()
    {
        var rows = (await _clerk.GetStringAsync("/api/billing/margins.csv?month=2026-09")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(rows[0], Is.EqualTo("month,practice,hour,currency,revenue,carrier,agent_seconds,agents,margin"));
        Assert.That(rows[1], Does.StartWith("2026-09,Cabinet a,all,EUR,209.00,0.03,120,0.82,"));
        Assert.That(rows.Skip(2).Select(r => r.Split(',')[2]), Is.EqualTo(new[] { "none", "11" }));
    }

    [Test]
    public async Task A_measurement_while_the_vendor_is_silent_is_said_and_changes_nothing()
    {
        var finding = (await List())[0];
        _house.Host.Services.GetRequiredService<IOptions<TwilioOptions>>().Value.AuthToken = "refused";
        var answer = await _clerk.PostAsync($"/api/billing/findings/{finding.FindingId}/measurement", null);
        Assert.That((answer.StatusCode, await answer.ProblemCode()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, LedgerProblems.CarrierSilent)));
        Assert.That((await List()).Count(f => f.SettledAt is null), Is.EqualTo(2));
    }

    private async Task<List<FindingView>> List() => (await _clerk.GetFromJsonAsync<List<FindingView>>("/api/billing/findings", TestJson.Options))!;

    private async Task<int> Blocked() =>
        (await _clerk.GetFromJsonAsync<List<MonthOverview>>("/api/billing/months?month=2026-09", TestJson.Options))!.Single().BlockedCalls;

    private Task<HttpResponseMessage> Settle(FindingView finding, SettlementView how, string reason, Guid key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/billing/findings/{finding.FindingId}/settlement")
        {
            Content = JsonContent.Create(new SettleFinding(how, reason), options: TestJson.Options),
        };
        request.Headers.Add(RequestProblems.IdempotencyKey, key.ToString());
        return _clerk.SendAsync(request);
    }
}
