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
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Sophie", "cabinet@demo.contactcenter.local", [role], [new(Practice, "lilas", "Cabinet des Lilas")]));
        Http.On($"GET {Root}/resources", new List<CalendarResource> { new("dr-martin", "Dr Martin", CalendarResourceKind.Practitioner) });
        Http.On($"GET {Root}/agenda/days?days=1", new AgendaDays(Practice, Thursday, 1, Agendas.At(Thursday, 13, 5), [], [], []));
        Http.On($"GET {Root}/agenda/replay?local=2026-11-26T12:05&from=2026-11-26", Replay(12, 5, Booked, Held));
        await Get<Session>().Load();
        return Browser.Render<AgendaThenPage>(p => p.Add(c => c.PracticeId, Practice));
    }
}
