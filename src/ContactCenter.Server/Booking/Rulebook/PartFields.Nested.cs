using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

internal sealed partial class PartFields
{
    /// <summary>A rule within the part, which null takes out. What else stands in it, such as its author, stays.</summary>
    public PartFields Inner<T>(string key, T? was, T? next, Func<YamlStep[], T?, T, PartFields> fieldsOf)
        where T : class
    {
        if (next is null)
            return was is null ? this : Drop(key);
        if (was is null)
            return Set(key, fieldsOf([], null, next).Whole);
        _changes.AddRange(fieldsOf([.. path, key], was, next).Changes);
        return this;
    }

    /// <summary>Values by name, such as minutes by practitioner.</summary>
    public PartFields Table(
        string key, IReadOnlyList<(string Name, string Value)> was, IReadOnlyList<(string Name, string Value)> next, bool isNeeded = false)
    {
        if (next.Count == 0 && !isNeeded)
            return was.Count == 0 ? this : Drop(key);
        if (was.Count == 0 || next.Count == 0)
            return Set(key, new ScriptMapping(default, [.. next.Select(n => new ScriptEntry(n.Name, default, new ScriptScalar(default, n.Value)))]));
        YamlStep[] table = [.. path, key];
        _changes.AddRange(next.Where(n => !was.Contains(n)).Select(n => new SetKey(table, n.Name, new ScriptScalar(default, n.Value))));
        _changes.AddRange(was.Where(w => next.All(n => n.Name != w.Name)).Select(w => new DropKey(table, w.Name)));
        return this;
    }

    /// <summary>Whether somebody takes new patients. What else stands beside it, such as its author, stays.</summary>
    public PartFields NewPatients(ScriptMapping? there, NewPatientsForm? was, NewPatientsForm? next)
    {
        if (next is null || was == next || (was?.Accepted != false && next.Accepted))
            return this;
        if (was is null || there?.Find("new_patients") is not ScriptMapping)
            return Set("new_patients", new PartFields([], isNew: true).Accepts(null, next).Whole);
        _changes.AddRange(new PartFields([.. path, "new_patients"], isNew: false).Accepts(was, next.Accepted ? next with { Strength = was.Strength } : next).Changes);
        return this;
    }

    private PartFields Accepts(NewPatientsForm? was, NewPatientsForm next) =>
        Needed("accepted", was is null ? null : Flag(was.Accepted), Flag(next.Accepted)).Text("strength", was?.Strength, next.Strength, "hard");
}
