using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>Reads what forms show off a script, as it is written: what is faulty is shown as well, so that it can be mended.</summary>
internal static partial class RulesFormReader
{
    public static RulesForm Read(ScriptMapping script) => new(
        [.. Named(script, "practitioners").Select(p => new PractitionerForm(
            p.Key, Text(p.Map, "name"), NewPatients(p.Map), [.. Items(p.Map, "openings").Select(Opening)]) { Specialty = Text(p.Map, "specialty"), Ages = Ages(p.Map) })],
        [.. Named(script, "reasons").Select(r => Reason(r.Key, r.Map))],
        [.. Items(script, "closures").Select(c => new ClosureForm(Text(c, "first"), Text(c, "last"), Text(c, "why"), Texts(c, "practitioners")))],
        [.. Items(script, "extra_openings").Select(e => new ExtraOpeningForm(
            Text(e, "practitioner"), Text(e, "date"), Text(e, "from"), Text(e, "to"), Text(e, "why"), Text(e, "place"), Text(e, "mode", "office"),
            Texts(e, "reasons"), Text(e, "kept_for"), Text(e, "grid_minutes")) { Releases = Releases(e) })],
        [.. Items(script, "substitutes").Select(s => new SubstituteForm(
            Text(s, "for"), Text(s, "name"), Text(s, "first"), Text(s, "last"), Texts(s, "reasons"), Text(s, "known_patients_only") == "true")
        {
            Ages = s.Find("ages") is ScriptMapping band ? new AgeBandForm(Text(band, "from"), Text(band, "under")) : null,
        })],
        [.. Named(script, "places").Select(p => Place(p.Key, p.Map))],
        Families(script))
    {
        Quotas = [.. Named(script, "quotas").Select(q => Quota(q.Key, q.Map))],
        Overbookings = [.. Named(script, "overbooking").Select(o => Overbooking(o.Key, o.Map))],
        Resources = [.. Named(script, "resources").Select(r => Resource(r.Key, r.Map))],
        Gaps = [.. Items(script, "gaps").Select(g => new GapForm(Texts(g, "after"), Texts(g, "before"), Text(g, "minutes")))],
        Suspensions = [.. Items(script, "suspensions").Select(s => new SuspensionForm(Text(s, "rule"), Text(s, "first"), Text(s, "last"), Text(s, "why")))],
        Missed = script.Find("missed_appointments") is ScriptMapping missed
            ? new(Text(missed, "most"), Text(missed, "months"), Text(missed, "strength", "approval")) : null,
        Approval = script.Find("approval") is ScriptMapping approval ? new(Text(approval, "within"), Text(approval, "otherwise")) : null,
        Span = Span(script),
        Head = new(Text(script, "author"), Text(script, "since"), Text(script, "zone"), Text(script, "holidays")),
        Neighbours = Neighbours(script),
    };

    private static OpeningForm Opening(ScriptMapping map) => new(
        Texts(map, "days"), Text(map, "from"), Text(map, "to"), Text(map, "weeks", "every"), Text(map, "first"), Text(map, "last"),
        Text(map, "place"), Text(map, "mode", "office"), Texts(map, "reasons"), Text(map, "kept_for"), Text(map, "grid_minutes"))
    {
        Releases = Releases(map),
    };

    private static IReadOnlyList<ReleaseForm> Releases(ScriptMapping map) =>
        [.. Items(map, "releases").Select(r => new ReleaseForm(Texts(r, "to"), Text(r, "days_before"), Text(r, "at"), Text(r, "before")))];

    private static ReasonForm Reason(string id, ScriptMapping map) => new(
        id, Text(map, "label"), Minutes(map), NewPatients(map), Text(map, "agents", "at_once"), Text(map, "online", "no"), Texts(map, "preparation"),
        Texts(map, "documents"), Texts(map, "synonyms"))
    {
        ByAge = [.. Items(map, "by_age").Select(a => new AgeMinutesForm(Text(a, "from"), Text(a, "under"), Minutes(a)))],
        Mode = Text(map, "mode", "office"),
        Pool = Text(map, "pool"),
        Ages = Ages(map),
        Referral = map.Find("referral") is ScriptMapping letter && Text(letter, "needed") != "false" ? new ReferralForm(Text(letter, "strength", "hard")) : null,
        Needs = [.. Items(map, "needs").Select(n => new NeedForm(Text(n, "count", "1"), Texts(n, "of")))],
        ChargeCents = Text(map, "charge_cents"),
        Spacing = map.Find("spacing") is ScriptMapping rule ? new SpacingForm(Text(rule, "days"), Texts(rule, "reasons"), Text(rule, "strength", "hard")) : null,
    };

    /// <summary>Those of new patients without usual ones as well: that is faulty and to be seen.</summary>
    private static IReadOnlyList<MinutesForm> Minutes(ScriptMapping map)
    {
        var (usual, first) = (map.Find("minutes") as ScriptMapping, map.Find("new_patient_minutes") as ScriptMapping);
        return
        [
            .. (usual?.Entries ?? []).Concat(first?.Entries ?? []).Select(e => e.Key).Distinct()
                .Select(p => new MinutesForm(p, usual is null ? "" : Text(usual, p), first is null ? "" : Text(first, p))),
        ];
    }

    private static QuotaForm Quota(string id, ScriptMapping map) => new(
        id, Text(map, "label"), Texts(map, "practitioners"), Text(map, "counted", "each"), Texts(map, "reasons"), Text(map, "patients", "all"),
        Text(map, "per"), Text(map, "most"), Text(map, "strength", "hard"));

    private static AgesForm? Ages(ScriptMapping map) =>
        map.Find("ages") is ScriptMapping rule ? new(Text(rule, "from"), Text(rule, "under"), Text(rule, "strength", "hard")) : null;

    private static OverbookingForm Overbooking(string id, ScriptMapping map) => new(
        id, Text(map, "label"), Text(map, "practitioner"), Texts(map, "reasons"), Text(map, "lanes", "1"), Text(map, "per_day"), Text(map, "from"),
        Text(map, "to"), Text(map, "strength", "soft"));

    private static NewPatientsForm NewPatients(ScriptMapping map) =>
        map.Find("new_patients") is ScriptMapping rule ? new(Text(rule, "accepted") != "false", Text(rule, "strength", "hard")) : new(true, "hard");

    private static IEnumerable<(string Key, ScriptMapping Map)> Named(ScriptMapping script, string key) =>
        (script.Find(key) as ScriptMapping)?.Entries.Where(e => e.Value is ScriptMapping).Select(e => (e.Key, (ScriptMapping)e.Value)) ?? [];

    // What is no mapping keeps its index, for edits count it.
    private static IEnumerable<ScriptMapping> Items(ScriptMapping map, string key) =>
        (map.Find(key) as ScriptSequence)?.Items.Select(i => i as ScriptMapping ?? new ScriptMapping(i.Span, [])) ?? [];

    private static string Text(ScriptMapping map, string key, string absent = "") =>
        map.Find(key) is ScriptScalar { Text: var text, Quoted: var quoted } && (quoted || text is not ("" or "null" or "~")) ? text : absent;

    private static IReadOnlyList<string> Texts(ScriptMapping map, string key) => map.Find(key) switch
    {
        ScriptSequence sequence => [.. sequence.Items.OfType<ScriptScalar>().Select(s => s.Text)],
        ScriptScalar => Text(map, key) is { Length: > 0 } one ? [one] : [],
        _ => [],
    };
}
