using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>Reads prompts and sees to it that they are said in every language of the flow.</summary>
internal sealed class IvrPromptReader(IReadOnlyList<Language> languages)
{
    private static readonly IvrPrompt Nothing = new(new SpokenText(""));

    public IvrPrompt Read(Fields fields, string key, string? blank = IvrVoice.OpeningBlank) =>
        fields.Map(key) is { } map ? Read(map, blank) : Nothing;

    public IvrPrompt? ReadOptional(Fields fields, string key, string? blank = IvrVoice.OpeningBlank) =>
        fields.OptionalMap(key) is { } map ? Read(map, blank) : null;

    private IvrPrompt Read(Fields map, string? blank)
    {
        var texts = new Dictionary<Language, string?>();
        foreach (var language in Enum.GetValues<Language>())
        {
            var key = SnakeCase.Name(language);
            texts[language] = map.OptionalText(key);
            if (texts[language] is null && languages.Contains(language))
                map.Bag.Report(IvrCodes.LanguageMissing, map.Span, key);
            CheckBlanks(map, key, texts[language], blank);
        }

        var recording = map.OptionalId("recording");
        map.Done();
        return new IvrPrompt(new SpokenText(texts[Language.Fr] ?? "", texts[Language.En]), recording);
    }

    private static void CheckBlanks(Fields map, string key, string? text, string? known)
    {
        foreach (var blank in IvrVoice.Blanks(text ?? "").Where(b => b != known))
            map.Report(IvrCodes.UnknownBlank, key, blank, known ?? "no blanks here");
    }
}
