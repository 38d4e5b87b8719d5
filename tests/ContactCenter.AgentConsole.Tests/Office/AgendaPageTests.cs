using System.Net;
using Bunit;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Office.Calendar;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Tests.Office;

/// <summary>The practice reads its own agenda.</summary>
internal sealed class AgendaPageTests : DeskTest
{
    private static readonly DateOnly Thursday = new(2026, 11, 26);
    private static readonly Guid Practice = Views.Practice().PracticeId;

    private static string News => $"GET {Root}/agenda/news";

    private static string Root => $"/api/practices/{Practice}";

    [Test]
    public async Task It_opens_on_the_servers_day_and_tells_who_booked_and_offers_no_move()
    {
        var entry = Agendas.Appointment("dr-martin", Thursday, 9, 0, 20) with { Made = new BookingMade("Claire Petit", Agendas.At(Thursday.AddDays(-3), 10, 4), true) };
        Http.On($"GET {Root}/agenda?days=1", Agendas.Day(Thursday, entry) with { AsOf = Agendas.At(Thursday, 8, 45) });
        var page = await Show(Roles.PracticeStaff);
        page.WaitForAssertion(() => Assert.That(page.Find(".agenda-title").TextContent, Does.Contain("jeudi 26 novembre")));
        Assert.That(page.Find(".agenda-as-of").TextContent, Does.Contain("à jour à 08:45"));
        Assert.That(page.FindAll("[data-move]"), Is.Empty);
        await page.Find("button.block-face").ClickAsync();
        Assert.That(page.Find("dialog").TextContent, Does.Contain("Pris le 23/11/2026 à 10:04 par Claire Petit, au téléphone").And.Not.Contain("Déplacer"));
    }

    [Test]
    public async Task Week_that_was_on_screen_before_opens_on_the_servers_week()
    {
        Http.On($"GET {Root}/agenda?days=1", Agendas.Day(Thursday));
        Http.On($"GET {Root}/agenda?from=2026-11-23&days=7", Agendas.Week(new DateOnly(2026, 11, 23)));
        await Get<AgendaDesk>().Show(AgendaSpan.Week);
        var page = await Show(Roles.PracticeStaff);
        page.WaitForAssertion(() => Assert.That(page.FindAll(".is-week"), Is.Not.Empty));
    }

    [Test]
    public async Task What_is_booked_elsewhere_shows_by_itself()
    {
        Http.On($"GET {Root}/agenda?days=1", Agendas.Day(Thursday));
        Http.On($"GET {Root}/agenda?from=2026-11-26&days=1", Agendas.Day(Thursday, Agendas.Appointment("dr-martin", Thursday, 9, 0, 20)));
        await using var news = Http.Opens(News);
        var page = await Show(Roles.PracticeStaff);
        Assert.That(page.FindAll(".agenda-title"), Is.Empty, "nothing is loaded before anybody listens");
        await news.WriteAsync("null\n");
        page.WaitForAssertion(() => Assert.That(page.Find(".agenda-title").TextContent, Does.Contain("jeudi 26 novembre")));
        await Pass(seconds: 5, until: () => false);
        Assert.That(page.FindAll("button.block-face"), Is.Empty, "nothing was told yet");

        await news.WriteAsync("\"2026-11-26\"\n");
        await Pass(seconds: 30, until: () => page.FindAll("button.block-face").Count == 1);
        Assert.That(page.FindAll("button.block-face"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_changed_while_nobody_listened_is_loaded_once_somebody_does()
    {
        Http.On($"GET {Root}/agenda?days=1", Agendas.Day(Thursday));
        Http.On($"GET {Root}/agenda?from=2026-11-26&days=1", Agendas.Day(Thursday, Agendas.Appointment("dr-martin", Thursday, 9, 0, 20)));
        Http.Lines<DateOnly?>(News, [null]);
        var page = await Show(Roles.PracticeStaff);
        page.WaitForAssertion(() => Assert.That(page.Find(".agenda-title").TextContent, Does.Contain("jeudi 26 novembre")));
        await Pass(seconds: 30, until: () => page.FindAll("button.block-face").Count == 1);
        Assert.That(page.FindAll("button.block-face"), Has.Count.EqualTo(1));
    }

    [TestCase(HttpStatusCode.NotFound, 1)]
    [TestCase(HttpStatusCode.Unauthorized, 1)]
    [TestCase(HttpStatusCode.BadGateway, 3)]
    public async Task Who_may_not_hear_of_it_is_not_asked_again_and_a_server_that_is_away_is(HttpStatusCode answer, int least)
    {
        Http.On($"GET {Root}/agenda?days=1", Agendas.Day(Thursday));
        Http.On(News, null, answer);
        var page = await Show(Roles.PracticeStaff);
        page.WaitForAssertion(() => Assert.That(page.Find(".agenda-title").TextContent, Does.Contain("jeudi 26 novembre")));
        await Pass(seconds: 60, until: () => Asked() > 5);
        Assert.That(Asked(), least == 1 ? Is.EqualTo(1) : Is.GreaterThanOrEqualTo(least));

        int Asked() => Http.Received.Count(r => r.Request == News);
    }

    [Test]
    public async Task The_page_is_the_practices_own()
    {
        var page = await Show(Roles.Billing);
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("cabinet"));
        Assert.That(Http.Received.Where(r => r.Request.Contains("agenda", StringComparison.Ordinal)), Is.Empty);
    }

    private async Task Pass(int seconds, Func<bool> until)
    {
        for (var second = 0; second < seconds && !until(); second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
    }

    private async Task<IRenderedComponent<AgendaPage>> Show(string role)
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Sophie", "cabinet@demo.contactcenter.local", [role], [new(Practice, "lilas", "Cabinet des Lilas")], Views.Noon));
        await Get<Session>().Load();
        return Browser.Render<AgendaPage>(p => p.Add(c => c.PracticeId, Practice));
    }
}
