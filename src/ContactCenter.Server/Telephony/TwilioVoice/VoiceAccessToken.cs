using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Tokens with which a console's softphone signs in at Twilio: a JWT of Twilio's own content type, for one identity, one TwiML
/// application and one hour. The identity is an id, never a name.
/// </summary>
internal sealed class VoiceAccessToken(IOptions<TwilioOptions> options, IClock clock)
{
    public static Duration Lifetime { get; } = Duration.FromHours(1);

    public static string IdentityOf(Guid agent) => $"agent-{agent:N}";

    /// <summary>The agent whose identity this is, or null.</summary>
    public static Guid? AgentOf(string? identity) =>
        identity is { Length: 38 } && identity.StartsWith("agent-", StringComparison.Ordinal) && Guid.TryParseExact(identity[6..], "N", out var id) ? id : null;

    public (string Token, Instant ExpiresAt) Issue(Guid agent)
    {
        var twilio = options.Value;
        var now = clock.GetCurrentInstant();
        var expires = now + Lifetime;
        var header = new Dictionary<string, object> { ["alg"] = "HS256", ["typ"] = "JWT", ["cty"] = "twilio-fpa;v=1", ["twr"] = twilio.Region };
        var payload = new Dictionary<string, object>
        {
            ["jti"] = $"{twilio.ApiKeySid}-{now.ToUnixTimeSeconds()}",
            ["iss"] = twilio.ApiKeySid,
            ["sub"] = twilio.AccountSid,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["grants"] = new
            {
                identity = IdentityOf(agent),
                voice = new { incoming = new { allow = true }, outgoing = new { application_sid = twilio.TwimlAppSid } },
            },
        };
        var content = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(header))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        var mark = HMACSHA256.HashData(Encoding.UTF8.GetBytes(twilio.ApiKeySecret), Encoding.ASCII.GetBytes(content));
        return ($"{content}.{Encode(mark)}", expires);
    }

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
