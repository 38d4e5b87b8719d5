using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using Microsoft.AspNetCore.Components.Web;

namespace ContactCenter.AgentConsole.Tests.Booking;

/// <summary>What other practices of the team have free, a key away.</summary>
internal sealed class NeighbourPanelTests : NeighbourDeskTest
{
    [Test]
    public async Task A_key_shows_them_nearest_first_with_distance_and_address_and_why_one_has_none()
    {
        var finder = await Finder(true, Nine);
        await Press(Shortcut.Neighbours);
        var rows = finder.WaitForElements(".neighbours > li", 2);
        Assert.That(rows[0].Text(), Does.Contain("Cabinet du Parc").And.Contain("à 1,2 km").And.Contain("1 place du Parc, 75019 Paris").And.Contain("Motif là-bas : Visite").And.Contain("10:00"));
        Assert.That(rows[0].QuerySelector(".neighbour-where")!.Text(), Is.EqualTo("1 place du Parc, 75019 Paris"), "the site bears the practice's name");
        Assert.That(rows[1].Text(), Does.Contain("distance inconnue").And.Contain("n’existe pas ici"));
        Assert.That(rows[1].QuerySelector("input"), Is.Null);
        Assert.That(finder.Markup, Does.Contain("2 autres cabinets partagent leurs créneaux, plus loin."));
    }

    [Test]
    public async Task When_nothing_is_free_they_are_offered_at_once()
    {
        var finder = await Finder();
        var hint = finder.Find(".neighbour-hint button");
        Assert.That(hint.Text(), Does.Contain("Chercher dans les cabinets voisins"));
        await hint.ClickAsync(new MouseEventArgs());
        finder.WaitForElements(".neighbours > li", 2);
    }

    [Test]
    public async Task When_it_is_late_they_are_offered_and_when_it_is_soon_they_are_not()
    {
        var late = await Finder(true, Agendas.Slot(Monday.AddDays(8), 9, 0));
        Assert.That(late.Find(".neighbour-hint").Text(), Does.Contain("Plus tôt dans un cabinet voisin"));
        Http.On($"GET {Root}/slots?visitReason=consultation&from=2026-11-30&callId={Call.CallId}&days=28&take=40", new FoundSlots([Agendas.Slot(Monday.AddDays(8), 9, 0)], null));
        await Get<BookingDesk>().SearchFrom(Monday.AddDays(7));
        Assert.That(late.FindAll(".neighbour-hint"), Is.Empty);
    }

    [Test]
    public async Task A_practice_without_neighbours_shows_none_of_it()
    {
        var finder = await Finder(hasNeighbours: false);
        await Press(Shortcut.Neighbours);
        Assert.That(finder.FindAll(".neighbour-hint, .neighbours"), Is.Empty);
        Assert.That(finder.FindAll(".finder-modes button").Select(b => b.Text()), Is.EqualTo(new[] { "Créneaux", "Série", "Pourquoi pas ?" }));
        Assert.That(Http.Received.Select(r => r.Request), Has.None.Contains("neighbours"));
    }

    [Test]
    public async Task Another_wish_asks_them_anew()
    {
        var finder = await Finder(true, Nine);
        await Press(Shortcut.Neighbours);
        finder.WaitForElements(".neighbours > li", 2);
        Http.On(Neighbours("&latest=12%3A00"), new NeighbourSlots([], 0, "Aucun cabinet de votre équipe ne partage ses créneaux avec celui-ci."));
        await finder.Find(".wish-time").ChangeAsync("morning");
        finder.WaitForAssertion(() => Assert.That(finder.FindAll("[role=status]").Select(s => s.Text()), Has.Some.Contains("Aucun cabinet de votre équipe")));
        Assert.That(finder.FindAll(".neighbours"), Is.Empty);
    }

    [Test]
    public async Task What_went_wrong_is_said()
    {
        var finder = await Finder(true, Nine);
        Http.On(Neighbours(), new { code = "x", detail = "Le serveur est occupé." }, HttpStatusCode.ServiceUnavailable);
        await Press(Shortcut.Neighbours);
        finder.WaitForAssertion(() => Assert.That(finder.Find("[role=alert]").Text(), Is.EqualTo("Le serveur est occupé.")));
    }

    [Test]
    public async Task In_English_it_is_all_English()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var finder = await Finder(true, Nine);
        await Press(Shortcut.Neighbours);
        finder.WaitForElements(".neighbours > li", 2);
        Assert.That(finder.Find(".neighbours").Text(), Does.Contain("1.2 km away").And.Contain("Visit reason there: Visite").And.Contain("distance unknown"));
    }
}
