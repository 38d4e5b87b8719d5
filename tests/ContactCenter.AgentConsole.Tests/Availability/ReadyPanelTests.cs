using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Availability;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Availability;

internal sealed class ReadyPanelTests : DeskTest
{
    [TestCase("console-silent", "n’est pas arrivé jusqu’à votre écran")]
    [TestCase("rang-out", "ont sonné sans réponse")]
    [TestCase("a cause of a later server", "Mise en pause par le serveur.")]
    public void Why_the_server_paused_her_is_said_in_words(string because, string words)
    {
        Show(Views.Idle() with { Presence = new PresenceView(Presence.Away, AwayReasons.Technical, Views.Noon, because) });
        Assert.That(Browser.Render<ReadyPanel>().Find(".note.warn").Text(), Does.Contain(words).And.Not.Contain(because));
    }
}
