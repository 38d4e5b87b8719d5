using System.Net;
using Bunit;
using ContactCenter.AgentConsole.Messages;
using ContactCenter.AgentConsole.Tests.Support;

namespace ContactCenter.AgentConsole.Tests.Messages;

internal sealed class MessageDialogTests : DeskTest
{
    private static readonly string Address = $"POST /api/practices/{Views.Practice().PracticeId}/messages";

    [SetUp]
    public void InCall()
    {
        Get<MessageDraft>();
        Show(Views.OnCall());
    }

    [Test]
    public async Task Message_goes_with_the_number_to_call_back()
    {
        Http.On(Address, null, HttpStatusCode.NoContent);
        var dialog = Browser.Render<MessageDialog>();
        await dialog.Find("textarea").InputAsync("Renouvellement");
        await dialog.Find("form").SubmitAsync();
        Assert.That(Http.Received.Last().Body, Does.Contain("Renouvellement").And.Contain("06 12 34 56 78"));
        Assert.That(dialog.Find("[role=status]").TextContent, Does.Contain("transmis"));
    }

    [Test]
    public async Task Message_that_was_not_sent_is_kept_and_sent_again_under_the_same_key()
    {
        Http.On(Address, null, HttpStatusCode.ServiceUnavailable);
        var dialog = Browser.Render<MessageDialog>();
        await dialog.Find("textarea").InputAsync("Résultats");
        await dialog.Find("form").SubmitAsync();
        Assert.That(Browser.Render<MessageDialog>().Find("textarea").GetAttribute("value"), Is.EqualTo("Résultats"));

        await dialog.Find("form").SubmitAsync();
        Assert.That(Http.Received.Select(r => r.Key).Distinct().Count(), Is.EqualTo(1));
    }
}
