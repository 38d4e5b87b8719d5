using System.Globalization;

namespace ContactCenter.Domain.Calls;

/// <summary>Which attempt of which way is ringing, and the language in which who picks up is asked: all that is needed to ask her.</summary>
public sealed record DialPlace(DialWay Way, int Attempt, string Language)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Way == DialWay.Emergency ? "emergency" : "diversion")}-{Attempt}-{Language}");

    /// <summary>Reads the form that <see cref="ToString"/> writes; null for anything else.</summary>
    public static DialPlace? Read(string? text) => text?.Split('-', 3) is [var way, var number, var language]
        && way is "emergency" or "diversion" && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            ? new DialPlace(way == "emergency" ? DialWay.Emergency : DialWay.Diversion, attempt, language)
            : null;

    internal static string KeyOf(DialWay way, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{way}/{attempt}");
}
