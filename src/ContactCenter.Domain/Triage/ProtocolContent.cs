using System.Security.Cryptography;
using System.Text;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>
/// What a doctor signs: everything an agent may read out and everything that decides where a call goes, whichever file it stands
/// in, and nothing of layout or comments.
/// </summary>
public static class ProtocolContent
{
    /// <summary>The 64 lower-case hex digits that a signature carries.</summary>
    public static string Sha256(TriageProtocol protocol) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(protocol))));

    /// <summary>The content as lines that a doctor can read.</summary>
    public static string Text(TriageProtocol protocol) => string.Concat(Lines(protocol).Select(line => line + "\n"));

    private static IEnumerable<string> Lines(TriageProtocol protocol)
    {
        yield return Line("protocol", protocol.Version.Name, ("version", protocol.Version.Version), ("title", protocol.Title));
        yield return Line(
            "scope", null,
            ("age_min_months", protocol.Scope.AgeMinMonths), ("age_max_months", protocol.Scope.AgeMaxMonths), ("specialties", List(protocol.Scope.Specialties)));
        yield return Line("triggers", null, ("words", List(protocol.Triggers.Words)), ("visit_reasons", List(protocol.Triggers.VisitReasons)));
        foreach (var flag in protocol.RedFlags)
            yield return Line("red_flag", flag.Id, ("ask", flag.Ask), ("yes", flag.Yes.NameOf()), ("unknown", flag.Unknown.NameOf()), ("note", flag.Note));
        foreach (var question in protocol.Questions)
            yield return Line("question", question.Id, ("ask", question.Ask), ("yes", question.Yes?.NameOf()), ("unknown", question.Unknown?.NameOf()));
        yield return Line("otherwise", protocol.Otherwise.NameOf());
        yield return Line("doubt_exit", protocol.DoubtExit.NameOf());
        foreach (var plan in protocol.Plans.Values.OrderByDescending(p => p.Disposition))
            yield return Plan(plan);
        foreach (var sentence in protocol.Closing)
            yield return Line("closing", sentence);
    }

    private static string Plan(DispositionPlan plan) => Line(
        "disposition", plan.Disposition.NameOf(),
        ("time_to_treat", SnakeCase.Name(plan.TimeToTreat)),
        ("within_h", plan.WithinHours),
        ("point_of_care", SnakeCase.Name(plan.PointOfCare)),
        ("transfer", plan.Transfer),
        ("stay_on_line", plan.StayOnLine ? "true" : null),
        ("slot_pool", plan.SlotPool),
        ("forbid", List(plan.Forbid.Select(SnakeCase.Name))),
        ("collect_before", List(plan.CollectBefore.Select(SnakeCase.Name))),
        ("notify_on_call_within_s", plan.NotifyOnCallWithinSeconds),
        ("say", plan.Say));

    /// <summary>A line names only what is there.</summary>
    private static string Line(string what, string? name, params (string Key, object? Value)[] parts) =>
        string.Join("; ", parts.Where(p => p.Value is not null).Select(p => $"{p.Key}: {p.Value}").Prepend(name is null ? what : $"{what}: {name}"));

    private static string? List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : null;
}
