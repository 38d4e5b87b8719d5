using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Evidence;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Evidence;

/// <summary>Every second of a call with the event at its borders, for the practice whose call it is.</summary>
internal sealed class CallEvidenceTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);

    private BillingHouse _house = null!;
    private PracticeId _practice;
    private PracticeId _neighbour;
    private CallId _call;
    private HttpClient _staff = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _house = new BillingHouse(DatabaseEngine.Sqlite);
        (_practice, _neighbour) = (await _house.AddPractice("a"), await _house.AddPractice("b"));
        _call = await _house.AddHeardCall(_practice, Morning, 4_000);
        await _house.Close(_practice, BillingHouse.September);
        await _house.Issue(_practice, BillingHouse.September);
        _staff = await _house.Host.SignedIn(await _house.Host.AddUser("staff", Roles.PracticeStaff, _practice));
    }

    [OneTimeTearDown]
    public async Task Shut()
    {
        _staff.Dispose();
        await _house.DisposeAsync();
    }

    [Test]
    public async Task Segments_are_exact_and_the_tariff_says_which_are_billable()
    {
        var evidence = await Show();

        Assert.That(
            evidence.Segments.Select(s => (s.Index, s.Kind, s.Seconds, s.Billable)),
            Is.EqualTo(new[]
            {
                (0, "ivr", 10L, false), (1, "waiting", 12L, false), (2, "ringing", 3L, false), (3, "talk", 4_000L, true), (4, "wrap_up", 20L, true),
            }));
        Assert.That(evidence.Segments.SkipLast(1).Sum(s => s.Seconds), Is.EqualTo(evidence.LegSeconds), "the leg has no hole");
        Assert.That(evidence.Segments[3].Start, Is.EqualTo(new DateTimeOffset(2026, 9, 8, 11, 0, 25, TimeSpan.FromHours(2))), "by the practice's clock");
    }

    [Test]
    public async Task Each_border_names_its_event_when_it_came_and_as_which()
    {
        var talk = (await Show()).Segments[3];

        Assert.That((talk.StartedBy!.Key, talk.StartedBy.Kind, talk.StartedBy.Arrival), Is.EqualTo(("caller-joined", "participant_joined", 5)));
        Assert.That((talk.EndedBy!.Key, talk.EndedBy.Kind, talk.EndedBy.Arrival), Is.EqualTo(("completed", "leg_progressed", 7)));
        Assert.That(talk.EndedBy.At, Is.EqualTo(talk.End));
        Assert.That(talk.EndedBy.ReceivedAt - talk.End, Is.EqualTo(TimeSpan.FromSeconds(21.412)), "an arrival is no border");
    }

    [Test]
    public async Task The_vendor_s_own_number_of_an_event_stands_beside_ours()
    {
        var segments = (await Show()).Segments;

        Assert.That((segments[3].StartedBy!.VendorSequence, segments[3].StartedBy!.Arrival), Is.EqualTo(((int?)1, 5)), "the first notice of its conference");
        Assert.That(segments[3].EndedBy!.VendorSequence, Is.EqualTo(1), "of the leg");
        Assert.That(segments[1].StartedBy!.VendorSequence, Is.Null, "our own decision has none");
    }

    [Test]
    public async Task What_the_invoice_charges_for_the_call_is_named_line_by_line()
    {
        var evidence = await Show();

        // 3 600 seconds are included; talk and notes are 4 020.
        Assert.That(evidence.Invoiced.Select(p => (p.Line, p.Quantity, p.UnitCode)), Is.EqualTo(new[] { (2, 3_600L, "SEC"), (3, 420L, "SEC") }));
    }

    [Test]
    public async Task The_caller_is_masked_and_nothing_else_tells_who_called()
    {
        var text = await _staff.GetStringAsync(Address(_practice));

        Assert.That((await Show()).CallerMasked, Is.EqualTo("+33 6 •• •• •• 99"));
        Assert.That(text, Does.Not.Contain("77788899").And.Not.Contain("788899"));
    }

    [Test]
    public async Task Another_practice_finds_nothing_and_an_agent_may_not_ask()
    {
        using var neighbour = await _house.Host.SignedIn(await _house.Host.AddUser("neighbour", Roles.PracticeStaff, _neighbour));
        using var agent = await _house.Host.SignedIn(await _house.Host.AddUser("agent", Roles.Agent, _practice));
        using var clerk = await _house.Host.SignedIn(await _house.Host.AddUser("clerk", Roles.Billing));

        Assert.That((await neighbour.GetAsync(Address(_practice))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await neighbour.GetAsync(Address(_neighbour))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "nor under its own name");
        Assert.That((await agent.GetAsync(Address(_practice))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await clerk.GetAsync(Address(_practice))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(null, null)]
    [TestCase("+33612345678", "+33 6 •• •• •• 78")]
    [TestCase("+4930123456", "+49 •• •• •• 56")]
    [TestCase("+12", "••")]
    public void A_number_keeps_its_ends_only(string? number, string? masked) => Assert.That(CallerMask.Of(number), Is.EqualTo(masked));

    private async Task<CallEvidence> Show() => (await _staff.GetFromJsonAsync<CallEvidence>(Address(_practice), TestJson.Options))!;

    private string Address(PracticeId practice) => $"/api/billing/practices/{practice.Value}/calls/{_call.Value}";
}
