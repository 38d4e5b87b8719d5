using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>Reads menus and checks what concerns one menu alone.</summary>
internal sealed class IvrMenuReader(IvrPromptReader prompts, IvrTargets targets, IReadOnlyList<Language> languages, char? emergencyKey)
{
    private static readonly Duration DefaultTimeout = Duration.FromSeconds(4);

    public MenuNode Read(string id, SourceSpan span, Fields fields)
    {
        var speech = fields.OptionalFlag("speech") ?? false;
        var choices = fields.Maps("choices").Select(c => ReadChoice(c, speech)).OfType<IvrChoice>().ToList();
        CheckKeys(fields, choices);
        var menu = new MenuNode(
            id, span,
            prompts.Read(fields, "say"),
            choices,
            speech,
            fields.OptionalDuration("timeout", Duration.FromSeconds(2), Duration.FromSeconds(10)) ?? DefaultTimeout,
            ReadMiss(fields, "on_silence", IvrCodes.SilenceUnhandled, id),
            ReadMiss(fields, "on_wrong_key", IvrCodes.WrongKeyUnhandled, id));
        if (speech)
            CheckPhrases(fields, menu);
        return menu;
    }

    private IvrChoice? ReadChoice(Fields fields, bool speech)
    {
        var key = fields.PhoneKey("key");
        var phrases = ReadPhrases(fields, speech);
        var switchTo = fields.OptionalChoice<Language>("language");
        if (switchTo is { } language && !languages.Contains(language))
            fields.Report(IvrCodes.LanguageMissing, "language", SnakeCase.Name(language));
        var then = targets.Require(fields, "then");
        fields.Done();
        return key is null ? null : new IvrChoice(key.Value, phrases, switchTo, then);
    }

    private Dictionary<Language, IReadOnlyList<string>> ReadPhrases(Fields fields, bool speech)
    {
        var phrases = new Dictionary<Language, IReadOnlyList<string>>();
        var map = fields.OptionalMap("phrases");
        foreach (var language in languages)
        {
            var key = SnakeCase.Name(language);
            var said = map?.OptionalTexts(key) ?? [];
            phrases[language] = [.. said.Select(p => p.Text)];
            if (speech && said.Count == 0)
                fields.Report(IvrCodes.PhrasesMissing, "phrases", key);
        }

        map?.Done();
        return phrases;
    }

    private IvrMiss ReadMiss(Fields fields, string key, ScriptCode missing, string id)
    {
        if (fields.OptionalMap(key) is not { } map)
        {
            fields.Bag.Report(missing, fields.Span, id);
            return new IvrMiss(null, 0, "");
        }

        var miss = new IvrMiss(prompts.ReadOptional(map, "say"), map.OptionalInt("times", 0, 3) ?? 0, targets.Require(map, "then"));
        map.Done();
        return miss;
    }

    private void CheckKeys(Fields fields, List<IvrChoice> choices)
    {
        if (emergencyKey is { } taken && choices.Exists(c => c.Key == taken))
            fields.Report(IvrCodes.EmergencyKeyTaken, "choices", taken);
        foreach (var twice in choices.GroupBy(c => c.Key).Where(g => g.Count() > 1))
            fields.Report(IvrCodes.KeyTwice, "choices", twice.Key);
    }

    private void CheckPhrases(Fields fields, MenuNode menu)
    {
        foreach (var language in languages)
        {
            foreach (var choice in menu.Choices)
            {
                foreach (var phrase in choice.Phrases.GetValueOrDefault(language, []))
                {
                    if (IvrAnswers.Choose(menu, new IvrPosition(menu.Id, language), new IvrSpeech(phrase)) != choice)
                        fields.Report(IvrCodes.PhraseUnclear, "choices", phrase, choice.Key);
                }
            }
        }
    }
}
