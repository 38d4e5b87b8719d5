using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Calls;
using ContactCenter.AgentConsole.Tests.Support;

namespace ContactCenter.AgentConsole.Tests.Words;

internal sealed class EnglishTests : DeskTest
{
    [Test]
    public void Screen_speaks_English_when_asked()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var offer = Views.Offer();
        Show(Views.Ringing(offer: offer));
        var card = Browser.Render<OfferCard>(p => p.Add(c => c.Offer, offer));
        Assert.That(card.Find(".offer-actions").Text(), Does.Contain("Answer").And.Contain("Decline"));
    }
}
