using System.Globalization;
using System.Net;
using Bunit;
using ContactCenter.AgentConsole.Office.Calendar;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Tests.Office;

internal sealed class CalendarPageTests : DeskTest
{
    private static readonly Guid Practice = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Thursday = new(2026, 11, 26, 9, 30, 0, TimeSpan.FromHours(1));

    private static readonly AppointmentView Asked = new(
        Guid.Parse("00000000-0000-7000-8000-000000000002"), 1, "dr-martin", "Dr Hélène Martin", Guid.NewGuid(), "LEFÈVRE Camille", "petite-intervention", "Petit geste",
        Thursday, Thursday.AddMinutes(30), AppointmentState.Pending, BookingCertainty.Confirmed, "Prend un anticoagulant", [], DecideBy: Thursday.AddHours(-2));

    private static readonly AbsenceView Training = new(
        Guid.Parse("00000000-0000-7000-8000-000000000003"), "dr-martin", "Dr Hélène Martin", Thursday.AddHours(4), Thursday.AddHours(8), "Formation");

    private static string Root => $"/api/practices/{Practice}";

    [Test]
    public async Task A_request_is_accepted_with_its_version_and_leaves_the_list()
    {
        Http.On($"POST {Root}/appointments/{Asked.AppointmentId}/approve", Asked with { State = AppointmentState.Booked, DecideBy = null });
        var page = await Show([new(Asked, "Patiente suivie depuis dix ans", Thursday.AddDays(-1))], []);
        var card = page.Find(".message").TextContent;
        Assert.That(card, Does.Contain("LEFÈVRE Camille").And.Contain("jeu. 26 nov. 09:30").And.Contain("Patiente suivie").And.Contain("anticoagulant").And.Contain("À décider avant"));
        await page.Find(".message form").SubmitAsync();

        var sent = Http.Received.Last(r => r.Key is not null);
        Assert.That(sent.Body, Does.Contain("\"version\":1").And.Contain("\"reason\":null"));
        Assert.That(page.FindAll(".message"), Is.Empty);
        Assert.That(page.Find("[role=status]").TextContent, Does.Contain("Accepté : LEFÈVRE Camille"));
    }

    [Test]
    public async Task A_request_is_refused_with_the_reason_that_was_written()
    {
        Http.On($"POST {Root}/appointments/{Asked.AppointmentId}/refuse", Asked with { State = AppointmentState.Cancelled });
        var page = await Show([new(Asked, null, Thursday.AddDays(-1))], []);
        await page.Find(".message input").InputAsync(" À voir d’abord en consultation ");
        await page.Find(".message button[type=button]").ClickAsync();
        Assert.That(Http.Received.Last(r => r.Key is not null).Body, Does.Contain("abord en consultation\""));
        Assert.That(page.Find("[role=status]").TextContent, Does.Contain("Le créneau est libre"));
    }

    [Test]
    public async Task What_was_decided_meanwhile_is_read_again()
    {
        Http.On($"POST {Root}/appointments/{Asked.AppointmentId}/approve", new { code = BookingProblems.WrongState, detail = "Décidé entre-temps." }, HttpStatusCode.Conflict);
        var page = await Show([new(Asked, null, Thursday.AddDays(-1))], []);
        Http.On($"GET {Root}/approvals", new List<ApprovalView>());
        await page.Find(".message form").SubmitAsync();
        Assert.That(page.FindAll(".message"), Is.Empty);
        Assert.That(page.Find("[role=status]").TextContent, Does.Contain("Aucune demande"));
    }

    [Test]
    public async Task An_absence_is_entered_in_the_practices_own_time_and_names_whom_it_concerns()
    {
        Http.On($"POST {Root}/absences", Training with { Concerned = [Asked] }, HttpStatusCode.Created);
        var page = await Show([], []);
        await Write(page, "2026-11-26T13:30", "2026-11-26T17:30", "Formation");
        Http.On($"GET {Root}/absences", new List<AbsenceView> { Training });
        await page.Find(".absence-form").SubmitAsync();

        Assert.That(
            Http.Received.Last(r => r.Key is not null).Body,
            Does.Contain("\"resourceId\":\"dr-martin\"").And.Contain("\"start\":\"2026-11-26T13:30:00\"").And.Contain("\"end\":\"2026-11-26T17:30:00\""));
        Assert.That(page.Markup, Does.Contain("Rendez-vous à déplacer : 1").And.Contain("LEFÈVRE Camille"));
        Assert.That(page.Find(".absence").TextContent, Does.Contain("Formation"));
    }

    [TestCase("2026-11-26T13:30", "2026-11-26T13:30", "Formation", "La fin doit suivre le début.")]
    [TestCase("2026-11-26T13:30", "", "Formation", "Indiquez le début, la fin et le pourquoi.")]
    [TestCase("2026-11-26T13:30", "2026-11-26T17:30", " ", "Indiquez le début, la fin et le pourquoi.")]
    public async Task What_cannot_be_an_absence_is_said_and_kept(string start, string end, string why, string sentence)
    {
        var page = await Show([], []);
        await Write(page, start, end, why);
        await page.Find(".absence-form").SubmitAsync();
        Assert.That(page.Find("[role=alert]").TextContent, Is.EqualTo(sentence));
        Assert.That(page.Find("input[type=datetime-local]").GetAttribute("value"), Is.EqualTo(start));
        Assert.That(Http.Received.Where(r => r.Key is not null), Is.Empty);
    }

    [Test]
    public async Task A_refusal_of_the_server_is_shown_in_its_words()
    {
        Http.On($"POST {Root}/absences", new { code = BookingProblems.Invalid, detail = "La fin doit suivre le début, de deux ans au plus." }, HttpStatusCode.UnprocessableEntity);
        var page = await Show([], []);
        await Write(page, "2026-11-26T13:30", "2029-11-26T13:30", "Congé");
        await page.Find(".absence-form").SubmitAsync();
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("de deux ans au plus"));
    }

    [Test]
    public async Task An_absence_is_taken_back()
    {
        Http.On($"DELETE {Root}/absences/{Training.AbsenceId}", Training);
        var page = await Show([], [Training]);
        Http.On($"GET {Root}/absences", new List<AbsenceView>());
        await page.Find(".absence button").ClickAsync();
        Assert.That(page.FindAll(".absence"), Is.Empty);
    }

    [Test]
    public async Task It_reads_in_English()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var page = await Show([new(Asked, null, Thursday.AddDays(-1))], [Training]);
        Assert.That(page.Markup, Does.Contain("Requests to decide").And.Contain("Take back").And.Contain("Decide before"));
        Assert.That(page.FindAll("a[target]").Select(a => a.GetAttribute("href")), Is.EqualTo([$"{Root[1..]}/protocol-book?language=fr", $"{Root[1..]}/protocol-book?language=en"]));
    }

    [Test]
    public async Task The_page_is_the_practices_own()
    {
        await SignIn(Roles.Billing);
        var page = Browser.Render<CalendarPage>(p => p.Add(c => c.PracticeId, Practice));
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("cabinet"));
        Assert.That(Http.Received.Where(r => r.Request.Contains("approvals", StringComparison.Ordinal)), Is.Empty);
    }

    private static async Task Write(IRenderedComponent<CalendarPage> page, string start, string end, string why)
    {
        await page.FindAll("input[type=datetime-local]")[0].ChangeAsync(start);
        await page.FindAll("input[type=datetime-local]")[1].ChangeAsync(end);
        await page.FindAll(".absence-form input")[2].InputAsync(why);
    }

    private async Task<IRenderedComponent<CalendarPage>> Show(List<ApprovalView> waiting, List<AbsenceView> absences)
    {
        await SignIn(Roles.PracticeStaff);
        Http.On($"GET {Root}/approvals", waiting);
        Http.On($"GET {Root}/absences", absences);
        Http.On($"GET {Root}/resources", new List<CalendarResource> { new("dr-martin", "Dr Hélène Martin", CalendarResourceKind.Practitioner) });
        return Browser.Render<CalendarPage>(p => p.Add(c => c.PracticeId, Practice));
    }

    private async Task SignIn(string role)
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Sophie", "cabinet@demo.contactcenter.local", [role], [new(Practice, "lilas", "Cabinet des Lilas")], Views.Noon));
        await Get<Session>().Load();
    }
}
