using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>Fills the blanks of prompts and tells how long they take to say.</summary>
public static class IvrVoice
{
    /// <summary>Where a prompt says the place in the queue, counted from 1.</summary>
    public const string PositionBlank = "{position}";

    /// <summary>Where a prompt says when the practice opens again.</summary>
    public const string OpeningBlank = "{next_opening}";

    /// <summary>A blank counts as so many characters, which is the longest moment there is.</summary>
    public const int BlankLength = 37;

    /// <summary>What synthetic French voices say in a second at their normal pace, on the slow side.</summary>
    private const double CharactersPerSecond = 15;

    public static IvrSay Say(IvrPrompt prompt, Language language, IvrFlow flow, IvrContext context, int? position = null)
    {
        var text = prompt.Say.In(language);
        if (text.Contains(PositionBlank, StringComparison.Ordinal))
            text = text.Replace(PositionBlank, $"{position}", StringComparison.Ordinal);
        if (text.Contains(OpeningBlank, StringComparison.Ordinal))
            text = text.Replace(OpeningBlank, NextOpening(flow, context, language), StringComparison.Ordinal);
        return new IvrSay(text, language, prompt.Recording);
    }

    /// <summary>How long the prompt takes in the language, estimated from its length.</summary>
    public static Duration Estimate(IvrPrompt? prompt, Language language)
    {
        if (prompt is null)
            return Duration.Zero;
        var text = prompt.Say.In(language);
        var length = text.Length + (BlankLength * Blanks(text).Count());
        return Duration.FromSeconds(length / CharactersPerSecond);
    }

    /// <summary>The blanks of a text, braces included.</summary>
    public static IEnumerable<string> Blanks(string text)
    {
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            yield return close < 0 ? text[open..] : text[open..(close + 1)];
        }
    }

    private static string NextOpening(IvrFlow flow, IvrContext context, Language language) =>
        context.HoursOf(flow).NextOpening(context.Now) is { } opening
            ? SpokenTime.Say(opening.InZone(flow.Hours.Zone).LocalDateTime, language)
            : language switch { Language.Fr => "à une date qui sera annoncée", Language.En => "on a date to be announced" };
}
