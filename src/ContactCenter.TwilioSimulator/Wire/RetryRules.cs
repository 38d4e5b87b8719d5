using System.Globalization;

namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>The retry rules that an address carries in its fragment (connection overrides); what it leaves out has Twilio's defaults.</summary>
public sealed record RetryRules(TimeSpan ConnectTimeout, TimeSpan ReadTimeout, TimeSpan TotalTimeout, int Retries, IReadOnlyList<string> RetryOn)
{
    public static RetryRules Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), 1, ["ct"]);

    /// <summary>Splits an address into what is requested and signed, and the rules of its fragment.</summary>
    public static (string Url, RetryRules Rules) Split(string url)
    {
        var at = url.IndexOf('#', StringComparison.Ordinal);
        if (at < 0)
            return (url, Default);
        var rules = Default;
        foreach (var part in url[(at + 1)..].Split('&'))
        {
            var (key, value) = part.Split('=', 2) is [var k, var v] ? (k, v) : (part, "");
            rules = key switch
            {
                "ct" => rules with { ConnectTimeout = Milliseconds(value, 10_000, rules.ConnectTimeout) },
                "rt" => rules with { ReadTimeout = Milliseconds(value, 15_000, rules.ReadTimeout) },
                "tt" => rules with { TotalTimeout = Milliseconds(value, 15_000, rules.TotalTimeout) },
                "rc" => rules with
                {
                    Retries = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Min(n, 5)
                    : rules.Retries
                },
                "rp" => rules with { RetryOn = value.Split(',') },
                _ => rules,
            };
        }
        return (url[..at], rules);
    }

    public bool RetriesOn(string cause) => RetryOn.Contains("all") || RetryOn.Contains(cause);

    private static TimeSpan Milliseconds(string text, int most, TimeSpan otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? TimeSpan.FromMilliseconds(Math.Clamp(ms, 100, most))
            : otherwise;
}
