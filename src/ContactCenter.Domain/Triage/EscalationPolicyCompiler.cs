using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Triage;

/// <summary>Reads a practice's escalation script.</summary>
public static class EscalationPolicyCompiler
{
    private static readonly Duration ShortestRing = Duration.FromSeconds(5);
    private static readonly Duration LongestRing = Duration.FromSeconds(60);
    private static readonly Duration DefaultRing = Duration.FromSeconds(25);

    public static Compiled<EscalationPolicy> Compile(ScriptMapping script, string hash)
    {
        var bag = new DiagnosticBag();
        return bag.Close(Compile(new Fields(script, bag), hash));
    }

    private static EscalationPolicy? Compile(Fields fields, string hash)
    {
        var name = fields.Id("escalation");
        var version = fields.Int("version", 1, int.MaxValue);
        var zone = ReadZone(fields);
        var emergency = ReadEmergency(fields);
        var (byDefault, dated) = ReadOnCall(fields, zone);
        var line = fields.OptionalMap("practice_line") is { } map ? ReadTarget(map, EscalationPolicy.PracticeLineName) : null;
        var others = ReadOthers(fields);
        var helpLines = fields.OptionalMaps("help_lines").Select(ReadHelpLine).OfType<HelpLine>().ToList();
        fields.Done();
        return name is null || version is null || byDefault is null ? null : new EscalationPolicy
        {
            Version = new ScriptVersion(name, version.Value, hash),
            EmergencyNumbers = emergency,
            OnCallByDefault = byDefault,
            OnCallDated = dated,
            PracticeLine = line,
            Others = others,
            HelpLines = helpLines,
        };
    }

    private static DateTimeZone? ReadZone(Fields fields)
    {
        if (fields.Text("zone") is not { } id)
            return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is null)
            fields.Report(EscalationCodes.UnknownZone, "zone", id);
        return zone;
    }

    private static List<EscalationTarget> ReadEmergency(Fields fields)
    {
        var numbers = fields.Maps("emergency").Select(m => ReadTarget(m, EscalationPolicy.Samu)).OfType<EscalationTarget>().ToList();
        if (numbers is not [{ Number: "15" }, ..] || !numbers.Exists(n => n.Number == "112"))
            fields.Report(EscalationCodes.SamuFirst, "emergency");
        if (numbers.DistinctBy(n => n.Number).Count() < numbers.Count)
            fields.Report(EscalationCodes.NumberTwice, "emergency");
        return numbers;
    }

    private static (EscalationTarget? Default, IReadOnlyList<OnCallPeriod> Dated) ReadOnCall(Fields fields, DateTimeZone? zone)
    {
        if (fields.Map("on_call") is not { } map)
            return (null, []);
        var byDefault = map.Map("default") is { } person ? ReadDoctor(person) : null;
        var dated = new List<OnCallPeriod>();
        foreach (var period in map.OptionalMaps("dated"))
        {
            if (ReadPeriod(period, zone ?? DateTimeZone.Utc, dated.LastOrDefault()) is { } read)
                dated.Add(read);
        }

        map.Done();
        return (byDefault, dated);
    }

    private static OnCallPeriod? ReadPeriod(Fields fields, DateTimeZone zone, OnCallPeriod? before)
    {
        var from = fields.Moment("from")?.InZoneLeniently(zone).ToInstant();
        var until = fields.Moment("until")?.InZoneLeniently(zone).ToInstant();
        var target = ReadDoctor(fields);
        if (until <= from)
            fields.Report(EscalationCodes.PeriodBackwards, "until");
        if (from < before?.Until)
            fields.Report(EscalationCodes.PeriodsOverlap, "from");
        return from is null || until is null || target is null ? null : new OnCallPeriod(from.Value, until.Value, target);
    }

    private static EscalationTarget? ReadDoctor(Fields fields)
    {
        var doctor = ReadTarget(fields, EscalationPolicy.OnCallDoctor);
        if (doctor is not null && !doctor.Number.StartsWith('+'))
            fields.Report(EscalationCodes.OnCallIsEmergency, "number");
        return doctor;
    }

    private static Dictionary<string, EscalationTarget> ReadOthers(Fields fields)
    {
        var others = new Dictionary<string, EscalationTarget>();
        if (!fields.Has("targets"))
            return others;
        foreach (var (name, span, map) in fields.NamedMaps("targets"))
        {
            if (name is EscalationPolicy.Samu or EscalationPolicy.OnCallDoctor or EscalationPolicy.PracticeLineName)
                fields.Bag.Report(EscalationCodes.ReservedName, span, name);
            else if (ReadTarget(map, name) is { } target)
                others[name] = target;
        }

        return others;
    }

    private static EscalationTarget? ReadTarget(Fields fields, string id)
    {
        var name = fields.Text("name");
        var number = fields.Phone("number");
        var ring = fields.OptionalDuration("ring", ShortestRing, LongestRing) ?? DefaultRing;
        fields.Done();
        return name is null || number is null ? null : new EscalationTarget(id, name, number, ring);
    }

    private static HelpLine? ReadHelpLine(Fields fields)
    {
        var number = fields.Phone("number");
        var label = fields.Text("label");
        fields.Done();
        return number is null || label is null ? null : new HelpLine(number, label);
    }
}
