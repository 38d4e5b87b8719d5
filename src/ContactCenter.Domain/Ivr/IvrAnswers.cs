using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>Finds the choice that an answer means.</summary>
internal static class IvrAnswers
{
    /// <summary>The choice, or null for a miss. Words that fit two choices mean neither.</summary>
    public static IvrChoice? Choose(MenuNode menu, IvrPosition position, IvrInput input) => input switch
    {
        IvrKeys { Keys: [var key, ..] } => menu.Choices.FirstOrDefault(c => c.Key == key),
        IvrSpeech { Words: var words } when menu.Speech && !position.SpeechMissed => BySpeech(menu, position.Language, Wording.Of(words)),
        _ => null,
    };

    private static IvrChoice? BySpeech(MenuNode menu, Language language, Wording words)
    {
        var meant = menu.Choices.Where(c => Means(c, language, words)).Take(2).ToList();
        return meant.Count == 1 ? meant[0] : null;
    }

    private static bool Means(IvrChoice choice, Language language, Wording words) =>
        choice.Phrases.GetValueOrDefault(language, []).Any(phrase => words.Contains(Wording.Of(phrase)));
}
