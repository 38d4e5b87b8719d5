using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Tests.SignIn;

internal sealed class SignInFormTests : DeskTest
{
    private async Task<IRenderedComponent<SignInForm>> Submit()
    {
        var form = Browser.Render<SignInForm>();
        await form.Find("[name=email]").ChangeAsync("claire@demo.contactcenter.local");
        await form.Find("[name=password]").ChangeAsync("wrong");
        await form.Find("form").SubmitAsync();
        return form;
    }

    [TestCase(AccessProblems.SignInRefused, HttpStatusCode.Unauthorized, "Adresse ou mot de passe inconnu.")]
    [TestCase(AccessProblems.TooManyAttempts, HttpStatusCode.TooManyRequests, "Trop d’essais. Ce compte est bloqué quelques minutes.")]
    public async Task Refusal_says_why(string code, HttpStatusCode http, string sentence)
    {
        Http.On("POST /api/session", new { code }, http);
        Assert.That((await Submit()).Find("[role=alert]").Text(), Is.EqualTo(sentence));
    }

    [Test]
    public async Task Silent_server_is_said_to_be_silent()
    {
        Http.Unreachable("POST /api/session");
        Assert.That((await Submit()).Find("[role=alert]").Text(), Does.Contain("ne répond pas"));
    }

    [Test]
    public async Task Signing_in_opens_the_session()
    {
        Http.On("POST /api/session", new SessionView(Guid.NewGuid(), "Claire", "claire@demo.contactcenter.local", [Roles.Agent], [], Views.Noon));
        await Submit();
        Assert.That(Get<Session>().Has(Roles.Agent), Is.True);
    }
}
