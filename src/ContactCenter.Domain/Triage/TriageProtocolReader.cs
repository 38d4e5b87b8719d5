using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>Reads a protocol and joins it with the shared ones that it builds on.</summary>
internal sealed class TriageProtocolReader(Fields fields, TriageProtocol? shared, TriageProtocol? vital)
{
    private const int OldestMonths = 130 * 12;

    private readonly TriageProtocol? _inherited = shared ?? vital;

    public TriageProtocol? Read(string hash)
    {
        var name = fields.Id("protocol");
        var version = fields.Int("version", 1, int.MaxValue);
        ReadExtends(name);
        var title = shared is null ? fields.Text("title") : fields.OptionalText("title") ?? shared.Title;
        var status = fields.Choice<ProtocolStatus>("status");
        var signature = ProtocolSignatureReader.Read(fields);
        var review = fields.Date("review_before");
        var sources = fields.OptionalTexts("sources").Select(s => s.Text).ToList();
        var scope = ReadScope();
        var triggers = ReadTriggers();
        ReadAbcFirst();
        var questions = new TriageQuestionReader(fields, _inherited);
        var flags = questions.RedFlags();
        var others = questions.Others(shared);
        var plans = ReadPlans();
        var doubt = ReadDisposition("doubt_exit", shared?.DoubtExit);
        var otherwise = ReadDisposition("otherwise", shared?.Otherwise);
        var closing = fields.OptionalTexts("closing").ToList();
        return name is null || version is null || title is null || status is null || review is null || doubt is null || otherwise is null ? null : new TriageProtocol
        {
            Version = new ScriptVersion(name, version.Value, hash),
            Title = title,
            ProtocolStatus = status.Value,
            Signature = signature,
            ReviewBefore = review.Value,
            Sources = sources,
            Scope = scope,
            Triggers = triggers,
            RedFlags = flags,
            Questions = others,
            Plans = plans,
            DoubtExit = doubt.Value,
            Otherwise = otherwise.Value,
            Closing = [.. shared?.Closing ?? [], .. closing.Select(c => c.Text)],
        };
    }

    private void ReadExtends(string? name)
    {
        var extends = fields.OptionalText("extends");
        if (shared is not null && extends is null)
            fields.Bag.Report(TriageCodes.NotExtended, fields.Span, shared.Version.Name);
        if (extends is not null && (shared is null || extends != shared.Version.Name || extends != name))
            fields.Report(TriageCodes.NothingToExtend, "extends", extends);
    }

    private TriageScope ReadScope()
    {
        if (fields.OptionalMap("scope") is not { } map)
            return shared?.Scope ?? new TriageScope(null, null, []);
        var scope = new TriageScope(
            map.OptionalInt("age_min_months", 0, OldestMonths), map.OptionalInt("age_max_months", 0, OldestMonths),
            [.. map.OptionalTexts("specialties").Select(s => s.Text)]);
        map.Done();
        if (scope.AgeMaxMonths < scope.AgeMinMonths)
            map.Report(TriageCodes.AgesBackwards, "age_max_months");
        if (shared is not null && !scope.Covers(shared.Scope))
            fields.Report(TriageCodes.ScopeNarrowed, "scope");
        return scope;
    }

    private TriageTriggers ReadTriggers()
    {
        var map = shared is null ? fields.Map("triggers") : fields.OptionalMap("triggers");
        var words = map?.OptionalTexts("words").Select(w => w.Text) ?? [];
        var reasons = map?.Ids("visit_reasons") ?? [];
        map?.Done();
        return new TriageTriggers(
            [.. (shared?.Triggers.Words ?? []).Union(words)], [.. (shared?.Triggers.VisitReasons ?? []).Union(reasons)]);
    }

    private void ReadAbcFirst()
    {
        if (vital is not null && fields.OptionalFlag("abc_first") != true)
            fields.Report(TriageCodes.AbcSkipped, "abc_first");
    }

    private Dictionary<Disposition, DispositionPlan> ReadPlans()
    {
        var plans = _inherited?.Plans.ToDictionary() ?? [];
        var map = _inherited is null ? fields.Map("dispositions") : fields.OptionalMap("dispositions");
        foreach (var disposition in Enum.GetValues<Disposition>().Reverse())
        {
            if (map?.OptionalMap(disposition.NameOf()) is not { } plan)
                continue;
            if (plans.ContainsKey(disposition))
                map.Report(TriageCodes.PlanRedefined, disposition.NameOf(), disposition.NameOf());
            plans[disposition] = DispositionPlanReader.Read(disposition, plan);
        }

        map?.Done();
        return plans;
    }

    private Disposition? ReadDisposition(string key, Disposition? inherited)
    {
        var read = TriageQuestionReader.ReadDisposition(fields, key, optional: inherited is not null);
        if (read < inherited)
            fields.Report(TriageCodes.Lowered, key, key, inherited.Value.NameOf(), read.Value.NameOf());
        return read ?? inherited;
    }
}
