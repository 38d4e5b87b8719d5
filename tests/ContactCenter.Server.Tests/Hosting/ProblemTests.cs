using System.Net;
using System.Net.Http.Json;
using System.Text;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Hosting;

internal sealed class ProblemTests
{
    [Test]
    public async Task A_fault_of_ours_is_a_500_with_a_code_and_a_trace_and_no_secret()
    {
        await using var host = new TestHost();
        using var client = host.CreateClient();
        await host.Services.GetRequiredService<Store>().Write((db, token) => db.Database.EnsureDeletedAsync(token), default);
        var response = await client.PostAsJsonAsync("/api/session", new SignIn("marie@example.fr", "a password"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await response.ProblemCode(), Is.EqualTo("unexpected"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("traceId").And.Not.Contain("marie").And.Not.Contain("Sqlite"));
    }

    [Test]
    public async Task A_body_that_is_no_JSON_is_a_400()
    {
        await using var host = new TestHost();
        using var client = host.CreateClient();
        var response = await client.PostAsync("/api/session", new StringContent("{", Encoding.UTF8, "application/json"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.ProblemCode(), Is.EqualTo("bad-request"));
    }
}
