using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The fields of one part: as changes of what is written, and as a whole where it is new.</summary>
internal sealed partial class PartFields(YamlStep[] path, bool isNew)
{
    private readonly List<YamlChange> _changes = [];
    private readonly List<ScriptEntry> _entries = [];

    public IReadOnlyList<YamlChange> Changes => _changes;

    public ScriptMapping Whole => new(default, _entries);

    /// <param name="there">As she is written; null for a new one.</param>
    public static PartFields Practitioner(YamlStep[] path, ScriptMapping? there, PractitionerForm? was, PractitionerForm next) => new PartFields(path, was is null)
        .Needed("name", was?.Name, next.Name).Needed("specialty", was?.Specialty, next.Specialty)
        .NewPatients(there, was?.NewPatients, next.NewPatients).Inner("ages", was?.Ages, next.Ages, EligibilityFields.Ages)
        .Rows("openings", was?.Openings, next.Openings, Opening);

    public static PartFields Opening(YamlStep[] path, OpeningForm? was, OpeningForm next) => new PartFields(path, was is null)
        .List("days", was?.Days, next.Days, isNeeded: true)
        .Needed("from", was?.From, next.From, isQuoted: true).Needed("to", was?.To, next.To, isQuoted: true)
        .Text("weeks", was?.Weeks, next.Weeks, "every").Text("first", was?.First, next.First).Text("last", was?.Last, next.Last)
        .Text("place", was?.Place, next.Place).Text("mode", was?.Mode, next.Mode, "office").List("reasons", was?.Reasons, next.Reasons)
        .Text("grid_minutes", was?.GridMinutes, next.GridMinutes).Text("kept_for", was?.KeptFor, next.KeptFor).Rows("releases", was?.Releases, next.Releases, Release);

    private static PartFields Release(YamlStep[] path, ReleaseForm? was, ReleaseForm next) => new PartFields(path, was is null)
        .List("to", was?.To, next.To).Text("days_before", was?.DaysBefore, next.DaysBefore).Text("at", was?.At, next.At)
        .Text("before", was?.Before, next.Before);

    public static PartFields Closure(YamlStep[] path, ClosureForm? was, ClosureForm next) => new PartFields(path, was is null)
        .Needed("first", was?.First, next.First).Text("last", was?.Last, next.Last).Needed("why", was?.Why, next.Why)
        .List("practitioners", was?.Practitioners, next.Practitioners);

    public static PartFields ExtraOpening(YamlStep[] path, ExtraOpeningForm? was, ExtraOpeningForm next) => new PartFields(path, was is null)
        .Needed("practitioner", was?.PractitionerId, next.PractitionerId).Needed("date", was?.Date, next.Date)
        .Needed("from", was?.From, next.From, isQuoted: true).Needed("to", was?.To, next.To, isQuoted: true).Needed("why", was?.Why, next.Why)
        .Text("place", was?.Place, next.Place).Text("mode", was?.Mode, next.Mode, "office").List("reasons", was?.Reasons, next.Reasons)
        .Text("grid_minutes", was?.GridMinutes, next.GridMinutes).Text("kept_for", was?.KeptFor, next.KeptFor).Rows("releases", was?.Releases, next.Releases, Release);

    public static PartFields Substitute(YamlStep[] path, SubstituteForm? was, SubstituteForm next) => new PartFields(path, was is null)
        .Needed("for", was?.PractitionerId, next.PractitionerId).Needed("name", was?.Name, next.Name)
        .Needed("first", was?.First, next.First).Text("last", was?.Last, next.Last).List("reasons", was?.Reasons, next.Reasons)
        .Text("known_patients_only", was is null ? null : Flag(was.KnownPatientsOnly), Flag(next.KnownPatientsOnly), "false")
        .Inner("ages", was?.Ages, next.Ages, EligibilityFields.Band);

    /// <summary>A value that the part must have: an empty one is written too, so that its place is told.</summary>
    public PartFields Needed(string key, string? was, string? next, bool isQuoted = false) =>
        Set(key, isNew || was != next ? new ScriptScalar(default, next ?? "", isQuoted || string.IsNullOrEmpty(next)) : null);

    /// <summary>A value that may be left out: <paramref name="absent"/> says what holds then.</summary>
    public PartFields Text(string key, string? was, string? next, string absent = "")
    {
        next = string.IsNullOrEmpty(next) ? absent : next;
        if (next != absent)
            return Set(key, isNew || was != next ? new ScriptScalar(default, next) : null);
        return was is null || was == absent ? this : Drop(key);
    }

    public PartFields List(string key, IReadOnlyList<string>? was, IReadOnlyList<string>? next, bool isNeeded = false)
    {
        next ??= [];
        if (next.Count > 0 || isNeeded)
            return Set(key, isNew || was?.SequenceEqual(next) != true ? Of(next) : null);
        return was is null or { Count: 0 } ? this : Drop(key);
    }

    public static ScriptSequence Of(IEnumerable<string> texts) => new(default, [.. texts.Select(t => new ScriptScalar(default, t ?? ""))]);

    private PartFields Set(string key, ScriptNode? value)
    {
        if (value is null)
            return this;
        _entries.Add(new ScriptEntry(key, default, value));
        _changes.Add(new SetKey(path, key, value));
        return this;
    }

    private PartFields Drop(string key)
    {
        _changes.Add(new DropKey(path, key));
        return this;
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
