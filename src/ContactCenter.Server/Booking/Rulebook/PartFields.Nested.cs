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

    /// <summary>
    /// A list of rules within the part. What stands before and behind those that change is left alone, so that a row that goes does not take another's
    /// comment with it.
    /// </summary>
    public PartFields Rows<T>(string key, IReadOnlyList<T>? was, IReadOnlyList<T>? next, Func<YamlStep[], T?, T, PartFields> fieldsOf)
        where T : class
    {
        (was, next) = (was ?? [], [.. (next ?? []).Where(row => row is not null)]);
        if (next.Count == 0)
            return was.Count == 0 ? this : Drop(key);
        if (was.Count == 0)
            return Set(key, new ScriptSequence(default, [.. next.Select(row => fieldsOf([], null, row).Whole)]));
        YamlStep[] list = [.. path, key];
        var shorter = Math.Min(was.Count, next.Count);
        var before = Enumerable.Range(0, shorter).TakeWhile(i => IsSame(was[i], next[i])).Count();
        // Rows are added at the end only: where some are, what stood behind is changed as well.
        var behind = next.Count > was.Count ? 0 : Enumerable.Range(1, shorter - before).TakeWhile(i => IsSame(was[^i], next[^i])).Count();
        for (var i = before; i < shorter - behind; i++)
            _changes.AddRange(fieldsOf([.. list, i], was[i], next[i]).Changes);
        for (var i = was.Count - behind - 1; i >= next.Count - behind; i--)
            _changes.Add(new DropItem(list, i));
        _changes.AddRange(next.Skip(was.Count).Select(row => new AddItem(list, fieldsOf([], null, row).Whole)));
        return this;

        bool IsSame(T one, T other) => fieldsOf([], one, other).Changes.Count == 0;
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
