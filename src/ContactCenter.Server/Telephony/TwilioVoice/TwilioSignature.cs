using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Twilio's request signature: HMAC-SHA1 under the auth token over the whole address and the form's names and values in ordinal order,
/// in base64. Source: Twilio's security page; its own libraries differ on repeated names, and both ways are accepted.
/// </summary>
internal static class TwilioSignature
{
    [SuppressMessage("Security", "CA5350", Justification = "The vendor's signature is HMAC-SHA1.")]
    public static string Compute(string token, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var signed = new StringBuilder(url);
        foreach (var (name, value) in form)
            signed.Append(name).Append(value);
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString())));
    }

    /// <summary>Whether one of the tokens made this signature for one of the ways to write the address and the form. Constant time per comparison.</summary>
    public static bool Matches(string? signature, IEnumerable<string> tokens, string url, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> form)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        var given = Encoding.UTF8.GetBytes(signature);
        var matches = false;
        foreach (var token in tokens)
        {
            foreach (var way in WaysToWrite(url))
            {
                foreach (var flat in WaysToFlatten(form))
                    matches |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Compute(token, way, flat)));
            }
        }
        return matches;
    }

    /// <summary>For a body that is no form: the address carries its hash, in lower-case hex.</summary>
    public static bool BodyMatches(string query, ReadOnlySpan<byte> body)
    {
        const string name = "bodySHA256=";
        var at = query.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
            return false;
        var end = query.IndexOf('&', at);
        var given = end < 0 ? query[(at + name.Length)..] : query[(at + name.Length)..end];
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))));
    }

    // Proxies and Twilio disagree on whether a default port is part of the address.
    private static IEnumerable<string> WaysToWrite(string url)
    {
        yield return url;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            yield break;
        var authority = $"{uri.Scheme}://{uri.Host}";
        var written = url.IndexOf('/', uri.Scheme.Length + 3) is >= 0 and var path ? url[path..] : "";
        if (url.StartsWith($"{authority}:{uri.Port}", StringComparison.OrdinalIgnoreCase))
            yield return authority + written;
        else
            yield return $"{authority}:{uri.Port}{written}";
    }

    private static IEnumerable<IEnumerable<KeyValuePair<string, string>>> WaysToFlatten(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> form)
    {
        var sorted = form.OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        yield return sorted.SelectMany(f => f.Value.Distinct().Order(StringComparer.Ordinal).Select(v => KeyValuePair.Create(f.Key, v)));
        if (sorted.Exists(f => f.Value.Count > 1))
            yield return sorted.Select(f => KeyValuePair.Create(f.Key, string.Join(',', f.Value)));
    }
}
