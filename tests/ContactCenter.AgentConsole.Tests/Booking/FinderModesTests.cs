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

/// <summary>Wishes, the question why, and series: what the server can do is a key away.</summary>
internal sealed class FinderModesTests : DeskTest
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly SlotView Nine = Agendas.Slot(Monday, 9, 0);
    private static readonly SlotView Lane = Agendas.Slot(Monday, 10, 0) with { Lane = 1 };
    private static readonly PatientView Amelie = new(Guid.NewGuid(), 1, "Durand", "Amélie", null, null, [], null, null, []);

    private readonly CallView call = Views.Call() with { Caller = new CallerView(null, [], 0, null) };

    private string Root => $"/api/practices/{call.Practice.PracticeId}";

    private string Slots(string wishes) => $"GET {Root}/slots?visitReason=consultation&from=2026-11-23{wishes}&callId={call.CallId}&days=28&take=40";

    private async Task<IRenderedComponent<SlotFinder>> Finder()
    {
        Http.On($"GET {Root}/visit-reasons", new[] { Agendas.Consultation });
        Http.On($"GET {Root}/search-terms", new SearchTerms([new PlaceView("lilas", "Lilas"), new PlaceView("gare", "Gare")], true, Monday.AddDays(180)));
        Http.On($"GET {Root}/agenda?from=2026-11-23&days=1", Agendas.Day(Monday));
        Http.On(Slots(""), new FoundSlots([Nine], null));
        Http.On($"POST {Root}/holds", new HeldSlot(Guid.NewGuid(), "dr-martin", Nine.Start, Nine.End, Views.Noon.AddMinutes(3)));
        Get<BookingDesk>();
        Show(Views.OnCall(call: call));
        var finder = Browser.Render<SlotFinder>();
        await finder.Find("#reason").InputAsync("cons");
        await finder.Find("#reason").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        finder.WaitForElements(".slot input", 1);
        return finder;
    }

    private static async Task Type(IRenderedComponent<SlotFinder> finder, string wishes)
    {
        await finder.Find("#wishes").InputAsync(wishes);
        await finder.Find("#wishes").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
    }

    [Test]
    public async Task Typed_wishes_go_into_the_search_and_the_last_practitioner_is_named()
    {
        var finder = await Finder();
        Http.On(Slots("&continuity=true&weekdays=tuesday%2Cfriday&earliest=14%3A00&place=gare"),
            new FoundSlots([Nine], null, new LastPractitioner("dr-martin", "Dr Martin", Monday, "Dr Martin a vu le patient le 3 novembre 2026 : ses créneaux d’abord.")));
        await Type(finder, "même mardi vendredi après 14h gare");
        finder.WaitForAssertion(() => Assert.That(finder.Find(".seen-by").Text(), Does.Contain("3 novembre 2026")));
        Assert.That(finder.FindAll(".wish-day[aria-pressed=true]").Select(d => d.GetAttribute("title")), Is.EqualTo(new[] { "mardi", "vendredi" }));
    }

    [Test]
    public async Task Words_that_mean_nothing_are_named_and_stay()
    {
        var finder = await Finder();
        await Type(finder, "mardi bientôt");
        Assert.That(finder.Find("#wishes-unread").Text(), Is.EqualTo("Non compris : bientot"));
        Assert.That(finder.Find("#wishes").GetAttribute("value"), Is.EqualTo("mardi bientôt"));
    }

    [Test]
    public async Task When_nothing_is_free_the_wish_in_the_way_is_said_with_what_there_would_be()
    {
        var finder = await Finder();
        Http.On(Slots("&latest=12%3A00"), new FoundSlots([], "Aucun créneau libre.", null, [new WiderSlotsView("TimeOfDay", "À une autre heure : dès le 23 novembre.", [Nine])]));
        await finder.Find(".wish-time").ChangeAsync("morning");
        finder.WaitForAssertion(() => Assert.That(finder.Find(".wider").Text(), Does.Contain("À une autre heure").And.Contain("09:00")));
        var choosing = finder.Find(".wider .slot input").ChangeAsync("on");
        await LetPass(choosing);
        Assert.That(Get<BookingDesk>().Chosen, Is.EqualTo(Nine));
    }

    [Test]
    public async Task Overbooking_is_asked_for_shown_and_held_as_such()
    {
        var finder = await Finder();
        Http.On(Slots("&overbook=true"), new FoundSlots([Nine, Lane], null));
        await finder.FindAll(".wish-check input")[1].ChangeAsync(true);
        finder.WaitForAssertion(() => Assert.That(finder.FindAll(".slot-lane").Select(s => s.Text()), Has.One.Contains("surbooking")));
        await LetPass(finder.FindAll(".slot input")[1].ChangeAsync("on"));
        Assert.That(Http.Received.Single(r => r.Request == $"POST {Root}/holds").Body, Does.Contain("\"overbook\":true"));
    }

    [Test]
    public async Task Question_why_shows_rule_author_and_remedy_and_Enter_takes_the_nearest()
    {
        var finder = await Finder();
        var at = Agendas.At(Monday, 20, 0);
        var rule = new RuleView("OutsideOpenings", RuleStrengthView.Hard, "Le Dr Martin ne reçoit pas à cette heure.", "Choisissez une heure ouverte.", at.AddDays(1), "Dr Hélène Martin", new DateOnly(2026, 1, 5), "booking.yaml(28,5)");
        Http.On($"GET {Root}/slots/explain?visitReason=consultation&callId={call.CallId}&practitioner=dr-martin&local=2026-11-23T20%3A00",
            new SlotExplanation("dr-martin", at, at.AddMinutes(20), false, rule.Sentence, [rule], [Nine]));
        await Press(Shortcut.Why);
        await finder.Find("#why-time").ChangeAsync("20:00");
        await finder.Find("form.why").SubmitAsync();
        finder.WaitForAssertion(() => Assert.That(finder.Find(".why-rules").Text(), Does.Contain("ne reçoit pas").And.Contain("impossible").And.Contain("Choisissez une heure ouverte.")
            .And.Contain("Règle de Dr Hélène Martin, depuis le 05/01/2026").And.Contain("Possible à partir du")));
        await LetPass(finder.Find(".why-answer .slot input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }));
        Assert.That(Get<BookingDesk>().Chosen, Is.EqualTo(Nine));
        Assert.That(finder.FindAll(".slot-confirm"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Series_is_proposed_as_a_whole_and_booked_as_one_and_a_refusal_names_the_session()
    {
        var finder = await Finder();
        Get<PatientDesk>().Take(Amelie);
        SlotView[] sessions = [Nine, Agendas.Slot(Monday.AddDays(1), 9, 0), Agendas.Slot(Monday.AddDays(4), 9, 0)];
        Http.On($"GET {Root}/series?visitReason=consultation&from=2026-11-23&patient={Amelie.PatientId}&callId={call.CallId}&sessions=3&leastDays=2", new ProposedSeries(sessions, 3, "3 séances avec Dr Martin."));
        Http.On($"POST {Root}/series", new { code = BookingProblems.SlotTaken, detail = "Séance 2 : ce créneau est pris. Aucune séance n’a été prise.", session = 2 }, HttpStatusCode.Conflict);
        await Press(Shortcut.Series);
        await finder.Find("#series-sessions").InputAsync("3");
        await finder.Find("form.series-fields").SubmitAsync();
        finder.WaitForElements(".series li", 3);
        Show(Views.OnCall(2, call));
        Assert.That(finder.FindAll(".series li"), Has.Count.EqualTo(3), "another view of the same call takes nothing away");
        await Press(Shortcut.Finish);
        finder.WaitForAssertion(() => Assert.That(finder.Find("[role=alert]").Text(), Does.Contain("Séance 2")));
        Assert.That(finder.Find(".series .refused").Text(), Does.StartWith("2"));

        var booked = sessions.Select(s => Agendas.Appointment("dr-martin", DateOnly.FromDateTime(s.Start.DateTime), 9, 0, 20).Appointment!).ToArray();
        Http.On($"POST {Root}/series", new BookedSeries(Guid.NewGuid(), booked));
        await Press(Shortcut.Finish);
        finder.WaitForAssertion(() => Assert.That(finder.Find(".booking-result").Text(), Does.Contain("3 séances réservées")));
        Assert.That(Http.Received.Where(r => r.Request == $"POST {Root}/series").Select(r => r.Key).Distinct().Count(), Is.EqualTo(2), "after a refusal it asks anew");
    }
}
