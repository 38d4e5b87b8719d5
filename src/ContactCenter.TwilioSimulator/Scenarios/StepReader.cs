using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace ContactCenter.TwilioSimulator.Scenarios;

/// <summary>Reads the steps of one party; a step is a word (<c>hangUp</c>) or a word with what belongs to it (<c>press: "1"</c>).</summary>
internal sealed class StepReader(string file, List<ScenarioDiagnostic> faults)
{
    private static readonly TimeSpan HearsWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ConnectsWithin = TimeSpan.FromSeconds(60);
    private const string Known = "Known are dial, hear, press, speak, wait, connected, ended, hangUp, answer, refuse, voicemail and letRing.";

    public Place PlaceOf(YamlNode node) => new(file, (int)node.Start.Line, (int)node.Start.Column);

    public static bool IsNumber(string text) => text.Length is > 1 and <= 16 && text.TrimStart('+').All(char.IsAsciiDigit)
        && text.TrimStart('+').Length > 0;

    public List<Step> Read(YamlNode node)
    {
        if (node is YamlSequenceNode list)
            return [.. list.Children.SelectMany(One)];
        faults.Add(new(ScenarioCodes.NotAScenario, PlaceOf(node), "Steps are a list.", "Begin each step with `- `."));
        return [];
    }

    /// <summary>One step, or none when it cannot be read.</summary>
    public List<Step> One(YamlNode node)
    {
        var step = node switch
        {
            YamlScalarNode word => Step(PlaceOf(word), word, word.Value ?? "", null),
            YamlMappingNode { Children.Count: 1 } map => Step(PlaceOf(map), map.Children[0].Key, map.Children[0].Key.ToString(),
                map.Children[0].Value),
            _ => Fault(ScenarioCodes.UnknownStep, node, "A step is one word, or one word with what belongs to it.", Known),
        };
        return step is null ? [] : [step];
    }

    private Step? Step(Place at, YamlNode word, string name, YamlNode? with) => name switch
    {
        "dial" => Dial(at, word, with),
        "hear" => Words(word, with) is { } words ? new HearStep(at, words, Within(with, HearsWithin)) : null,
        "press" => Keys(word, with) is { } keys ? new PressStep(at, keys) : null,
        "speak" => Words(word, with) is { } words ? new SpeakStep(at, words) : null,
        "wait" => Duration(with ?? word, with?.ToString() ?? "") is { } length ? new WaitStep(at, length) : null,
        "connected" => Patience(with, ConnectsWithin) is { } within ? new ConnectedStep(at, within) : null,
        "ended" => Patience(with, ConnectsWithin) is { } within ? new EndedStep(at, within) : null,
        "hangUp" => new HangUpStep(at),
        "answer" => new AnswerStep(at),
        "refuse" => new RefuseStep(at),
        "voicemail" => new VoicemailStep(at),
        "letRing" => new LetRingStep(at),
        _ => Fault(ScenarioCodes.UnknownStep, word, $"`{name}` is no step.", Known),
    };

    private DialStep? Dial(Place at, YamlNode word, YamlNode? with)
    {
        var (from, to) = with is YamlMappingNode map ? (Text(map, "from"), Text(map, "to")) : ("anonymous", with?.ToString() ?? "");
        if (with is YamlMappingNode given)
            Refuse(given, "from", "to");
        if (from.Length == 0)
            from = "anonymous";
        if (from != "anonymous" && !IsNumber(from))
            return (DialStep?)Fault(ScenarioCodes.NotANumber, with!, $"`{from}` is no number to call from.", "Write \"+33612345601\", or anonymous.");
        return IsNumber(to) ? new DialStep(at, from, to)
            : (DialStep?)Fault(ScenarioCodes.NotANumber, with ?? word, $"`{to}` is no number to dial.",
                "Write `dial: { from: \"+33612345601\", to: \"+33180000001\" }`.");
    }

    private string? Words(YamlNode word, YamlNode? with)
    {
        var words = with is YamlMappingNode map ? Text(map, "words") : with?.ToString() ?? "";
        if (with is YamlMappingNode given)
            Refuse(given, "words", "within");
        if (words.Length > 0)
            return words;
        Fault(ScenarioCodes.NoWords, with ?? word, $"`{word}` has no words.", $"Write `{word}: tapez 1`.");
        return null;
    }

    private string? Keys(YamlNode word, YamlNode? with)
    {
        if (with is YamlScalarNode { Value: { Length: > 0 } keys } && keys.All("0123456789*#".Contains))
            return keys;
        Fault(ScenarioCodes.NotKeys, with ?? word, $"`{with}` are no keys of a telephone.", "Write digits, * or # in quotes: `press: \"1\"`.");
        return null;
    }

    private TimeSpan Within(YamlNode? with, TimeSpan otherwise) =>
        with is YamlMappingNode map && Text(map, "within") is { Length: > 0 } text ? Duration(map, text) ?? otherwise : otherwise;

    private TimeSpan? Patience(YamlNode? with, TimeSpan otherwise) => with is null or YamlScalarNode { Value: null or "" } ? otherwise
        : Duration(with, with.ToString());

    private TimeSpan? Duration(YamlNode node, string text)
    {
        if (TryParseDuration(text) is { } length)
            return length;
        Fault(ScenarioCodes.NotADuration, node, $"`{text}` is no length of time.", "Write 500ms, 2s, 1.5s or 3m.");
        return null;
    }

    public static TimeSpan? TryParseDuration(string text)
    {
        var unit = new string([.. text.SkipWhile(c => !char.IsAsciiLetter(c))]);
        double? milliseconds = unit switch { "ms" => 1, "s" => 1_000, "m" or "min" => 60_000, _ => null };
        return milliseconds is { } factor && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var count)
            ? TimeSpan.FromMilliseconds(count * factor) : null;
    }

    private void Refuse(YamlMappingNode map, params string[] known)
    {
        foreach (var key in map.Children.Keys.Where(k => !known.Contains(k.ToString())))
            Fault(ScenarioCodes.UnknownKey, key, $"`{key}` is not known here.", $"Known are {string.Join(" and ", known)}.");
    }

    public static string Text(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value.ToString()
        : "";

    private Step? Fault(string code, YamlNode node, string message, string remedy)
    {
        faults.Add(new(code, PlaceOf(node), message, remedy));
        return null;
    }
}
