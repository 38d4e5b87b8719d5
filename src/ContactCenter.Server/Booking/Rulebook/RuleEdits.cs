using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>What of a text changes when one of its parts becomes otherwise.</summary>
/// <param name="Field">The part's place; null when it goes.</param>
internal sealed record EditedPart(IReadOnlyList<YamlChange> Changes, string? Field);

/// <summary>Turns a form into changes of the text: only what differs from what is written is touched.</summary>
internal static class RuleEdits
{
    /// <summary>Null when the part is not there, or the form is not that of its kind.</summary>
    public static EditedPart? Of(RuleEdit edit, ScriptMapping script)
    {
        var form = RulesFormReader.Read(script);
        return edit.Part switch
        {
            RulePart.Opening => Opening(edit, form, script),
            RulePart.NewPatients => NewPatients(edit, form, script),
            RulePart.Ages => Ages(edit, form),
            RulePart.Practitioner => Practitioner(edit, form, script),
            RulePart.Reason => Reason(edit, form, script),
            RulePart.Closure => Listed(script, [], "closures", edit.Index, form.Closures, edit.Closure, PartFields.Closure),
            RulePart.ExtraOpening => Listed(script, [], "extra_openings", edit.Index, form.ExtraOpenings, edit.ExtraOpening, PartFields.ExtraOpening),
            RulePart.Substitute => Listed(script, [], "substitutes", edit.Index, form.Substitutes, edit.Substitute, PartFields.Substitute),
            RulePart.Quota => Named(script, "quotas", edit.Of, form.Quotas.FirstOrDefault(q => q.Id == edit.Of), edit.Quota, LimitFields.Quota),
            RulePart.Overbooking => Named(
                script, "overbooking", edit.Of, form.Overbookings.FirstOrDefault(o => o.Id == edit.Of), edit.Overbooking, LimitFields.Overbooking),
            RulePart.Gap => Listed(script, [], "gaps", edit.Index, form.Gaps, edit.Gap, LimitFields.Gap),
            RulePart.Place => Named(script, "places", edit.Of, form.Places.FirstOrDefault(p => p.Id == edit.Of), edit.Place, PracticeFields.Place),
            RulePart.Resource => Named(script, "resources", edit.Of, form.Resources.FirstOrDefault(r => r.Id == edit.Of), edit.Resource, PracticeFields.Resource),
            RulePart.Family => Family(edit, form, script),
            RulePart.Suspension => Listed(script, [], "suspensions", edit.Index, form.Suspensions, edit.Suspension, PracticeFields.Suspension),
            RulePart.Missed => Sole("missed_appointments", form.Missed, edit.Missed, PracticeFields.Missed),
            RulePart.Approval => Sole("approval", form.Approval, edit.Approval, PracticeFields.Approval),
            RulePart.Neighbours => Sole("neighbours", form.Neighbours, edit.Neighbours, PracticeFields.Neighbours),
            RulePart.Head => edit.Head is { } head ? new EditedPart(PracticeFields.Head(form.Head, head).Changes, null) : null,
            RulePart.Span => edit.Span is { } span ? new EditedPart(PracticeFields.Span(form.Span, span).Changes, null) : null,
            _ => null,
        };
    }

    private static EditedPart? Opening(RuleEdit edit, RulesForm form, ScriptMapping script) =>
        form.Practitioners.FirstOrDefault(p => p.Id == edit.Of) is { } whose && Find(script, "practitioners", whose.Id) is { } practitioner
            ? Listed(practitioner, ["practitioners", whose.Id], "openings", edit.Index, whose.Openings, edit.Opening, PartFields.Opening)
            : null;

    private static EditedPart? NewPatients(RuleEdit edit, RulesForm form, ScriptMapping script)
    {
        if (form.Practitioners.FirstOrDefault(p => p.Id == edit.Of) is not { } whose || edit.NewPatients is not { } next)
            return null;
        var there = Find(script, "practitioners", whose.Id)!;
        var fields = new PartFields(["practitioners", whose.Id], isNew: false).NewPatients(there, whose.NewPatients, next);
        return new EditedPart(fields.Changes, $"practitioners.{whose.Id}.new_patients");
    }

    private static EditedPart? Ages(RuleEdit edit, RulesForm form)
    {
        if (form.Practitioners.FirstOrDefault(p => p.Id == edit.Of) is not { } whose || (whose.Ages ?? edit.Ages) is null)
            return null;
        var fields = new PartFields(["practitioners", whose.Id], isNew: false).Inner("ages", whose.Ages, edit.Ages, EligibilityFields.Ages);
        return new EditedPart(fields.Changes, edit.Ages is null ? null : $"practitioners.{whose.Id}.ages");
    }

    private static EditedPart? Practitioner(RuleEdit edit, RulesForm form, ScriptMapping script)
    {
        var there = edit.Of is { } id ? Find(script, "practitioners", id) : null;
        return Named(
            script, "practitioners", edit.Of, form.Practitioners.FirstOrDefault(p => p.Id == edit.Of), edit.Practitioner,
            (path, was, next) => PartFields.Practitioner(path, there, was, next));
    }

    private static EditedPart? Reason(RuleEdit edit, RulesForm form, ScriptMapping script)
    {
        var there = edit.Of is { } id ? Find(script, "reasons", id) : null;
        return Named(
            script, "reasons", edit.Of, form.Reasons.FirstOrDefault(r => r.Id == edit.Of), edit.Reason,
            (path, was, next) => ReasonFields.Of(path, there, was, next));
    }

    /// <summary>A family is a list under its name. Another name is carried to wherever the family is named.</summary>
    private static EditedPart? Family(RuleEdit edit, RulesForm form, ScriptMapping script)
    {
        if (edit.Of is not { Length: > 0 } id)
            return null;
        var was = form.Families.FirstOrDefault(f => f.Id == id);
        if (edit.Family is not { } next)
            return was is null ? null : new EditedPart([form.Families.Count == 1 ? new DropKey([], "families") : new DropKey(["families"], id)], null);
        if (script.Find("families") is not ScriptMapping)
            return new EditedPart([new SetKey([], "families", new ScriptMapping(default, [new ScriptEntry(id, default, PartFields.Of(next.Reasons ?? []))]))], $"families.{id}");
        var listed = new PartFields(["families"], was is null).List(id, was?.Reasons, next.Reasons, isNeeded: true).Changes;
        return was is null || next.Id is not { Length: > 0 } name || name == id
            ? new EditedPart(listed, $"families.{id}")
            : new EditedPart([.. listed, .. FamilyNames.Renamed(script, id, name)], $"families.{name}");
    }

    /// <summary>A rule of which there is one or none.</summary>
    private static EditedPart? Sole<T>(string key, T? was, T? next, Func<YamlStep[], T?, T, PartFields> fieldsOf)
        where T : class => (was, next) switch
        {
            (null, null) => null,
            (_, null) => new EditedPart([new DropKey([], key)], null),
            (null, _) => new EditedPart([new SetKey([], key, fieldsOf([], null, next).Whole)], key),
            _ => new EditedPart(fieldsOf([key], was, next).Changes, key),
        };

    /// <summary>One of those that bear names: added, changed or taken out. The key comes with the first and goes with the last.</summary>
    private static EditedPart? Named<T>(ScriptMapping script, string key, string? id, T? was, T? next, Func<YamlStep[], T?, T, PartFields> fieldsOf)
        where T : class
    {
        if (id is not { Length: > 0 })
            return null;
        var (those, field) = (script.Find(key) as ScriptMapping, $"{key}.{id}");
        if (was is not null)
            return next is not null ? new EditedPart(fieldsOf([key, id], was, next).Changes, field)
                : new EditedPart([those!.Entries.Count == 1 ? new DropKey([], key) : new DropKey([key], id)], null);
        if (next is null)
            return null;
        var added = fieldsOf([], null, next).Whole;
        return new EditedPart(
            [those is null ? new SetKey([], key, new ScriptMapping(default, [new ScriptEntry(id, default, added)])) : new SetKey([key], id, added)], field);
    }

    /// <summary>One of a list: added, changed or taken out. A list that becomes empty goes with its key, a new one comes with it.</summary>
    private static EditedPart? Listed<T>(
        ScriptMapping holder, YamlStep[] path, string key, int? index, IReadOnlyList<T> those, T? next, Func<YamlStep[], T?, T, PartFields> fieldsOf)
        where T : class
    {
        var list = (YamlStep[])[.. path, key];
        var field = $"{string.Concat(path.Select(s => $"{s.Key}."))}{key}";
        if (index is { } at)
        {
            if (at < 0 || at >= those.Count)
                return null;
            if (next is not null)
                return new EditedPart(fieldsOf([.. list, at], those[at], next).Changes, $"{field}[{at}]");
            return new EditedPart([those.Count == 1 ? new DropKey(path, key) : new DropItem(list, at)], null);
        }

        if (next is null)
            return null;
        var item = fieldsOf([], null, next).Whole;
        YamlChange added = holder.Find(key) is ScriptSequence ? new AddItem(list, item) : new SetKey(path, key, new ScriptSequence(default, [item]));
        return new EditedPart([added], $"{field}[{those.Count}]");
    }

    private static ScriptMapping? Find(ScriptMapping script, string key, string name) =>
        (script.Find(key) as ScriptMapping)?.Find(name) as ScriptMapping;
}
