using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Tests.Patients;

/// <summary>A patient and her cases are changed beside the call, and whom the call is about is told to the server.</summary>
internal sealed class PatientEditingTests : DeskTest
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly PatientView Amelie = new(
        Guid.NewGuid(), 3, "Durand", "Amélie", "Lefort", new DateOnly(1986, 4, 12), ["+33612345678"], null, "vient avec sa fille", [PatientFlag.ReducedMobility],
        "allergie pénicilline", "M. Paul Durand", "après 18 h", ["consentement"]);

    private readonly CallView call = Views.Call() with { Caller = new CallerView("+33612345678", [], 0, null) };

    private string Practice => $"/api/practices/{call.Practice.PracticeId}";

    private string Root => $"{Practice}/patients";

    private string InCall => $"?callId={call.CallId}";

    private string Address => $"{Root}/{Amelie.PatientId}";

    private string Naming => $"PUT {Practice}/calls/{call.CallId}/patient";

    private IRenderedComponent<PatientPanel> Panel(PatientFile? file = null, PatientAppointments? appointments = null)
    {
        Http.On($"GET {Address}{InCall}", Amelie);
        Http.On($"GET {Address}/appointments", appointments ?? new PatientAppointments([], []));
        Http.On($"GET {Address}/file{InCall}", file ?? File());
        Http.On(Naming, null, HttpStatusCode.NoContent);
        Get<PatientDesk>();
        Show(Views.OnCall(call: call));
        var panel = Browser.Render<PatientPanel>();
        Get<PatientDesk>().Take(Amelie);
        _ = Get<PatientDesk>().LoadAppointments();
        panel.WaitForAssertion(() => Assert.That(panel.FindAll(".cases-head"), Has.Count.EqualTo(1)));
        return panel;
    }

    private static PatientFile File(params CaseView[] cases) => new(Amelie.PatientId, [], null, null, cases, new BalanceView(false, null), []);

    [Test]
    public async Task Editing_begins_with_all_that_is_known_and_keeps_what_is_changed()
    {
        var panel = Panel();
        Http.On($"PUT {Address}{InCall}", Amelie with { Version = 4, Alert = "allergie pénicilline et latex" });
        await Press(Shortcut.EditPatient);
        panel.WaitForAssertion(() => Assert.That(panel.FindAll(".modal.wide"), Has.Count.EqualTo(1)));
        await panel.Find(".form .whole input").ChangeAsync("allergie pénicilline et latex");
        await panel.FindAll(".flags input")[5].ChangeAsync(true);
        await panel.Find(".modal form").SubmitAsync();
        Assert.That(Http.Received.Single(r => r.Request.StartsWith($"PUT {Address}", StringComparison.Ordinal)).Body, Does.Contain("\"version\":3").And.Contain("latex")
            .And.Contain("Paul Durand").And.Contain("consentement").And.Contain("vient avec sa fille").And.Contain("\"flags\":[\"ReducedMobility\",\"DoNotText\"]"));
        panel.WaitForAssertion(() => Assert.That(panel.FindAll(".modal"), Is.Empty));
        Assert.That(panel.Find(".note.warn").Text(), Does.Contain("latex"));
    }

    [Test]
    public async Task Change_that_comes_too_late_names_what_is_different_keeps_the_draft_and_goes_on()
    {
        var panel = Panel();
        Http.On($"PUT {Address}{InCall}", new { code = PatientProblems.Outdated }, HttpStatusCode.Conflict);
        await Press(Shortcut.EditPatient);
        panel.WaitForElement(".modal.wide");
        await panel.Find(".form .whole input").ChangeAsync("diabète");
        Http.On($"GET {Address}{InCall}", Amelie with { Version = 7, PreferredContact = "le matin" });
        await panel.Find(".modal form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.That(panel.Find(".modal [role=alert]").Text(), Does.Contain("La fiche a changé entre-temps (Joindre)")));
        Assert.That(panel.Find(".form .whole input").GetAttribute("value"), Is.EqualTo("diabète"));
        await panel.Find(".modal form").SubmitAsync();
        Assert.That(Http.Received.Last(r => r.Request.StartsWith($"PUT {Address}", StringComparison.Ordinal)).Body, Does.Contain("\"version\":7"));
    }

    [Test]
    public async Task Field_that_the_server_does_not_take_is_named_by_its_label()
    {
        var panel = Panel();
        Http.On($"PUT {Address}{InCall}", new { code = PatientProblems.Invalid, field = "phones" }, HttpStatusCode.UnprocessableEntity);
        await Press(Shortcut.EditPatient);
        panel.WaitForElement(".modal.wide");
        await panel.Find(".modal form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.That(panel.Find(".modal [role=alert]").Text(), Does.StartWith("Vérifiez ce champ").And.EndWith("Téléphone")));
    }

    [Test]
    public async Task All_appointments_to_come_and_past_are_there_with_what_became_of_them()
    {
        var coming = Enumerable.Range(1, 5).Select(d => Agendas.Appointment("dr-martin", Monday.AddDays(d), 9, 0, 20).Appointment!).ToArray();
        var past = Agendas.Appointment("dr-martin", Monday.AddDays(-7), 9, 0, 20).Appointment! with
        {
            State = AppointmentState.Cancelled,
            Cancelled = new CancelledView(Views.Noon, CancelledBy.Practice, "grève"),
        };
        var panel = Panel(appointments: new PatientAppointments(coming, [past]));
        panel.WaitForAssertion(() => Assert.That(panel.FindAll(".appointment-acts"), Has.Count.EqualTo(3)));
        await panel.FindAll("button.link").Single(b => b.Text().Contains("Tous les rendez-vous à venir (5)")).ClickAsync();
        Assert.That(panel.FindAll(".appointment-acts"), Has.Count.EqualTo(5));
        Assert.That(panel.Find("details").Text(), Does.Contain("Passés et annulés (1)").And.Contain("16/11/2026").And.Contain("Annulé"));
        await panel.Find("details .appointment-face").ClickAsync();
        panel.WaitForAssertion(() => Assert.That(panel.Find(".modal").Text(), Does.Contain("à la demande du cabinet : grève")));
    }

    [Test]
    public async Task Case_is_opened_with_its_plan_and_changed_from_the_version_that_was_seen()
    {
        var knee = new CaseView(Guid.NewGuid(), 2, "Genou", null, "Mutuelle 12", Monday, false, new PlanView(10, 3, 2, 5, null, false, null, false, null));
        var panel = Panel(File(knee));
        Http.On($"POST {Address}/cases", knee, HttpStatusCode.Created);
        await panel.Find(".cases-head button").ClickAsync();
        await panel.Find(".modal .whole input").ChangeAsync("Genou gauche");
        await panel.Find(".modal input[type=number]").InputAsync("12");
        await panel.Find(".modal input[type=date]").ChangeAsync("2027-01-31");
        await panel.Find(".modal form").SubmitAsync();
        Assert.That(Http.Received.Single(r => r.Request == $"POST {Address}/cases").Body, Does.Contain("\"label\":\"Genou gauche\"").And.Contain("\"approved\":12").And.Contain("\"lastDay\":\"2027-01-31\""));

        Http.On($"PUT {Address}/cases/{knee.CaseId}", new { code = PatientProblems.Outdated }, HttpStatusCode.Conflict);
        await panel.Find(".appointments .appointment-face").ClickAsync();
        Assert.That(panel.Find(".modal").Text(), Does.Contain("3 faites, 2 prises, 5 restantes"));
        Http.On($"GET {Address}/file{InCall}", File(knee with { Version = 5 }));
        await panel.Find(".modal form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.That(panel.Find(".modal [role=alert]").Text(), Does.Contain("Le dossier a changé entre-temps")));
        await panel.Find(".modal form").SubmitAsync();
        Assert.That(Http.Received.Last(r => r.Request == $"PUT {Address}/cases/{knee.CaseId}").Body, Does.Contain("\"version\":5"));
    }

    [Test]
    public async Task Whom_the_call_is_about_is_told_and_taken_back()
    {
        var panel = Panel();
        await Press(Shortcut.Patient);
        panel.WaitForAssertion(() => Assert.That(Http.Received.Where(r => r.Request == Naming).Select(r => r.Body), Is.EqualTo(new[] { $"{{\"patientId\":\"{Amelie.PatientId}\"}}", "{\"patientId\":null}" })));
    }

    [Test]
    public void Page_loaded_anew_shows_the_patient_she_had_chosen()
    {
        Http.On($"GET {Address}{InCall}", Amelie);
        Get<PatientDesk>();
        Show(Views.OnCall(call: call with { PatientId = Amelie.PatientId, Caller = new CallerView("+33612345678", [new KnownPatient(Guid.NewGuid(), "Léo Durand", null)], 0, null) }));
        Assert.That(Get<PatientDesk>().Chosen?.PatientId, Is.EqualTo(Amelie.PatientId));
    }
}
