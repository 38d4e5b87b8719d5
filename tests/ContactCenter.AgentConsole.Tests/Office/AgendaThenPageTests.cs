using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Calendar;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Tests.Office;

/// <summary>The practice looks at its agenda as it stood at a minute.</summary>
internal sealed class AgendaThenPageTests : DeskTest
{
    private static readonly DateOnly Thursday = new(2026, 11, 26);
    private static readonly Guid Practice = Views.Practice().PracticeId;

    private static readonly ReplayedEntry Booked = new(
        "dr-martin", Agendas.At(Thursday, 9, 30), Agendas.At(Thursday, 9, 50), AgendaEntryKind.Appointment, Guid.NewGuid(), Agendas.At(Thursday.AddDays(-3), 10, 4), "Claire Petit",
        AppointmentState.Booked, 0, "DURAND Amélie", "Consultation");

    private static readonly ReplayedEntry Held =
        Booked with { Start = Agendas.At(Thursday, 9, 0), Subject = Guid.NewGuid(), Kind = AgendaEntryKind.Hold, State = null, Patient = null, Label = "NH", By = null };

    private static string Root => $"/api/practices/{Practice}";

    [Test]
    public async Task It_opens_an_hour_back_and_tells_by_the_practice_s_clock_what_stood_there_since_when_and_by_whom()
    {
        var page = await Show();
        Assert.That(page.Find(".then-banner").TextContent, Does.Contain("jeudi 26 novembre, tel qu’affiché le 26/11/2026 à 12:05.").And.Contain("Rien ne peut y être changé."));
        Assert.That(page.FindAll("tbody tr").Select(Plain), Is.EqualTo(new[]
        {
            "09:00 – 09:50 Dr Martin NH Retenu lun. 23 nov. 10:04",
            "09:30 – 09:50 Dr Martin DURAND Amélie Consultation Pris lun. 23 nov. 10:04, Claire Petit",
        }));
    }

    [Test]
    public async Task A_step_goes_some_minutes_back_on_the_same_day()
    {
        var page = await Show();
        Http.On($"GET {Root}/agenda/replay?local=2026-11-26T12:00&from=2026-11-26", Replay(12, 0));
        await page.FindAll(".then-form button[type=button]")[0].ClickAsync();
        Assert.That(page.Find(".then-banner").TextContent, Does.Contain("à 12:00"));
        Assert.That(page.FindAll("tbody tr"), Is.Empty);
        Assert.That(page.Find(".muted:last-child").TextContent, Does.Contain("rien ne figurait"));
    }

    [Test]
    public async Task A_minute_that_has_not_come_is_said_and_what_is_shown_stays()
    {
        var page = await Show();
        Http.On($"GET {Root}/agenda/replay?local=2026-11-26T12:10&from=2026-11-26", new { code = BookingProblems.Invalid, detail = "Ce moment n’est pas encore venu." }, HttpStatusCode.UnprocessableEntity);
        await page.FindAll(".then-form button[type=button]")[1].ClickAsync();
        Assert.That(page.Find("[role=alert]").TextContent, Is.EqualTo("Ce moment n’est pas encore venu."));
        Assert.That(page.FindAll("tbody tr"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_openings_are_those_of_the_rules_of_then_and_where_they_are_not_known_that_is_said()
    {
        var page = await Show();
        Assert.That(page.Find(".panel").TextContent, Does.Contain("n’ont pas été notées"));
        var rules = new RulesThen(3, [new("dr-martin", "Dr Hélène Martin", "Médecine générale"), new("dr-benali", "Dr Karim Benali", "Pédiatrie")],
        [
            new("dr-martin", Agendas.At(Thursday, 8, 30), Agendas.At(Thursday, 12, 0), Place: "Lilas"),
            new("dr-martin", Agendas.At(Thursday, 14, 0), Agendas.At(Thursday, 16, 0), Mode: "Tele", KeptFor: "urgence"),
        ]);
        Http.On($"GET {Root}/agenda/replay?local=2026-11-26T12:00&from=2026-11-26", Replay(12, 0, Booked) with { Rules = rules });
        await page.FindAll(".then-form button[type=button]")[0].ClickAsync();
        Assert.That(page.Find("#then-openings").TextContent, Does.Contain("version 3"));
        Assert.That(page.FindAll(".then-openings > *").Select(Plain), Is.EqualTo(new[]
        {
            "Dr Hélène Martin", "08:30 – 12:00 (Lilas), 14:00 – 16:00 (Plage à distance · Gardé : urgence)", "Dr Karim Benali", "fermé ce jour-là",
        }));
        Assert.That(page.Find("tbody td").TextContent, Is.EqualTo("Dr Hélène Martin"), "as she was called then");
    }

    [Test]
    public async Task One_goes_from_change_to_change_to_the_second()
    {
        var page = await Show();
        Assert.That(page.FindAll(".then-form button[disabled]"), Has.Count.EqualTo(2), "nothing changed before or after");
        Http.On($"GET {Root}/agenda/replay?local=2026-11-26T12:00&from=2026-11-26", Replay(12, 0) with { Earlier = Agendas.At(Thursday, 11, 58).AddSeconds(7) });
        await page.FindAll(".then-form button[type=button]")[0].ClickAsync();
        Http.On(
            $"GET {Root}/agenda/replay?at=2026-11-26T11%3A58%3A07.0000000%2B01%3A00&from=2026-11-26", Replay(11, 58, Held) with { At = Agendas.At(Thursday, 11, 58).AddSeconds(7) });
        await page.FindAll(".then-form button[type=button]")[2].ClickAsync();
        Assert.That(page.Find(".then-banner").TextContent, Does.Contain("à 11:58:07"));
        Assert.That(page.FindAll(".then-form input")[1].GetAttribute("value"), Does.StartWith("2026-11-26T11:58"));
        Assert.That(page.FindAll("tbody tr"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task It_is_the_practice_s_own()
    {
        var page = await Show(Roles.Billing);
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("cabinet"));
        Assert.That(Http.Received.Where(r => r.Request.Contains("replay", StringComparison.Ordinal)), Is.Empty);
    }

    private static AgendaReplay Replay(int hour, int minute, params ReplayedEntry[] entries) => new(Practice, Thursday, 1, Agendas.At(Thursday, hour, minute), entries);

    private static string Plain(IElement row) => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IRenderedComponent<AgendaThenPage>> Show(string role = Roles.PracticeStaff)
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Sophie", "cabinet@demo.contactcenter.local", [role], [new(Practice, "lilas", "Cabinet des Lilas")], Views.Noon));
        Http.On($"GET {Root}/resources", new List<CalendarResource> { new("dr-martin", "Dr Martin", CalendarResourceKind.Practitioner) });
        Http.On($"GET {Root}/agenda/days?days=1", new AgendaDays(Practice, Thursday, 1, Agendas.At(Thursday, 13, 5), [], [], []));
        Http.On($"GET {Root}/agenda/replay?local=2026-11-26T12:05&from=2026-11-26", Replay(12, 5, Booked, Held));
        await Get<Session>().Load();
        return Browser.Render<AgendaThenPage>(p => p.Add(c => c.PracticeId, Practice));
    }
}
