using System.Text.RegularExpressions;

namespace ContactCenter.Server.Hosting.Logging;

/// <summary>Finds telephone numbers and mail addresses in text that is about to be logged. A second net: such things are not logged on purpose.</summary>
internal static partial class PersonalText
{
    public const string Mask = "•••";

    public static string Masked(string text) => Email().Replace(National().Replace(International().Replace(text, Mask), Mask), Mask);

    // A plus sign, also as it looks in a URL, then the digits of an E.164 number.
    [GeneratedRegex(@"(?:\+|%2B|\b00)[1-9](?:[ .-]?[0-9]){6,14}(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex International();

    // French, as people write it: 06 12 34 56 78.
    [GeneratedRegex(@"(?<![0-9A-Za-z.:-])0[1-9](?:[ .-]?[0-9]{2}){4}(?![0-9A-Za-z:-])")]
    private static partial Regex National();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex Email();
}
