using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>Makes a flow of its script, or says all that is wrong with it at once.</summary>
public static class IvrFlowCompiler
{
    /// <param name="script">The flow as read from its file.</param>
    /// <param name="hash">The hash of its text, see <see cref="ScriptVersion.Hash"/>.</param>
    /// <param name="hours">The practice's hours, on which branches and examples depend.</param>
    /// <param name="dialTargets">The targets of the practice's escalation script; null for an archived flow, whose targets were checked in its day.</param>
    public static Compiled<IvrFlow> Compile(ScriptMapping script, string hash, OpeningHours hours, IReadOnlyCollection<string>? dialTargets)
    {
        var bag = new DiagnosticBag();
        var flow = Read(new Fields(script, bag), hash, hours, dialTargets, out var examples);
        if (flow is not null && !bag.HasErrors)
            IvrFlowChecks.Run(flow, bag);
        if (flow is not null && !bag.HasErrors)
            IvrExampleChecks.Run(flow, examples, bag);
        return bag.Close(flow);
    }

    private static IvrFlow? Read(
        Fields fields, string hash, OpeningHours hours, IReadOnlyCollection<string>? dialTargets, out IReadOnlyList<IvrExample> examples)
    {
        var name = fields.Id("flow");
        var version = fields.Int("version", 1, int.MaxValue);
        var languages = fields.Choices<Language>("languages");
        if (languages is not [Language.Fr, ..])
            fields.Report(IvrCodes.FirstLanguageIsFrench, "languages");

        var prompts = new IvrPromptReader(languages);
        var targets = new IvrTargets();
        var (emergencyKey, emergency) = ReadEmergency(fields, prompts);
        var reader = new IvrNodeReader(prompts, targets, new IvrMenuReader(prompts, targets, languages, emergencyKey), dialTargets);
        var nodes = fields.NamedMaps("nodes").Select(n => reader.Read(n.Name, n.Span, n.Fields)).OfType<IvrNode>().ToDictionary(n => n.Id);
        nodes[EmergencyNode.EmergencyId] = emergency;
        var reasons = IvrReasonReader.Read(fields, nodes.Values);
        var start = targets.Require(fields, "start");
        var giveUp = targets.Require(fields, "give_up");
        var maxInputs = fields.OptionalInt("max_inputs", 3, 30) ?? 12;
        var waiting = ReadWaiting(fields, prompts, emergencyKey);
        examples = IvrExample.ReadAll(fields);
        fields.Done();
        targets.Check(nodes, fields.Bag);
        return name is null || version is null || emergencyKey is null || waiting is null ? null : new IvrFlow
        {
            Version = new ScriptVersion(name, version.Value, hash),
            Languages = languages,
            Entry = start,
            EmergencyKey = emergencyKey.Value,
            Nodes = nodes,
            Waiting = waiting,
            MaxInputs = maxInputs,
            GiveUp = giveUp,
            Hours = hours,
            Reasons = reasons,
        };
    }

    private static (char? Key, EmergencyNode Node) ReadEmergency(Fields fields, IvrPromptReader prompts)
    {
        if (fields.Map("emergency") is not { } map)
            return (null, new EmergencyNode(fields.Span, new IvrPrompt(new SpokenText(""))));
        var key = map.PhoneKey("key");
        var node = new EmergencyNode(map.Span, prompts.Read(map, "say", blank: null));
        map.Done();
        return (key, node);
    }

    private static IvrWaiting? ReadWaiting(Fields fields, IvrPromptReader prompts, char? emergencyKey)
    {
        if (fields.Map("waiting") is not { } map)
            return null;
        var waiting = new IvrWaiting(
            map.Id("music") ?? "",
            prompts.ReadOptional(map, "position", IvrVoice.PositionBlank),
            map.OptionalDuration("announce_every", Duration.FromSeconds(15), Duration.FromMinutes(10)) ?? Duration.FromSeconds(45),
            ReadCallback(map, prompts, emergencyKey));
        map.Done();
        return waiting;
    }

    private static IvrCallback? ReadCallback(Fields waiting, IvrPromptReader prompts, char? emergencyKey)
    {
        if (waiting.OptionalMap("callback") is not { } map)
            return null;
        var key = map.PhoneKey("key");
        if (key is not null && key == emergencyKey)
            map.Report(IvrCodes.CallbackKeyTaken, "key");
        var callback = new IvrCallback(key ?? ' ', prompts.Read(map, "offer", blank: null), prompts.Read(map, "confirm", blank: null));
        map.Done();
        return callback;
    }
}
