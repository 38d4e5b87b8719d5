using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ContactCenter.TwilioSimulator.Softphone;

/// <summary>Checks the access token of a softphone as Twilio would: type, signature, account, grant, expiry.</summary>
public static class AccessToken
{
    /// <summary>The identity, or Twilio's error code.</summary>
    public static (string? Identity, int Error, string Message) Check(string token, SimulatorOptions options)
    {
        if (token.Split('.') is not [var header, var payload, var mark])
            return (null, 20101, "AccessTokenInvalid");
        try
        {
            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.ApiKeySecret), Encoding.ASCII.GetBytes($"{header}.{payload}"));
            if (!CryptographicOperations.FixedTimeEquals(expected, System.Buffers.Text.Base64Url.DecodeFromChars(mark)))
                return (null, 20107, "AccessTokenSignatureInvalid");
            using var head = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(header));
            using var body = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(payload));
            if (head.RootElement.GetProperty("cty").GetString() != "twilio-fpa;v=1")
                return (null, 20102, "AccessTokenHeaderInvalid");
            var root = body.RootElement;
            if (root.GetProperty("iss").GetString() != options.ApiKeySid || root.GetProperty("sub").GetString() != options.AccountSid)
                return (null, 20103, "AccessTokenIssuerInvalid");
            if (root.GetProperty("exp").GetInt64() <= options.Time.GetUtcNow().ToUnixTimeSeconds())
                return (null, 20104, "AccessTokenExpired");
            var grants = root.GetProperty("grants");
            return grants.GetProperty("voice").GetProperty("outgoing").GetProperty("application_sid").GetString() == options.TwimlAppSid
                ? (grants.GetProperty("identity").GetString(), 0, "")
                : (null, 20106, "AccessTokenGrantsInvalid");
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, 20101, "AccessTokenInvalid");
        }
    }
}
