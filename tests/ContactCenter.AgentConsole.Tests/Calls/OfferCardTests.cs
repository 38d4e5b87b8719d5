using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Calls;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Tests.Calls;

internal sealed class OfferCardTests : DeskTest
{
    private readonly OfferView offer = Views.Offer();

    private IRenderedComponent<OfferCard> Card()
    {
        Show(Views.Ringing(offer: offer));
        return Browser.Render<OfferCard>(p => p.Add(c => c.Offer, offer));
    }

    [Test]
    public void Card_shows_what_she_needs_before_she_answers()
    {
        var text = Card().Find(".offer").Text();
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("Cabinet des Lilas, bonjour."));
            Assert.That(text, Does.Contain("13:00"), "the practice's own hour, an hour ahead of the server's");
            Assert.That(text, Does.Contain("Dr Martin absent mardi."));
            Assert.That(text, Does.Contain("Rendez-vous"));
            Assert.That(text, Does.Contain("06 12 34 56 78"));
            Assert.That(text, Does.Contain("Amélie Durand"));
            Assert.That(text, Does.Contain("0:38"));
            Assert.That(text, Does.Contain("Vous êtes la secrétaire habituelle du cabinet."));
        });
    }

    [Test]
    public void Card_shows_what_is_known_of_each_who_may_be_calling()
    {
        var household = new CallerView("+33612345678",
        [
            new KnownPatient(Guid.NewGuid(), "Amélie Durand", new DateOnly(1986, 4, 12), [PatientFlag.HardOfHearing], "Allergie à la pénicilline",
                new NextVisit(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.FromHours(1)), "Dr Martin", "Consultation")),
            new KnownPatient(Guid.NewGuid(), "Léo Durand", new DateOnly(2019, 9, 2)),
        ], 1, new LastContact(new DateTimeOffset(2026, 11, 22, 16, 40, 0, TimeSpan.FromHours(1)), "Message transmis", "Nadia Belkacem"));
        var card = Browser.Render<OfferCard>(p => p.Add(c => c.Offer, offer with { Caller = household }));
        Assert.Multiple(() =>
        {
            Assert.That(card.FindAll(".known li"), Has.Count.EqualTo(2));
            Assert.That(card.Find(".known li .note").Text(), Is.EqualTo("Allergie à la pénicilline"));
            Assert.That(card.Find(".known li").Text(), Does.Contain("demain à 09:30 · Dr Martin · Consultation").And.Contain("Malentendant"));
            Assert.That(card.FindAll(".known li")[1].Text(), Does.Contain("Pas de rendez-vous à venir"));
            Assert.That(card.Find(".last-contact").Text(), Does.Contain("hier à 16:40 · Message transmis · Nadia Belkacem"));
            Assert.That(card.Find(".caller .tag").Text(), Is.EqualTo("2e appel aujourd’hui"));
        });
    }

    [Test]
    public async Task F4_answers()
    {
        Card();
        await Press(Shortcut.Answer);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { (nameof(IAgentHub.AcceptOffer), offer.OfferId) }));
    }

    [Test]
    public async Task Shift_F4_declines()
    {
        Card();
        await Press(Shortcut.HangUp);
        Assert.That(Server.Asked, Is.EqualTo(new object[] { (nameof(IAgentHub.DeclineOffer), offer.OfferId) }));
    }

    [Test]
    public async Task Second_press_while_the_first_is_under_way_does_nothing()
    {
        var reply = new TaskCompletionSource<CommandReply>();
        Server.Answer = _ => reply.Task;
        Card();
        var first = Press(Shortcut.Answer);
        await Press(Shortcut.Answer);
        reply.SetResult(CommandReply.Done);
        await first;
        Assert.That(Server.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public void Countdown_runs_with_the_servers_clock()
    {
        var card = Card();
        Clock.Advance(TimeSpan.FromSeconds(5));
        card.WaitForAssertion(() => Assert.That(card.Find(".countdown-text").Text(), Is.EqualTo("15")));
    }

    [Test]
    public void Masked_number_is_said_to_be_masked()
    {
        var card = Browser.Render<OfferCard>(p => p.Add(c => c.Offer, offer with { Caller = new CallerView(null, [], 0, null) }));
        Assert.That(card.Find(".caller-number").Text(), Is.EqualTo("Numéro masqué"));
    }
}
