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
    /// A list of rules within the part. Rows that stay are found again wherever they stand and left alone, so that one that goes does not take another's
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
        List<int> gone = [];
        List<T> come = [];
        foreach (var (old, young) in Gaps(was, next, (one, other) => fieldsOf([], one, other).Changes.Count == 0))
        {
            var both = Math.Min(old.Count, young.Count);
            for (var i = 0; i < both; i++)
                _changes.AddRange(fieldsOf([.. list, old[i]], was[old[i]], young[i]).Changes);
            gone.AddRange(old.Skip(both));
            come.AddRange(young.Skip(both));
        }

        _changes.AddRange(gone.OrderDescending().Select(i => new DropItem(list, i)));
        _changes.AddRange(come.Select(row => new AddItem(list, fieldsOf([], null, row).Whole)));
        return this;
    }

    /// <summary>
    /// What stands between the rows that stay: the places of the old rows and the new rows. A row can be added at the end only, so where one
    /// comes before another that stays, none is taken to stay.
    /// </summary>
    private static List<(List<int> Old, List<T> Young)> Gaps<T>(IReadOnlyList<T> was, IReadOnlyList<T> next, Func<T, T, bool> isSame)
    {
        List<(List<int> Old, List<T> Young)> gaps = [];
        var (from, to) = (0, 0);
        foreach (var (w, n) in Staying(was, next, isSame).Append((was.Count, next.Count)))
        {
            gaps.Add(([.. Enumerable.Range(from, w - from)], [.. next.Skip(to).Take(n - to)]));
            (from, to) = (w + 1, n + 1);
        }

        return gaps.SkipLast(1).All(g => g.Young.Count <= g.Old.Count) ? gaps : [([.. Enumerable.Range(0, was.Count)], [.. next])];
    }

    /// <summary>The longest run of rows that are the same in both, in order: their places in each.</summary>
    private static List<(int Was, int Next)> Staying<T>(IReadOnlyList<T> was, IReadOnlyList<T> next, Func<T, T, bool> isSame)
    {
        var longest = new int[was.Count + 1, next.Count + 1];
        for (var w = was.Count - 1; w >= 0; w--)
        {
            for (var n = next.Count - 1; n >= 0; n--)
                longest[w, n] = isSame(was[w], next[n]) ? longest[w + 1, n + 1] + 1 : Math.Max(longest[w + 1, n], longest[w, n + 1]);
        }

        List<(int, int)> staying = [];
        for (var (w, n) = (0, 0); w < was.Count && n < next.Count;)
        {
            if (isSame(was[w], next[n]))
                staying.Add((w++, n++));
            else if (longest[w + 1, n] >= longest[w, n + 1])
                w++;
            else
                n++;
        }

        return staying;
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

    /// <summary>Whether a letter is needed. One that is written as not needed is not in the form; what stands beside it, such as its author, stays.</summary>
    public PartFields Referral(ScriptMapping? there, ReferralForm? was, ReferralForm? next)
    {
        if (was is not null || next is null || there?.Find("referral") is not ScriptMapping written)
            return Inner("referral", was, next, EligibilityFields.Referral);
        var strength = (written.Find("strength") as ScriptScalar)?.Text ?? "hard";
        _changes.AddRange(new PartFields([.. path, "referral"], isNew: false).Needed("needed", "false", "true").Text("strength", strength, next.Strength, "hard").Changes);
        return this;
    }

    private PartFields Accepts(NewPatientsForm? was, NewPatientsForm next) =>
        Needed("accepted", was is null ? null : Flag(was.Accepted), Flag(next.Accepted)).Text("strength", was?.Strength, next.Strength, "hard");
}
