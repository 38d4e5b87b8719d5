using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Rest;

internal sealed class AuthenticationTests
{
    private static async Task<HttpStatusCode> Ask(Bench bench, string? basic, string? account = null)
    {
        using var client = new HttpClient();
        if (basic is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        var options = bench.Simulator.Options;
        using var response = await client.GetAsync($"{bench.Simulator.Address}/2010-04-01/Accounts/{account ?? options.AccountSid}/Calls.json");
        return response.StatusCode;
    }

    [Test]
    public async Task The_token_and_the_api_key_open_and_nothing_else_does()
    {
        await using var bench = await Bench.Set();
        var options = bench.Simulator.Options;
        Assert.That(
            new[]
            {
                await Ask(bench, $"{options.AccountSid}:{options.AuthToken}"), await Ask(bench, $"{options.ApiKeySid}:{options.ApiKeySecret}"),
                await Ask(bench, null), await Ask(bench, $"{options.AccountSid}:wrong"),
                    await Ask(bench, $"{options.AccountSid}:{options.AuthToken}", "AC2"),
            },
            Is.EqualTo([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized,
                HttpStatusCode.Unauthorized]));
    }

    [Test]
    public async Task A_refusal_has_the_documented_body()
    {
        await using var bench = await Bench.Set();
        bench.Rest.DefaultRequestHeaders.Authorization = null;
        var (http, body) = await bench.Get("Calls.json");
        Assert.That((http, body.GetProperty("code").GetInt32(), body.GetProperty("status").GetInt32(), body.GetProperty("more_info").GetString()),
            Is.EqualTo((401, 20003, 401, "https://www.twilio.com/docs/errors/20003")));
    }
}
