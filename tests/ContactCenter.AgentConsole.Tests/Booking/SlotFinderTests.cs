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

    private readonly CallView call = Views.Call() with { Caller = new CallerView(null, [], 0, null) };

    private string Root => $"/api/practices/{call.Practice.PracticeId}";

    private async Task<IRenderedComponent<SlotFinder>> Finder()
    {
        Http.On($"GET {Root}/visit-reasons", new[] { Agendas.Consultation, Agendas.Vaccine });
        Http.On($"GET {Root}/agenda?from=2026-11-23&days=1", Agendas.Day(Monday));
        Http.On($"GET {Root}/slots?visitReason=consultation&from=2026-11-23&days=28&take=40", new FoundSlots([Nine, Ten], null));
        Http.On($"POST {Root}/holds", new HeldSlot(Guid.NewGuid(), "dr-martin", Nine.Start, Nine.End, Views.Noon.AddMinutes(3)));
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
        await Get<BookingDesk>().Confirm(null);
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
    public async Task Emergency_closes_the_booking()
    {
        await Finder();
        Get<PatientDesk>().Take(Amelie);
        Show(Views.OnCall(revision: 2, call: call with { EmergencyOpen = true }));
        await LetPass(Get<BookingDesk>().Choose(Nine));
        await Get<BookingDesk>().Confirm(null);
        Assert.That(Asked, Has.None.EqualTo($"POST {Root}/appointments"));
    }
}
