using Bunit;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using Microsoft.AspNetCore.Components.Web;

namespace ContactCenter.AgentConsole.Tests.Booking;

/// <summary>A call at a practice with two neighbours: one with a slot, one without.</summary>
internal abstract class NeighbourDeskTest : DeskTest
{
    protected static readonly DateOnly Monday = new(2026, 11, 23);
    protected static readonly SlotView Nine = Agendas.Slot(Monday, 9, 0);
    protected static readonly SlotView Ten = Agendas.Slot(Monday, 10, 0) with { PractitionerId = "dr-roy", PractitionerName = "Dr Roy" };

    protected static readonly NeighbourPractice Parc = new(
        Guid.NewGuid(), "Cabinet du Parc", "visite", "Visite", "Cabinet du Parc", "1 place du Parc, 75019 Paris", 1_228, [Ten], null);

    protected static readonly NeighbourPractice Gare = new(Guid.NewGuid(), "Cabinet de la Gare", null, null, null, null, null, [], "Ce motif n’existe pas ici dans cette spécialité.");

    protected CallView Call { get; } = Views.Call() with { Caller = new CallerView(null, [], 0, null) };

    protected string Root => $"/api/practices/{Call.Practice.PracticeId}";

    protected string Neighbours(string wishes = "") => $"GET {Root}/slots/neighbours?visitReason=consultation&from=2026-11-23{wishes}&callId={Call.CallId}&days=28";

    protected async Task<IRenderedComponent<SlotFinder>> Finder(bool hasNeighbours = true, params SlotView[] own)
    {
        Http.On($"GET {Root}/visit-reasons", new[] { Agendas.Consultation });
        Http.On($"GET {Root}/search-terms", new SearchTerms([], false, Monday.AddDays(180), hasNeighbours));
        Http.On($"GET {Root}/agenda?from=2026-11-23&days=1", Agendas.Day(Monday));
        Http.On($"GET {Root}/slots?visitReason=consultation&from=2026-11-23&callId={Call.CallId}&days=28&take=40", new FoundSlots(own, own.Length == 0 ? "Aucun créneau libre." : null));
        Http.On(Neighbours(), new NeighbourSlots([Parc, Gare], 2, null));
        Get<BookingDesk>();
        Show(Views.OnCall(call: Call));
        var finder = Browser.Render<SlotFinder>();
        await finder.Find("#reason").InputAsync("cons");
        await finder.Find("#reason").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        finder.WaitForAssertion(() => Assert.That(Get<BookingDesk>().Found, Is.Not.Null));
        return finder;
    }
}
