using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Calls;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;

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
            Assert.That(text, Does.Contain("06 12 34 56 78"));
            Assert.That(text, Does.Contain("Amélie Durand"));
            Assert.That(text, Does.Contain("0:38"));
            Assert.That(text, Does.Contain("Vous êtes la secrétaire habituelle du cabinet."));
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
