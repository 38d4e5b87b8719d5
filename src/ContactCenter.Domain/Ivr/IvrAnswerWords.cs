namespace ContactCenter.Domain.Ivr;

/// <summary>The words in which an author writes down a caller's answers.</summary>
public static class IvrAnswerWords
{
    /// <summary>A single key is pressed; <c>silence</c>, <c>unanswered</c> and <c>recorded</c> are what they say; all else is spoken.</summary>
    public static IvrInput Read(string answer) => answer switch
    {
        [var key] when char.IsAsciiDigit(key) || key is '*' or '#' => new IvrKeys(answer),
        "silence" => new IvrSilence(),
        "unanswered" => new IvrUnanswered(),
        "recorded" => new IvrRecorded(),
        _ => new IvrSpeech(answer),
    };
}
