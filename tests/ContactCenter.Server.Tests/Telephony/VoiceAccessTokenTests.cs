using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactCenter.Server.Telephony.TwilioVoice;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace ContactCenter.Server.Tests.Telephony;

/// <summary>The token with which a softphone signs in, to the letter: Twilio answers a wrong one with 20101 and no reason.</summary>
internal sealed class VoiceAccessTokenTests
{
    private const string Secret = "golden-secret";
    private static readonly Guid Agent = Guid.Parse("0198c0de-0003-7000-8000-0000000000a1");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 10);

    // Computed apart from the product, with Python's json, base64 and hmac.
    private const string Golden =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImN0eSI6InR3aWxpby1mcGE7dj0xIiwidHdyIjoiaWUxIn0."
        + "eyJqdGkiOiJTSzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAxLTE3OTU1MTE0MDAiLCJpc3MiOiJTSzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAxIi"
        + "wic3ViIjoiQUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMSIsImlhdCI6MTc5NTUxMTQwMCwiZXhwIjoxNzk1NTE1MDAwLCJncmFudHMiOnsiaWRlbnRpdHki"
        + "OiJhZ2VudC0wMTk4YzBkZTAwMDM3MDAwODAwMDAwMDAwMDAwMDBhMSIsInZvaWNlIjp7ImluY29taW5nIjp7ImFsbG93Ijp0cnVlfSwib3V0Z29pbmciOnsiYXBwbGljYXRpb25fc2lkIjoiQVAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMSJ9fX19"
        + ".O6gEuapzHM7K4lwCTDzMrdfT8j3XUT5Ig9j0eA4P4GE";

    [Test]
    public void The_token_is_the_golden_one_to_the_last_letter()
    {
        var (token, expires) = Issue();
        Assert.That(token, Is.EqualTo(Golden));
        Assert.That(expires - Now, Is.EqualTo(Duration.FromHours(1)), "an hour, far below the day that Twilio allows");
    }

    [Test]
    public void Its_mark_is_that_of_the_secret_over_what_it_says()
    {
        var parts = Issue().Token.Split('.');
        var mark = HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        Assert.That(parts[2], Is.EqualTo(Convert.ToBase64String(mark).TrimEnd('=').Replace('+', '-').Replace('/', '_')));
    }

    [Test]
    public void It_says_whom_it_lets_in_and_to_what_and_nothing_of_a_person()
    {
        var (header, payload) = Read(Issue().Token);
        Assert.That(Names(header), Is.EqualTo(new[] { "alg", "cty", "twr", "typ" }));
        Assert.That(header.GetProperty("cty").GetString(), Is.EqualTo("twilio-fpa;v=1"));
        Assert.That(header.GetProperty("twr").GetString(), Is.EqualTo("ie1"));
        Assert.That(Names(payload), Is.EqualTo(new[] { "exp", "grants", "iat", "iss", "jti", "sub" }));
        var grants = payload.GetProperty("grants");
        Assert.That(grants.GetProperty("identity").GetString(), Is.EqualTo($"agent-{Agent:N}"));
        Assert.That(grants.GetProperty("voice").GetRawText(),
            Is.EqualTo("{\"incoming\":{\"allow\":true},\"outgoing\":{\"application_sid\":\"AP00000000000000000000000000000001\"}}"));
        Assert.That(VoiceAccessToken.AgentOf(grants.GetProperty("identity").GetString()), Is.EqualTo(Agent));
    }

    [Test]
    public void Twilio_s_own_package_makes_the_same_of_the_same_account()
    {
        var folder = Environment.GetEnvironmentVariable("CONTACTCENTER_TEST_TWILIO_NODE");
        if (string.IsNullOrEmpty(folder))
            Assert.Ignore("Skipped: no oracle for the voice token. Set CONTACTCENTER_TEST_TWILIO_NODE to a folder in which `npm install twilio` was run.");
        var (header, payload) = Read(Theirs(folder!));
        var (ourHeader, ourPayload) = Read(Issue().Token);
        foreach (var name in new[] { "alg", "typ", "cty", "twr" })
            Assert.That(ourHeader.GetProperty(name).GetString(), Is.EqualTo(header.GetProperty(name).GetString()), name);
        foreach (var name in new[] { "iss", "sub" })
            Assert.That(ourPayload.GetProperty(name).GetString(), Is.EqualTo(payload.GetProperty(name).GetString()), name);
        Assert.That(JsonElement.DeepEquals(ourPayload.GetProperty("grants"), payload.GetProperty("grants")), Is.True, payload.GetRawText);
        Assert.That(payload.GetProperty("jti").GetString(), Does.Match("^SK0+1-[0-9]+$"));
        Assert.That(payload.GetProperty("exp").GetInt64() - payload.GetProperty("iat").GetInt64(), Is.EqualTo(3_600));
    }

    private static (string Token, Instant ExpiresAt) Issue() => new VoiceAccessToken(
        Options.Create(new TwilioOptions
        {
            AccountSid = "AC00000000000000000000000000000001", ApiKeySid = "SK00000000000000000000000000000001", ApiKeySecret = Secret,
            TwimlAppSid = "AP00000000000000000000000000000001", Region = "ie1",
        }),
        new FakeClock(Now)).Issue(Agent);

    private static string Theirs(string folder)
    {
        var script = $$"""
            const AccessToken = require('twilio').jwt.AccessToken;
            const token = new AccessToken('AC00000000000000000000000000000001', 'SK00000000000000000000000000000001', '{{Secret}}',
              { identity: 'agent-{{Agent:N}}', ttl: 3600, region: 'ie1' });
            token.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid: 'AP00000000000000000000000000000001' }));
            console.log(token.toJwt());
            """;
        using var node = Process.Start(new ProcessStartInfo("node") { WorkingDirectory = folder, ArgumentList = { "-e", script }, RedirectStandardOutput = true })!;
        var token = node.StandardOutput.ReadToEnd().Trim();
        node.WaitForExit();
        return token;
    }

    private static (JsonElement Header, JsonElement Payload) Read(string token)
    {
        var parts = token.Split('.');
        Assert.That(parts, Has.Length.EqualTo(3));
        return (Part(parts[0]), Part(parts[1]));
    }

    private static JsonElement Part(string part) => JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(part)).RootElement;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
}
