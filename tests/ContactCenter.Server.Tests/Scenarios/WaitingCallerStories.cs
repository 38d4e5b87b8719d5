using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

[CancelAfter(60_000)]
internal abstract class WaitingCallerStories
{
    [Test]
    public async Task Caller_who_hangs_up_while_queued_is_abandoned_and_her_offer_withdrawn()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.IsOffered();
        patient.HangUp();
        await claire.Sees(v => v.Offer is null && v.Presence.Presence == Presence.Available, "no offer any more");
        var metered = await floor.Metered(m => m.Outcome != CallOutcome.Open);
        Assert.That(metered.Outcome, Is.EqualTo(CallOutcome.Abandoned));
        Assert.That(metered.TalkSeconds, Is.Zero);
    }

    [Test]
    public async Task A_declined_call_is_offered_to_a_colleague()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var nadia = await floor.SignIn("nadia");
        await floor.PatientWantsAppointment();
        await claire.IsOffered();
        Assert.That((await claire.Decline()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await nadia.IsOffered();
        Assert.That(claire.View.Offer, Is.Null);
    }

    [Test]
    public async Task An_offer_that_rings_out_goes_on_and_who_lets_two_ring_out_is_paused()
    {
        await using var floor = await Floor.Open(("Routing:OfferTimeout", "2"), ("Routing:AskAgainAfter", "0"));
        var claire = await floor.SignIn("claire");
        await floor.PatientWantsAppointment();
        await claire.IsOffered();
        await claire.Sees(v => v.Presence is { Presence: Presence.Away, PausedBecause: "rang-out" }, "a pause with its cause");
    }

    [Test]
    public async Task A_console_that_closes_in_mid_ring_hands_the_call_on_within_two_seconds()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var nadia = await floor.SignIn("nadia");
        await floor.PatientWantsAppointment();
        await claire.IsOffered();
        var closed = DateTime.UtcNow;
        await claire.Vanish(dropLeg: false);
        await nadia.IsOffered();
        Assert.That(DateTime.UtcNow - closed, Is.LessThan(TimeSpan.FromSeconds(9)), "two seconds and room for a loaded machine, but nothing like the lease of a console that falls silent");
    }

    [Test]
    public async Task A_console_that_never_says_it_shows_the_offer_is_passed_over_and_paused()
    {
        await using var floor = await Floor.Open(("Routing:DeliveryTimeout", "2"));
        var claire = await floor.SignIn("claire");
        claire.AcknowledgesOffers = false;
        var nadia = await floor.SignIn("nadia");
        await floor.PatientWantsAppointment();
        await nadia.IsOffered();
        await claire.Sees(v => v.Presence is { Presence: Presence.Away, PausedBecause: "console-silent" } && v.Offer is null, "a pause with its cause");
    }

    [Test]
    public async Task A_caller_who_chose_English_rings_at_her_who_speaks_it()
    {
        await using var floor = await Floor.Open();
        await floor.Store.Write(
            async (db, token) => (await db.Set<Server.Practices.AgentProfile>().SingleAsync(a => a.Id == Server.Demo.DemoPeople.Agents[0], token)).Languages = ["fr"], default);
        var claire = await floor.SignIn("claire");
        var nadia = await floor.SignIn("nadia");
        var patient = floor.Simulator.Dial("+33612345699", Floor.Line);
        await patient.Hears("English, 9");
        patient.Press("9");
        await patient.Hears("press 1");
        patient.Press("1");
        await nadia.IsOffered();
        Assert.That(claire.View.Offer, Is.Null, "it is her practice, and she speaks no English");
    }

    [Test]
    public async Task Of_many_accepts_at_once_one_wins_and_the_rest_are_too_late_or_repetitions()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var nadia = await floor.SignIn("nadia");
        await floor.PatientWantsAppointment();
        var offer = (await claire.IsOffered()).OfferId;
        var hers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => claire.Accept(offer)));
        var others = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => nadia.Accept(offer)));
        Assert.That(hers.Select(r => r.Outcome), Is.All.EqualTo(CommandOutcome.Done), "a repetition is answered as the first");
        Assert.That(others.Select(r => r.Outcome), Is.All.EqualTo(CommandOutcome.NotFound));
        var accepted = await floor.Store.Read((db, token) => db.Set<CallFact>().CountAsync(f => f.Kind == nameof(OfferAccepted), token), default);
        Assert.That(accepted, Is.EqualTo(1));
    }

    [Test]
    public async Task The_emergency_key_works_while_waiting_and_112_follows_an_unanswered_15()
    {
        await using var floor = await Floor.Open();
        floor.Simulator.Put("15", ScriptedPhone.Refuses());
        var rescue = floor.Simulator.Put("112", ScriptedPhone.Answers());
        var patient = await floor.PatientWantsAppointment();
        await Floor.Eventually(() => patient.Heard.Any(h => h.Kind == "play"), "hold music");
        patient.Press("0");
        await rescue.IsTogether();
        patient.HangUp();
        var metered = await floor.Metered(m => m.Outcome != CallOutcome.Open);
        Assert.That(metered.Outcome, Is.EqualTo(CallOutcome.Emergency));
    }

    [Test]
    public async Task At_night_the_practice_says_so_and_takes_a_message()
    {
        await using var floor = await Floor.Open(Floor.Night);
        var patient = floor.Simulator.Dial("+33612345699", Floor.Line);
        await Floor.Eventually(() => patient.Heard.Any(h => h.Kind == "beep") || patient.Leg is { IsOver: true }, "the tone or the end");
        Assert.That(patient.Said.Any(s => s.Contains("fermé", StringComparison.OrdinalIgnoreCase)), Is.True, () => string.Join(" | ", patient.Said));
        await Task.Delay(1_500);
        patient.HangUp();
        var metered = await floor.Metered(m => m.Outcome != CallOutcome.Open);
        Assert.That(metered.Outcome, Is.EqualTo(CallOutcome.MessageLeft));
    }
}
