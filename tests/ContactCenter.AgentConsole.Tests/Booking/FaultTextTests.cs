using System.Net;
using System.Text;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Booking;

namespace ContactCenter.AgentConsole.Tests.Booking;

/// <summary>A refusal is said in the language of the screen, never in the words of the protocol.</summary>
[SetUICulture("fr-FR")]
internal sealed class FaultTextTests
{
    [TestCase(HttpStatusCode.NotFound, """{"title":"Not Found","status":404}""", "Introuvable, ou pas ouvert à votre compte. Vérifiez l’adresse et le cabinet choisi.")]
    [TestCase(HttpStatusCode.Forbidden, "", "Introuvable, ou pas ouvert à votre compte. Vérifiez l’adresse et le cabinet choisi.")]
    [TestCase(HttpStatusCode.BadRequest, """{"title":"Bad Request","status":400}""", "Cette action n’est pas possible.")]
    [TestCase(HttpStatusCode.NotFound, """{"code":"no-calendar","title":"Ce cabinet tient son agenda ailleurs."}""", "Ce cabinet tient son agenda ailleurs.")]
    [TestCase(HttpStatusCode.Conflict, """{"code":"taken","detail":"Ce créneau vient d’être pris."}""", "Ce créneau vient d’être pris.")]
    public async Task What_the_server_said_or_what_its_status_means(HttpStatusCode status, string body, string said)
    {
        using var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/problem+json") };
        Assert.That((await Fault.From(response)).Say(), Is.EqualTo(said));
    }
}
