using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContactCenter.TwilioSimulator.Scenarios;

/// <summary>Reads a scenario file and tells all its faults at once.</summary>
internal sealed class ScenarioReader
{
    private readonly string _file;
    private readonly List<ScenarioDiagnostic> _faults = [];
    private readonly StepReader _steps;

    private ScenarioReader(string file)
    {
        _file = file;
        _steps = new StepReader(file, _faults);
    }

    /// <summary>The scenario, or null with at least one fault.</summary>
    public static (Scenario? Scenario, IReadOnlyList<ScenarioDiagnostic> Faults) Read(string file, string yaml)
    {
        var reader = new ScenarioReader(file);
        var scenario = reader.Read(yaml);
        return (reader._faults.Count == 0 ? scenario : null, [.. reader._faults.OrderBy(f => f.At.Line).ThenBy(f => f.At.Column)]);
    }

    private Scenario? Read(string yaml)
    {
        var documents = new YamlStream();
        try
        {
            documents.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            var at = new Place(_file, (int)broken.Start.Line, (int)broken.Start.Column);
            _faults.Add(new(ScenarioCodes.NotYaml, at, $"This is not YAML: {broken.InnerException?.Message ?? broken.Message}",
                "Look at indentation and quotes."));
            return null;
        }
        if (documents.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            _faults.Add(new(ScenarioCodes.NotAScenario, new Place(_file, 1, 1), "A scenario is one document of keys.", "Begin with `steps:`."));
            return null;
        }
        return Read(root);
    }

    private Scenario Read(YamlMappingNode root)
    {
        var name = Path.GetFileNameWithoutExtension(_file);
        IReadOnlyList<Step> steps = [];
        IReadOnlyList<OtherPhone> phones = [];
        var hasSteps = false;
        foreach (var (key, value) in root.Children)
        {
            switch (key.ToString())
            {
                case "scenario":
                    name = value.ToString();
                    break;
                case "steps":
                    (hasSteps, steps) = (true, Caller(value));
                    break;
                case "phones":
                    phones = Phones(value);
                    break;
                default:
                    _faults.Add(new(ScenarioCodes.UnknownKey, _steps.PlaceOf(key), $"`{key}` is no part of a scenario.",
                        "Known are scenario, steps and phones."));
                    break;
            }
        }
        if (!hasSteps)
            _faults.Add(new(ScenarioCodes.NotAScenario, _steps.PlaceOf(root), "The scenario has no steps.",
                "Add `steps:` with a list that begins with `dial`."));
        return new Scenario(name, steps, phones);
    }

    private List<Step> Caller(YamlNode node)
    {
        var steps = _steps.Read(node);
        if (steps is not [DialStep, ..] && node is YamlSequenceNode)
            _faults.Add(new(ScenarioCodes.DialsNotFirst, _steps.PlaceOf(node), "The caller's first step is not `dial`.",
                "Begin with `- dial: { from: ..., to: ... }`."));
        foreach (var again in steps.Skip(1).OfType<DialStep>())
            _faults.Add(new(ScenarioCodes.DialsNotFirst, again.At, "The caller dials once.", "Write a second scenario for a second call."));
        foreach (var wrong in steps.Where(s => s is AnswerStep or RefuseStep or VoicemailStep or LetRingStep))
            _faults.Add(new(ScenarioCodes.UnknownStep, wrong.At, "A caller's telephone does not ring.",
                "Answering, refusing, a voicemail and letting ring are for `phones`."));
        AfterTheEnd(steps);
        return steps;
    }

    private List<OtherPhone> Phones(YamlNode node)
    {
        if (node is not YamlMappingNode phones)
        {
            _faults.Add(new(ScenarioCodes.NotAScenario, _steps.PlaceOf(node), "`phones` is not a list of numbers with their steps.",
                "Write `\"15\": [refuse]`."));
            return [];
        }
        return [.. phones.Children.Select(p => Phone(p.Key, p.Value))];
    }

    private OtherPhone Phone(YamlNode number, YamlNode behaviour)
    {
        var steps = behaviour is YamlScalarNode ? _steps.One(behaviour) : _steps.Read(behaviour);
        if (!StepReader.IsNumber(number.ToString()))
            _faults.Add(new(ScenarioCodes.NotANumber, _steps.PlaceOf(number), $"`{number}` is no telephone number.",
                "Write digits with the country: \"+33600000015\", or 15."));
        if (steps is not [AnswerStep or RefuseStep or VoicemailStep or LetRingStep, ..] && steps.Count > 0)
            _faults.Add(new(ScenarioCodes.PhoneDoesNotStart, steps[0].At, "A telephone that rings begins with answer, refuse, voicemail or letRing.",
                "Put `- answer` first."));
        AfterTheEnd(steps);
        return new OtherPhone(number.ToString(), steps);
    }

    private void AfterTheEnd(List<Step> steps)
    {
        var end = steps.FindIndex(s => s is HangUpStep or EndedStep or RefuseStep or VoicemailStep or LetRingStep);
        if (end >= 0 && end + 1 < steps.Count)
            _faults.Add(new(ScenarioCodes.AfterTheEnd, steps[end + 1].At, "The call is over before this step.", "Remove it, or move it up."));
    }
}
