using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>Signs requests as Twilio's security page says: address, then names and values in ordinal order, HMAC-SHA1, base64.</summary>
public static class Signature
{
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The wire format is HMAC-SHA1.")]
    public static string Sign(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var text = new StringBuilder(url);
        foreach (var group in form.GroupBy(f => f.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var value in group.Select(f => f.Value).Distinct().Order(StringComparer.Ordinal))
                text.Append(group.Key).Append(value);
        }
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString())));
    }
}
