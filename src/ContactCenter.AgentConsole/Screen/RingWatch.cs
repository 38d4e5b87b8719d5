using ContactCenter.AgentConsole.Phone;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>Rings while a call is offered, and tells the server that the offer reached a screen.</summary>
internal sealed class RingWatch
{
    private readonly Desk desk;
    private readonly IAgentHub server;
    private readonly Softphone phone;
    private readonly BrowserDesk browser;
    private Guid? ringingFor;

    public RingWatch(Desk desk, IAgentHub server, Softphone phone, BrowserDesk browser)
    {
        (this.desk, this.server, this.phone, this.browser) = (desk, server, phone, browser);
        desk.Changed += _ => Follow();
    }

    private void Follow()
    {
        var offer = desk.State.Link == LinkState.Superseded ? null : desk.State.View?.Offer;
        if (offer?.OfferId == ringingFor)
            return;
        ringingFor = offer?.OfferId;
        _ = offer is null ? Quietly(phone.Silence) : Announce(offer);
    }

    private async Task Announce(OfferView offer)
    {
        await Quietly(() => server.AcknowledgeOffer(offer.OfferId));
        await Quietly(() => phone.Ring(offer.Urgency >= CallUrgency.Urgent));
        await Quietly(() => browser.Notify(Words.CallWords.OfferTitle, offer.Practice.Name));
    }

    /// <summary>Neither a lost acknowledgement nor a mute loudspeaker may stop the screen.</summary>
    private static async Task Quietly(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception)
        {
            // The server offers on when it hears nothing.
        }
    }
}
