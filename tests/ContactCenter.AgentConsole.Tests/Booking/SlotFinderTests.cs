using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;
using Microsoft.AspNetCore.Components.Web;

namespace ContactCenter.AgentConsole.Tests.Booking;

internal sealed class SlotFinderTests : DeskTest
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly SlotView Nine = Agendas.Slot(Monday, 9, 0);
    private static readonly SlotView Ten = Agendas.Slot(Monday, 10, 0);
    private static readonly PatientView Amelie = new(Guid.NewGuid(), 1, "Durand", "Amélie", null, null, [], null, null, []);

    private static readonly Guid HoldId = Guid.NewGuid();

    private readonly CallView call = Views.Call() with { Caller = new CallerView(null, [], 0, null) };

    private string Root => $"/api/practices/{call.Practice.PracticeId}";

    private async Task<IRenderedComponent<SlotFinder>> Finder()
    {
        Http.On($"GET {Root}/visit-reasons", new[] { Agendas.Consultation, Agendas.Vaccine });
        Http.On($"GET {Root}/agenda?from=2026-11-23&days=1", Agendas.Day(Monday));
        Http.On($"GET {Root}/slots?visitReason=consultation&from=2026-11-23&callId={call.CallId}&days=28&take=40", new FoundSlots([Nine, Ten], null));
        Http.On($"POST {Root}/holds", new HeldSlot(HoldId, "dr-martin", Nine.Start, Nine.End, Views.Noon.AddMinutes(3)));
        Http.On($"POST {Root}/appointments", Agendas.Appointment("dr-martin", Monday, 9, 0, 20).Appointment);
        Get<BookingDesk>();
        Show(Views.OnCall(call: call));
        var finder = Browser.Render<SlotFinder>();
        await finder.Find("#reason").InputAsync("cons");
        await finder.Find("#reason").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        finder.WaitForElements(".slot input", 2);
        return finder;
    }

    private async Task Choose(IRenderedComponent<SlotFinder> finder, int index)
    {
        var choosing = finder.FindAll(".slot input")[index].ChangeAsync("on");
        await Task.Delay(20);
        Clock.Advance(TimeSpan.FromMilliseconds(400));
        await choosing;
    }

    private IEnumerable<string> Asked => Http.Received.Select(r => r.Request);

    [Test]
    public async Task Typed_reason_and_Enter_show_the_free_slots() =>
        Assert.That((await Finder()).FindAll(".slot .tabular").Select(s => s.Text()), Is.EqualTo(new[] { "09:00", "10:00" }));

    [Test]
    public async Task Highlighted_slot_is_held_for_this_call_and_its_time_runs()
    {
        var finder = await Finder();
        await Choose(finder, 0);
        Assert.That(Http.Received.Single(r => r.Request == $"POST {Root}/holds").Body, Does.Contain(call.CallId.ToString()));
        finder.WaitForAssertion(() => Assert.That(finder.Find(".held").Text(), Does.Contain("Réservé ici").And.Contain("2:59")));
    }

    [Test]
    public async Task Slots_passed_over_quickly_are_not_held()
    {
        var finder = await Finder();
        var first = finder.FindAll(".slot input")[0].ChangeAsync("on");
        Clock.Advance(TimeSpan.FromMilliseconds(100));
        await Choose(finder, 1);
        await first;
        Assert.That(Http.Received.Where(r => r.Request == $"POST {Root}/holds").Select(r => r.Body), Has.One.Contains(Ten.Start.ToString("yyyy-MM-ddTHH:mm:ss", null)));
    }

    [Test]
    public async Task Booking_without_a_patient_asks_for_her_first()
    {
        var finder = await Finder();
        await Choose(finder, 0);
        await Press(Shortcut.Finish);
        Assert.That(Asked, Has.None.EqualTo($"POST {Root}/appointments"));
        Assert.That(finder.Markup, Does.Contain("Choisissez d’abord le patient."));
    }

    [Test]
    public async Task Ctrl_Enter_books_the_held_slot_and_says_what_may_be_announced()
    {
        var finder = await Finder();
        Get<PatientDesk>().Take(Amelie);
        await Choose(finder, 0);
        await Press(Shortcut.Finish);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".booking-result").Text(), Does.Contain("Confirmé dans l’agenda du cabinet")));
    }

    [Test]
    public async Task Booking_that_is_only_reserved_is_not_announced_as_confirmed()
    {
        var finder = await Finder();
        Get<PatientDesk>().Take(Amelie);
        Http.On($"POST {Root}/appointments", Agendas.Appointment("dr-martin", Monday, 9, 0, 20).Appointment! with { Certainty = BookingCertainty.ReservedHere });
        await Choose(finder, 0);
        await Press(Shortcut.Finish);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".booking-result.unsure").Text(), Does.Contain("Pas encore confirmé")));
    }

    [Test]
    public async Task Slot_taken_by_someone_else_gives_way_to_its_neighbours()
    {
        var finder = await Finder();
        Http.On($"POST {Root}/holds", new { code = BookingProblems.SlotTaken, alternatives = new[] { Ten } }, HttpStatusCode.Conflict);
        await Choose(finder, 0);
        finder.WaitForAssertion(() => Assert.That(finder.FindAll(".slot .tabular").Select(s => s.Text()), Is.EqualTo(new[] { "10:00" })));
        Assert.That(finder.Find("[role=alert]").Text(), Does.Contain("Ce créneau vient d’être pris"));
        Assert.That(Get<BookingDesk>().Chosen, Is.Null);
    }

    [Test]
    public async Task Retried_booking_bears_the_same_key()
    {
        var finder = await Finder();
        Get<PatientDesk>().Take(Amelie);
        Http.Unreachable($"POST {Root}/appointments");
        await Choose(finder, 0);
        await LetPass(Press(Shortcut.Finish));
        Assert.That(finder.FindAll(".slot-confirm"), Has.Count.EqualTo(1), "the choice stays");
        await LetPass(Press(Shortcut.Finish));
        var keys = Http.Received.Where(r => r.Request == $"POST {Root}/appointments").Select(r => r.Key).ToList();
        Assert.That((keys.Count, keys.Distinct().Count()), Is.EqualTo((8, 1)));
    }

    [Test]
    public async Task Booking_tried_again_after_a_refusal_asks_anew()
    {
        var finder = await Finder();
        Get<PatientDesk>().Take(Amelie);
        Http.On($"POST {Root}/appointments", new { code = BookingProblems.EmergencyOpen }, HttpStatusCode.Conflict);
        await Choose(finder, 0);
        await LetPass(Press(Shortcut.Finish));
        await LetPass(Press(Shortcut.Finish));
        var keys = Http.Received.Where(r => r.Request == $"POST {Root}/appointments").Select(r => r.Key).ToList();
        Assert.That((keys.Count, keys.Distinct().Count()), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task Rule_that_asks_for_a_reason_gets_one_in_writing()
    {
        var finder = await Finder();
        Get<PatientDesk>().Take(Amelie);
        var rule = new RuleView("QuotaReached", RuleStrengthView.Soft, "Trois nouveaux patients par jour.", null, null, null, null, null);
        Http.On($"POST {Root}/holds", new HeldSlot(Guid.NewGuid(), "dr-martin", Nine.Start, Nine.End, Views.Noon.AddMinutes(3), SlotAsks.Reason, [rule]));
        await Choose(finder, 0);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".slot-confirm").Text(), Does.Contain("Trois nouveaux patients par jour.")));
        await LetPass(Press(Shortcut.Finish));
        Assert.That(Asked, Has.None.EqualTo($"POST {Root}/appointments"), "nothing is sent without it");
        await finder.Find("#slot-why").InputAsync("urgence");
        await Press(Shortcut.Finish);
        Assert.That(Http.Received.Single(r => r.Request == $"POST {Root}/appointments").Body, Does.Contain("\"justification\":\"urgence\""));
    }

    [Test]
    public async Task Kept_slot_is_held_and_booked_from_its_pool()
    {
        var finder = await Finder();
        Get<PatientDesk>().Take(Amelie);
        Get<BookingDesk>().OpenPool("urgence");
        await LetPass(Get<BookingDesk>().Choose(Nine));
        await Get<BookingDesk>().Confirm();
        Assert.That(
            Http.Received.Where(r => r.Request == $"POST {Root}/holds" || r.Request == $"POST {Root}/appointments").Select(r => r.Body),
            Has.Exactly(2).Contains("\"pool\":\"urgence\""));
    }

    [Test]
    public async Task Appointment_that_the_practice_must_accept_is_not_announced_as_sure()
    {
        var finder = await Finder();
        Get<PatientDesk>().Take(Amelie);
        Http.On($"POST {Root}/appointments", Agendas.Appointment("dr-martin", Monday, 9, 0, 20).Appointment! with { State = AppointmentState.Pending });
        await Choose(finder, 0);
        await Press(Shortcut.Finish);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".booking-result.unsure").Text(), Does.Contain("Rendez-vous demandé")));
    }

    [Test]
    public async Task Countdown_follows_the_end_that_the_heartbeat_moved()
    {
        var finder = await Finder();
        await Choose(finder, 0);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".held").Text(), Does.Contain("2:59")));
        Show(Views.OnCall(revision: 2, call: call with { SlotHold = new SlotHoldView(HoldId, Views.Noon.AddMinutes(5)) }) with { ServerTime = Clock.GetUtcNow() });
        finder.WaitForAssertion(() => Assert.That(finder.Find(".held").Text(), Does.Contain("4:59")));
    }

    [Test]
    public async Task Hold_that_is_lost_is_said_at_once_asked_for_again_and_nothing_typed_is_lost()
    {
        var finder = await Finder();
        await Choose(finder, 0);
        await finder.Find(".slot-acts .slot-note").InputAsync("fauteuil roulant");
        Http.On($"POST {Root}/holds", new { code = BookingProblems.SlotTaken, alternatives = new[] { Ten } }, HttpStatusCode.Conflict);
        Show(Views.OnCall(revision: 2, call: call with { SlotHold = new SlotHoldView(HoldId, Views.Noon.AddMinutes(3)) }));
        Assert.That(finder.FindAll("[role=alert]"), Is.Empty);
        Show(Views.OnCall(revision: 3, call: call));
        finder.WaitForAssertion(() => Assert.That(finder.Find("[role=alert]").Text(), Does.Contain("Votre réservation provisoire a pris fin").And.Contain("Les plus proches")));
        Http.On($"POST {Root}/holds", new HeldSlot(Guid.NewGuid(), "dr-martin", Ten.Start, Ten.End, Clock.GetUtcNow().AddMinutes(3)));
        await Choose(finder, 0);
        Assert.That(finder.Find(".slot-acts .slot-note").GetAttribute("value"), Is.EqualTo("fauteuil roulant"));
    }

    [Test]
    public async Task Hold_that_runs_out_while_the_link_is_down_is_taken_again_when_it_can_be()
    {
        var finder = await Finder();
        await Choose(finder, 0);
        Clock.Advance(TimeSpan.FromMinutes(3));
        finder.WaitForAssertion(() => Assert.That(finder.Find("[role=alert]").Text(), Does.Contain("de nouveau réservé ici")));
        Assert.That(Asked.Count(a => a == $"POST {Root}/holds"), Is.EqualTo(2));
    }

    [Test]
    public async Task Move_of_an_appointment_that_changed_says_so_keeps_the_draft_and_goes_on_with_the_new_version()
    {
        var finder = await Finder();
        var mine = Agendas.Appointment("dr-martin", Monday, 15, 0, 20).Appointment!;
        Http.On($"GET {Root}/slots?visitReason=consultation&practitioner=dr-martin&from=2026-11-23&patient={mine.PatientId}&callId={call.CallId}&days=28&take=40", new FoundSlots([Nine], null));
        Http.On($"POST {Root}/appointments/{mine.AppointmentId}/move",
            new { code = BookingProblems.Outdated, detail = "Ce rendez-vous a changé entre-temps : déplacé par Nadia.", current = mine with { Version = 2, Start = mine.Start.AddHours(1) } }, HttpStatusCode.Conflict);
        await Get<BookingDesk>().Move(mine);
        finder.WaitForElements(".slot input", 1);
        await Choose(finder, 0);
        await finder.Find(".slot-acts .slot-note").InputAsync("avec sa fille");
        await Press(Shortcut.Finish);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".slot-confirm [role=alert]").Text(), Does.Contain("déplacé par Nadia")));
        Assert.That(finder.Find(".slot-acts .slot-note").GetAttribute("value"), Is.EqualTo("avec sa fille"));
        Assert.That(finder.Find(".finder-moving").Text(), Does.Contain("16:00"), "as it is now");
        await Press(Shortcut.Finish);
        Assert.That(Http.Received.Where(r => r.Request.EndsWith("/move", StringComparison.Ordinal)).Select(r => r.Body),
            Is.EqualTo(new[] { 1, 2 }).Using<string, int>((body, version) => body.Contains($"\"version\":{version}", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Plan_that_does_not_cover_asks_for_the_written_reason_and_the_chosen_case_is_sent()
    {
        var finder = await Finder();
        var knee = new CaseView(Guid.NewGuid(), 1, "Genou droit", null, null, Monday, false, new PlanView(10, 9, 1, 0, null, false, null, false, "seance"));
        Http.On($"GET {Root}/patients/{Amelie.PatientId}/appointments", new PatientAppointments([], []));
        Http.On($"GET {Root}/patients/{Amelie.PatientId}/file?callId={call.CallId}", new PatientFile(Amelie.PatientId, [], null, null, [knee], new BalanceView(false, null), []));
        Http.On($"POST {Root}/appointments", new { code = BookingProblems.PlanDoesNotCover, detail = "Le plan de soins couvre 10 séances." }, HttpStatusCode.UnprocessableEntity);
        Get<PatientDesk>().Take(Amelie);
        await Get<PatientDesk>().LoadAppointments();
        await Choose(finder, 0);
        Assert.That(finder.Find(".case-picker").Text(), Does.Contain("Genou droit · 0 séances restantes sur 10"));
        await finder.Find(".case-picker select").ChangeAsync(knee.CaseId.ToString());
        await Press(Shortcut.Finish);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".slot-confirm [role=alert]").Text(), Does.Contain("couvre 10 séances")));
        await finder.Find("#slot-why").InputAsync("prolongation en route");
        await Press(Shortcut.Finish);
        Assert.That(Http.Received.Last(r => r.Request == $"POST {Root}/appointments").Body, Does.Contain("\"justification\":\"prolongation en route\"").And.Contain($"\"caseId\":\"{knee.CaseId}\""));
    }

    [Test]
    public async Task Emergency_closes_the_booking()
    {
        await Finder();
        Get<PatientDesk>().Take(Amelie);
        Show(Views.OnCall(revision: 2, call: call with { EmergencyOpen = true }));
        await LetPass(Get<BookingDesk>().Choose(Nine));
        await Get<BookingDesk>().Confirm();
        Assert.That(Asked, Has.None.EqualTo($"POST {Root}/appointments"));
    }
}
