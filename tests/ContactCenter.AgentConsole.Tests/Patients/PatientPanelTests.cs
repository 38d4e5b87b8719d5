using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;
using Microsoft.AspNetCore.Components.Web;

namespace ContactCenter.AgentConsole.Tests.Patients;

internal sealed class PatientPanelTests : DeskTest
{
    private static readonly PatientView Amelie = new(
        Guid.NewGuid(), 1, "Durand", "Amélie", null, new DateOnly(1986, 4, 12), ["+33612345678"], null, null, [PatientFlag.MissesAppointments]);

    private readonly CallView call = Views.Call() with { Caller = new CallerView("+33612345678", [], 0, null) };

    private string Root => $"/api/practices/{call.Practice.PracticeId}/patients";

    private string InCall => $"?callId={call.CallId}";

    private IRenderedComponent<PatientPanel> Panel(CallerView? caller = null)
    {
        Http.On($"GET {Root}/{Amelie.PatientId}{InCall}", Amelie);
        Http.On($"GET {Root}/{Amelie.PatientId}/appointments", new PatientAppointments([], []));
        Get<PatientDesk>();
        Show(Views.OnCall(call: call with { Caller = caller ?? call.Caller }));
        return Browser.Render<PatientPanel>();
    }

    [Test]
    public void Only_patient_under_the_number_is_taken_at_once()
    {
        var panel = Panel(new CallerView("+33612345678", [new KnownPatient(Amelie.PatientId, "Amélie Durand", Amelie.BirthDate)], 0, null));
        panel.WaitForAssertion(() => Assert.That(panel.Find("h2").Text(), Is.EqualTo("DURAND Amélie")));
        Assert.That(panel.Markup, Does.Contain("Absences répétées").And.Contain("40"));
    }

    [Test]
    public void File_shows_what_the_agent_must_know_before_she_books()
    {
        var plan = new PlanView(10, 3, 2, 5, new DateOnly(2027, 1, 31), IsExpired: false, ReassessBefore: 6, IsReassessmentDue: true, VisitReasonId: "seance");
        Http.On($"GET {Root}/{Amelie.PatientId}/file{InCall}", new PatientFile(
            Amelie.PatientId, [new DateOnly(2026, 10, 3)], "Dès 2 absences en 12 mois : le cabinet décide.", "Dr Martin",
            [new CaseView(Guid.NewGuid(), 1, "Genou droit", null, "Mutuelle 12", new DateOnly(2026, 9, 1), false, plan), new CaseView(Guid.NewGuid(), 1, "Ancien", null, null, new DateOnly(2020, 1, 1), true, null)],
            new BalanceView(true, null), [new TimelineEntry(Views.Noon, "Appointment", "vient avec sa fille")]));
        var panel = Panel(new CallerView("+33612345678", [new KnownPatient(Amelie.PatientId, "Amélie Durand", null)], 0, null));
        panel.WaitForAssertion(() => Assert.That(panel.Markup, Does.Contain("Genou droit")));
        Assert.That(panel.Find(".appointments .tag-warn").Text(), Is.EqualTo("5 séances restantes sur 10 · jusqu’au 31/01/2027 · bilan avant la séance n° 6"));
        Assert.That(panel.Markup, Does.Contain("Solde : voir le cabinet").And.Contain("03/10/2026").And.Contain("le cabinet décide").And.Contain("vient avec sa fille"));
        Assert.That(panel.FindAll("section > .appointments").Select(e => e.Text()), Has.None.Contains("Ancien"), "a closed case is no choice");
        Assert.That(panel.FindAll("details").Select(e => e.Text()), Has.One.Contains("Ancien"));
    }

    [Test]
    public void Alert_guardian_and_missing_papers_stand_on_the_card()
    {
        var told = Amelie with { Alert = "allergie pénicilline", Guardian = "M. Paul Durand", MissingPapers = ["consentement"] };
        var panel = Panel();
        Get<PatientDesk>().Take(told);
        panel.WaitForAssertion(() => Assert.That(panel.Find(".note.warn").Text(), Is.EqualTo("allergie pénicilline")));
        Assert.That(panel.Markup, Does.Contain("M. Paul Durand").And.Contain("consentement"));
    }

    [Test]
    public void Household_is_offered_for_choice()
    {
        var panel = Panel(new CallerView("+33612345678", [new KnownPatient(Amelie.PatientId, "Amélie Durand", null), new KnownPatient(Guid.NewGuid(), "Léo Durand", null)], 0, null));
        Assert.That(panel.FindAll(".row strong").Select(e => e.Text()), Is.EqualTo(new[] { "Amélie Durand", "Léo Durand" }));
    }

    [Test]
    public async Task Typed_name_is_searched_by_post_and_Enter_takes_the_first()
    {
        Http.On($"POST {Root}/search{InCall}", new FoundPatients([Amelie], false));
        var panel = Panel();
        var field = panel.Find("#patient-search");
        await field.InputAsync("dura");
        Assert.That(Http.Received.Select(r => r.Request), Has.None.Contains("dura"), "no name stands in an address");
        Assert.That(Http.Received.Last().Body, Does.Contain("dura"));
        await panel.Find("#patient-search").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        panel.WaitForAssertion(() => Assert.That(panel.Find("h2").Text(), Is.EqualTo("DURAND Amélie")));
    }

    [Test]
    public async Task Someone_alike_is_shown_before_a_second_file_is_made()
    {
        Http.On($"POST {Root}", new { code = PatientProblems.Similar, similar = new[] { Amelie } }, HttpStatusCode.Conflict);
        Panel();
        await Get<PatientDesk>().Search("Durand Amelie 12/04/1986");
        var form = Browser.Render<PatientForm>();
        await form.Find("form").SubmitAsync();
        Assert.That(form.Find(".similar").Text(), Does.Contain("DURAND Amélie"));

        await form.Find(".similar .row").ClickAsync();
        Assert.That(Get<PatientDesk>().Chosen, Is.EqualTo(Amelie).Using<PatientView>((a, b) => a.PatientId == b.PatientId));
    }

    [Test]
    public async Task Form_begins_with_what_was_typed_and_refuses_a_date_that_does_not_exist()
    {
        Panel();
        await Get<PatientDesk>().Search("Lefort Julie");
        var form = Browser.Render<PatientForm>();
        Assert.That(form.FindAll("input").Take(2).Select(i => i.GetAttribute("value")), Is.EqualTo(new[] { "Lefort", "Julie" }));

        await form.FindAll("input")[2].ChangeAsync("31/02/1990");
        await form.Find("form").SubmitAsync();
        Assert.That(form.Find("[role=alert]").Text(), Is.EqualTo("Cette date n’existe pas."));
        Assert.That(Http.Received.Select(r => r.Request), Has.None.EqualTo($"POST {Root}"));
    }
}
