using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The fields of a visit reason: its minutes stand by practitioner.</summary>
internal static class ReasonFields
{
    private const string Minutes = "minutes";
    private const string First = "new_patient_minutes";

    public static ScriptMapping New(ReasonForm form)
    {
        var (usual, first) = (Table(form, m => m.Minutes), Table(form, m => m.NewPatientMinutes));
        var fields = new PartFields([], isNew: true).Needed("label", null, form.Label).List("synonyms", null, form.Synonyms).Whole.Entries.ToList();
        fields.Add(new ScriptEntry(Minutes, default, usual));
        if (first.Entries.Count > 0)
            fields.Add(new ScriptEntry(First, default, first));
        if (form.NewPatients is { Accepted: false } closed)
            fields.Add(new ScriptEntry("new_patients", default, PartFields.NewPatients(closed)));
        fields.AddRange(Rest(new PartFields([], isNew: true), null, form).Whole.Entries);
        return new ScriptMapping(default, fields);
    }

    public static IEnumerable<YamlChange> Changes(YamlStep[] path, ScriptMapping there, ReasonForm was, ReasonForm next) =>
    [
        .. new PartFields(path, isNew: false).Needed("label", was.Label, next.Label).List("synonyms", was.Synonyms, next.Synonyms).Changes,
        .. TableChanges(path, Minutes, there, Table(next, m => m.Minutes), isNeeded: true),
        .. TableChanges(path, First, there, Table(next, m => m.NewPatientMinutes), isNeeded: false),
        .. PartFields.NewPatients(path, there, was.NewPatients, next.NewPatients ?? was.NewPatients),
        .. Rest(new PartFields(path, isNew: false), was, next).Changes,
    ];

    private static PartFields Rest(PartFields fields, ReasonForm? was, ReasonForm next) => fields
        .Text("agents", was?.Agents, next.Agents, "at_once").Text("online", was?.Online, next.Online, "no")
        .List("preparation", was?.Preparation, next.Preparation).List("documents", was?.Documents, next.Documents);

    private static ScriptMapping Table(ReasonForm form, Func<MinutesForm, string?> of) => new(
        default,
        [
            .. (form.Minutes ?? []).Where(m => m?.PractitionerId is not null && !string.IsNullOrWhiteSpace(of(m)))
                .Select(m => new ScriptEntry(m.PractitionerId, default, new ScriptScalar(default, of(m)!.Trim()))),
        ]);

    private static IEnumerable<YamlChange> TableChanges(YamlStep[] path, string key, ScriptMapping there, ScriptMapping next, bool isNeeded)
    {
        if (there.Find(key) is not ScriptMapping was)
            return next.Entries.Count > 0 || isNeeded ? [new SetKey(path, key, next)] : [];
        if (next.Entries.Count == 0)
            return isNeeded ? [new SetKey(path, key, next)] : [new DropKey(path, key)];
        YamlStep[] table = [.. path, key];
        return
        [
            .. next.Entries.Where(e => (was.Find(e.Key) as ScriptScalar)?.Text != ((ScriptScalar)e.Value).Text)
                .Select(e => new SetKey(table, e.Key, e.Value)),
            .. was.Entries.Where(e => next.Find(e.Key) is null).Select(e => new DropKey(table, e.Key)),
        ];
    }
}
