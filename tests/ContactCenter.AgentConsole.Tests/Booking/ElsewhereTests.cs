using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using Microsoft.AspNetCore.Components.Web;

namespace ContactCenter.AgentConsole.Tests.Booking;

/// <summary>An appointment at a neighbouring practice, by keyboard, for the caller on the line.</summary>
internal sealed class ElsewhereTests : NeighbourDeskTest
{
    private static readonly PatientView Amelie = new(
        Guid.NewGuid(), 3, "Durand", "Amélie", "Petit", new DateOnly(1980, 5, 4), ["+33612345678"], "a@example.test", "note du cabinet", [PatientFlag.MissesAppointments],
        Alert: "allergie", Guardian: "sa fille");

    private readonly Guid _hold = Guid.NewGuid();

    private static string There => $"/api/practices/{Parc.PracticeId}";

    private static PatientView AmelieThere { get; } = new(Guid.NewGuid(), 1, "Durand", "Amélie", "Petit", new DateOnly(1980, 5, 4), ["+33612345678"], null, null, []);

    private async Task<IRenderedComponent<SlotFinder>> Chosen()
    {
        var finder = await Finder(true, Nine);
        Http.On($"POST {Root}/holds", new HeldSlot(Guid.NewGuid(), "dr-martin", Nine.Start, Nine.End, Views.Noon.AddMinutes(3)));
        Http.On($"POST {There}/holds", new HeldSlot(_hold, "dr-roy", Ten.Start, Ten.End, Views.Noon.AddMinutes(3)));
        Http.On(Neighbours($"&patient={Amelie.PatientId}"), new NeighbourSlots([Parc, Gare], 0, null));
        Get<PatientDesk>().Take(Amelie);
        await Press(Shortcut.Neighbours);
        finder.WaitForElements(".neighbours .slot input", 1);
        await LetPass(finder.Find(".neighbours .slot input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }));
        return finder;
    }

    [Test]
    public async Task It_is_held_there_as_for_a_new_patient_and_said_where_it_is()
    {
        var finder = await Chosen();
        finder.WaitForAssertion(() => Assert.That(finder.Find(".slot-confirm").Text(), Does.Contain("Cabinet du Parc, 1 place du Parc, 75019 Paris").And.Contain("à 1,2 km")
            .And.Contain("Dr Roy").And.Contain("ce rendez-vous est dans un autre cabinet")));
        Assert.That(finder.FindAll(".slot-confirm .held"), Has.Count.EqualTo(1));
        var held = Http.Received.Single(r => r.Request == $"POST {There}/holds").Body;
        Assert.That(held, Does.Contain("\"visitReasonId\":\"visite\"").And.Contain("\"patientIsNew\":true").And.Contain($"{Call.CallId}").And.Not.Contain($"{Amelie.PatientId}"));
        Assert.That(Http.Received.Select(r => r.Request), Has.None.EqualTo($"POST {Root}/holds"), "nothing is held here");
    }

    [Test]
    public async Task The_key_leads_through_her_entry_there_to_the_booking_and_no_note_goes_along()
    {
        var finder = await Chosen();
        await Press(Shortcut.Finish);
        finder.WaitForElement("dialog form");
        Assert.That(finder.Find("dialog").Text(), Does.Contain("Inscrire le patient – Cabinet du Parc"));
        Assert.That(finder.FindAll("dialog input").Select(i => i.GetAttribute("value") ?? ""), Is.EqualTo(new[] { "Durand", "Amélie", "04/05/1980", "06 12 34 56 78", "Petit", "" }));
        Http.On($"POST {There}/patients", AmelieThere);
        await LetPass(finder.Find("dialog form").SubmitAsync());
        var entered = Http.Received.Single(r => r.Request == $"POST {There}/patients").Body;
        Assert.That(entered, Does.Contain("Durand").And.Not.Contain("note du cabinet").And.Not.Contain("allergie").And.Not.Contain("sa fille").And.Not.Contain("MissesAppointments").And.Not.Contain("a@example"));
        finder.WaitForAssertion(() => Assert.That(finder.Find(".slot-confirm").Text(), Does.Contain("Pour DURAND Amélie, au dossier de ce cabinet")));

        var booked = Agendas.Appointment("dr-roy", Monday, 10, 0, 20).Appointment! with { PractitionerName = "Dr Roy" };
        Http.On($"POST {There}/appointments", booked);
        await Press(Shortcut.Finish);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".booking-result").Text(), Does.Contain("Réservé dans un autre cabinet : Cabinet du Parc").And.Contain("1 place du Parc, 75019 Paris")));
        var asked = Http.Received.Single(r => r.Request == $"POST {There}/appointments");
        Assert.That(asked.Body, Does.Contain($"{AmelieThere.PatientId}").And.Contain($"{_hold}").And.Contain($"{Call.CallId}").And.Not.Contain($"{Amelie.PatientId}"));
        Assert.That(asked.Key, Is.Not.Null);
        Assert.That(Get<ElsewhereDesk>().Patient, Is.Null, "the next appointment may be for another of the family");
        Assert.That(finder.FindAll(".slot-confirm"), Is.Empty);
        Assert.That(Http.Received.Select(r => r.Request), Has.None.Contains($"POST {Root}/appointments"));
    }

    [Test]
    public async Task Who_is_known_there_is_taken_and_the_slot_held_anew_for_her()
    {
        var finder = await Chosen();
        await Press(Shortcut.Finish);
        Http.On($"POST {There}/patients", new Dictionary<string, object> { ["code"] = PatientProblems.Similar, [PatientProblems.SimilarField] = new[] { AmelieThere } }, HttpStatusCode.Conflict);
        await LetPass(finder.WaitForElement("dialog form").SubmitAsync());
        await LetPass(finder.WaitForElement("dialog .similar .row").ClickAsync(new MouseEventArgs()));
        finder.WaitForAssertion(() => Assert.That(Http.Received.Last(r => r.Request == $"POST {There}/holds").Body, Does.Contain($"{AmelieThere.PatientId}").And.Contain("\"patientIsNew\":null")));
        Assert.That(finder.FindAll("dialog"), Is.Empty);
        Assert.That(Get<PatientDesk>().Chosen, Is.EqualTo(Amelie), "the call stays about whom it is about");
    }

    [Test]
    public async Task A_slot_that_is_gone_makes_room_for_what_is_free_there()
    {
        var finder = await Finder(true, Nine);
        var later = Ten with { Start = Ten.Start.AddHours(1), End = Ten.End.AddHours(1) };
        Http.On($"POST {There}/holds", new Dictionary<string, object> { ["code"] = BookingProblems.SlotTaken, ["detail"] = "Ce créneau est pris.", [BookingProblems.AlternativesField] = new[] { later } }, HttpStatusCode.Conflict);
        await Press(Shortcut.Neighbours);
        await LetPass(finder.WaitForElement(".neighbours .slot input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }));
        finder.WaitForAssertion(() => Assert.That(finder.Find("[role=alert]").Text(), Does.StartWith("Ce créneau vient d’être pris")));
        Assert.That(finder.FindAll(".neighbours .slot").Select(s => s.Text().Trim()), Is.EqualTo(new[] { "11:00" }));
        Assert.That(finder.FindAll(".slot-confirm"), Is.Empty);
    }

    [Test]
    public async Task A_slot_of_this_practice_after_all_lets_the_other_go()
    {
        var finder = await Chosen();
        finder.WaitForElement(".slot-confirm .held");
        await LetPass(Get<BookingDesk>().Choose(Nine));
        Assert.That(Get<ElsewhereDesk>().Chosen, Is.Null);
        Assert.That(Http.Received.Select(r => r.Request), Has.One.EqualTo($"DELETE {There}/holds/{_hold}"));
    }

    [Test]
    public async Task Who_was_entered_at_one_practice_is_nobody_at_the_next()
    {
        await Chosen();
        await Get<ElsewhereDesk>().Take(AmelieThere);
        await LetPass(Get<ElsewhereDesk>().Choose(Parc, Ten with { Start = Ten.Start.AddHours(1) }));
        Assert.That(Get<ElsewhereDesk>().Patient, Is.EqualTo(AmelieThere), "the same file");
        await LetPass(Get<ElsewhereDesk>().Choose(Gare with { VisitReasonId = "visite" }, Ten));
        Assert.That(Get<ElsewhereDesk>().Patient, Is.Null);
    }

    [Test]
    public async Task Giving_up_lets_it_go_and_what_was_refused_is_said()
    {
        var finder = await Chosen();
        Http.On($"POST {There}/holds", new { code = BookingProblems.NotAllowed, detail = "Les nouveaux patients ne sont pas pris ici sans autre." }, HttpStatusCode.UnprocessableEntity);
        await finder.WaitForElement(".slot-confirm .quiet").ClickAsync(new MouseEventArgs());
        Assert.That(Http.Received.Select(r => r.Request), Has.One.EqualTo($"DELETE {There}/holds/{_hold}"));
        Assert.That(finder.FindAll(".slot-confirm"), Is.Empty);
        await LetPass(finder.Find(".neighbours .slot input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }));
        finder.WaitForAssertion(() => Assert.That(finder.Find(".slot-confirm [role=alert]").Text(), Does.StartWith("Les nouveaux patients")));
    }
}
