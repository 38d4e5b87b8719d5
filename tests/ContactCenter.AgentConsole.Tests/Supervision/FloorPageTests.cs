using System.Globalization;
using System.Net;
using Bunit;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Supervision;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Supervision;

namespace ContactCenter.AgentConsole.Tests.Supervision;

internal sealed class FloorPageTests : DeskTest
{
    private static readonly Guid Call = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly FloorDay Quiet = new(0, 0, 0, 0, 0, 0, 0, 20, 0);

    private DateTimeOffset Now => Clock.GetUtcNow();

    [Test]
    public async Task Who_waits_who_talks_and_who_is_there_is_shown_with_its_time()
    {
        var page = await Show(
            new FloorView(
                Now,
                [new(Call, "Cabinet des Lilas", Now.AddSeconds(-65), CallUrgency.Urgent, Offered: true), new(Guid.NewGuid(), "Cabinet des Lilas", Now.AddSeconds(-5), CallUrgency.Routine, Offered: false)],
                [new(Guid.NewGuid(), "Cabinet des Lilas", "Claire Fontaine", FloorPhase.InEmergency, Now.AddSeconds(-130), CallUrgency.Emergency, EmergencyOpen: true)],
                [new(Guid.NewGuid(), "Nadia Hamidi", "NH", Presence.Away, Now.AddMinutes(-3), AwayReasons.Lunch, "offer-rang-out", 7)]),
            new FloorDay(19, 17, 3, 1, 2, 4, 1, 20, 95));

        Assert.That(page.FindAll("#floor-waiting ~ div tbody tr")[0].TextContent, Does.Contain("1:05").And.Contain("Sonne chez une secrétaire"));
        Assert.That(page.FindAll(".late").Select(l => l.TextContent), Is.EqualTo(["1:05"]));
        Assert.That(page.Find("#floor-calls ~ div tbody tr").TextContent, Does.Contain("2:10").And.Contain("Vers les secours").And.Contain("Claire Fontaine").And.Contain("Urgence ouverte"));
        Assert.That(page.Find(".floor-agents li").TextContent, Does.Contain("Déjeuner").And.Contain("3:00").And.Contain("Mise en pause").And.Contain("7 appels"));
        Assert.That(page.FindAll("dd").Select(d => d.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ')), Is.EqualTo(["81 %", "19", "2", "1:35", "2", "4", "1"]));
    }

    [Test]
    public async Task It_is_read_again_by_itself_and_a_server_that_is_gone_is_said_beside_what_was_seen_last()
    {
        var page = await Show(new FloorView(Now, [], [], []), Quiet);
        Assert.That(page.Markup, Does.Contain("Personne n’attend."));
        Http.On("GET /api/floor", new FloorView(Now, [new(Call, "Cabinet des Lilas", Now, CallUrgency.Routine, false)], [], []));
        Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.That(page.Find("#floor-waiting .tag").TextContent, Is.EqualTo("1")));

        Http.On("GET /api/floor", new { }, HttpStatusCode.ServiceUnavailable);
        Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("vous voyez le plateau de")));
        Assert.That(page.Find("#floor-waiting .tag").TextContent, Is.EqualTo("1"));
    }

    [Test]
    public async Task It_reads_in_English()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var page = await Show(new FloorView(Now, [], [new(Call, "Lilas", null, FloorPhase.AgentLost, Now, CallUrgency.Routine, false)], []), Quiet);
        Assert.That(page.Markup, Does.Contain("Nobody waits.").And.Contain("Agent lost").And.Contain("Answered within 20 s"));
    }

    [Test]
    public async Task The_floor_is_the_supervisors_own()
    {
        await SignIn(Roles.PracticeStaff);
        var page = Browser.Render<FloorPage>();
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("superviseurs"));
        Assert.That(Http.Received.Where(r => r.Request.Contains("floor", StringComparison.Ordinal)), Is.Empty);
    }

    private async Task<IRenderedComponent<FloorPage>> Show(FloorView floor, FloorDay day)
    {
        await SignIn(Roles.Supervisor);
        Http.On("GET /api/floor", floor);
        Http.On("GET /api/floor/day", day);
        return Browser.Render<FloorPage>();
    }

    private async Task SignIn(string role)
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Sophie", "sophie@demo.contactcenter.local", [role], [], Views.Noon));
        await Get<Session>().Load();
    }
}
