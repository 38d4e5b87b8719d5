using System.Globalization;
using ContactCenter.TwilioSimulator.Scenarios;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContactCenter.TwilioSimulator.Load;

/// <summary>Reads a load file and tells all its faults at once. What it leaves out is as in <see cref="LoadPlan"/>.</summary>
internal sealed class LoadReader(string file)
{
    private const string Known = "Known are seed, calls, perMinute, to, talk, patience, menu, menuPatience and chaos.";
    private readonly List<ScenarioDiagnostic> _faults = [];

    /// <summary>The plan, or null with at least one fault.</summary>
    public static (LoadPlan? Plan, IReadOnlyList<ScenarioDiagnostic> Faults) Read(string file, string yaml)
    {
        var reader = new LoadReader(file);
        var plan = reader.Read(yaml);
        return (reader._faults.Count == 0 ? plan : null, [.. reader._faults.OrderBy(f => f.At.Line).ThenBy(f => f.At.Column)]);
    }

    private LoadPlan Read(string yaml)
    {
        var documents = new YamlStream();
        try
        {
            documents.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            var at = new Place(file, (int)broken.Start.Line, (int)broken.Start.Column);
            _faults.Add(new(ScenarioCodes.NotYaml, at, $"This is not YAML: {broken.InnerException?.Message ?? broken.Message}",
                "Look at indentation and quotes."));
            return new();
        }
        if (documents.Documents is [{ RootNode: YamlMappingNode root }])
            return root.Children.Aggregate(new LoadPlan(), (plan, entry) => Take(plan, entry.Key, entry.Value));
        _faults.Add(new(ScenarioCodes.NotAScenario, new Place(file, 1, 1), "A load is one document of keys.", Known));
        return new();
    }

    private LoadPlan Take(LoadPlan plan, YamlNode key, YamlNode value) => key.ToString() switch
    {
        "seed" => plan with { Seed = (int)Number(value, 0, int.MaxValue, whole: true) },
        "calls" => plan with { Calls = (int)Number(value, 1, 1_000_000, whole: true) },
        "perMinute" => plan with { PerMinute = Number(value, 0.01, 100_000, whole: false) },
        "to" => plan with { To = Numbers(value) },
        "talk" => plan with { Talk = Lengths(value, plan.Talk) },
        "patience" => plan with { Patience = Lengths(value, plan.Patience) },
        "menu" => plan with { Menu = Menu(value) },
        "menuPatience" => plan with { MenuPatience = Duration(value) },
        "chaos" => plan with { Chaos = Chaos(value) },
        _ => Fault(plan, ScenarioCodes.UnknownKey, key, $"`{key}` is no part of a load.", Known),
    };

    private List<string> Numbers(YamlNode node)
    {
        List<YamlNode> given = node is YamlSequenceNode list ? [.. list.Children] : [node];
        foreach (var wrong in given.Where(n => !StepReader.IsNumber(n.ToString())))
            Fault(0, ScenarioCodes.NotANumber, wrong, $"`{wrong}` is no number to dial.",
                "Write digits with the country, in quotes: \"+33180000001\".");
        return [.. given.Select(n => n.ToString())];
    }

    private Lengths Lengths(YamlNode node, Lengths otherwise)
    {
        if (node is not YamlMappingNode map)
            return Load.Lengths.Exactly(Duration(node));
        var lengths = otherwise;
        foreach (var (key, value) in map.Children)
        {
            lengths = key.ToString() switch
            {
                "median" => lengths with { Median = Duration(value) },
                "spread" => lengths with { Spread = Number(value, 0, 5, whole: false) },
                "least" => lengths with { Least = Duration(value) },
                "most" => lengths with { Most = Duration(value) },
                _ => Fault(lengths, ScenarioCodes.UnknownKey, key, $"`{key}` is no part of lengths of time.",
                    "Known are median, spread, least and most."),
            };
        }
        return lengths.Least <= lengths.Most ? lengths
            : Fault(lengths, ScenarioCodes.NotADuration, node, "The least length is greater than the most.", "Exchange them.");
    }

    private List<MenuChoice> Menu(YamlNode node)
    {
        if (node is YamlSequenceNode list)
            return [.. list.Children.Select(Choice)];
        return Fault<List<MenuChoice>>([], ScenarioCodes.NotAScenario, node, "The menu is a list of what to hear and what to press.",
            "Write `- { hear: tapez 1, press: \"1\" }`.");
    }

    private MenuChoice Choice(YamlNode node)
    {
        var (hear, press) = node is YamlMappingNode map ? (StepReader.Text(map, "hear"), StepReader.Text(map, "press")) : ("", "");
        var choice = new MenuChoice(hear, press);
        if (hear.Length == 0)
            return Fault(choice, ScenarioCodes.NoWords, node, "There are no words to wait for.", "Write `- { hear: tapez 1, press: \"1\" }`.");
        return press.Length > 0 && press.All("0123456789*#".Contains) ? choice
            : Fault(choice, ScenarioCodes.NotKeys, node, $"`{press}` are no keys of a telephone.", "Write digits, * or # in quotes.");
    }

    private ChaosOptions Chaos(YamlNode node)
    {
        var chaos = new ChaosOptions();
        if (node is not YamlMappingNode map)
            return Fault(chaos, ScenarioCodes.NotAScenario, node, "Chaos is a list of percentages.", "Write `chaos: { duplicate: 5, reorder: 5 }`.");
        foreach (var (key, value) in map.Children)
        {
            chaos = key.ToString() switch
            {
                "seed" => chaos with { Seed = (int)Number(value, 0, int.MaxValue, whole: true) },
                "duplicate" => chaos with { DuplicatePercent = Percent(value) },
                "copies" => chaos with { MostCopies = (int)Number(value, 2, 10, whole: true) },
                "reorder" => chaos with { ReorderPercent = Percent(value) },
                "delay" => chaos with { DelayPercent = Percent(value) },
                "drop" => chaos with { DropPercent = Percent(value) },
                "forge" => chaos with { ForgePercent = Percent(value) },
                "withhold" => chaos with { WithholdPercent = Percent(value) },
                "most" => chaos with { MostDelay = Duration(value) },
                _ => Fault(chaos, ScenarioCodes.UnknownKey, key, $"`{key}` is no chaos.",
                    "Known are seed, duplicate, copies, reorder, delay, drop, forge, withhold and most."),
            };
        }
        return chaos;
    }

    private int Percent(YamlNode node) => (int)Number(node, 0, 100, whole: true);

    private double Number(YamlNode node, double least, double most, bool whole) =>
        double.TryParse(node.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least
            && value <= most
            && (!whole || value == Math.Floor(value)) ? value
            : Fault(least, ScenarioCodes.NotACount, node, $"`{node}` is no {(whole ? "whole " : "")}number from {least} to {most}.",
                "Write it in digits.");

    private TimeSpan Duration(YamlNode node) => StepReader.TryParseDuration(node.ToString())
        ?? Fault(TimeSpan.Zero, ScenarioCodes.NotADuration, node, $"`{node}` is no length of time.", "Write 500ms, 2s, 1.5s or 3m.");

    private T Fault<T>(T otherwise, string code, YamlNode node, string message, string remedy)
    {
        _faults.Add(new(code, new Place(file, (int)node.Start.Line, (int)node.Start.Column), message, remedy));
        return otherwise;
    }
}
