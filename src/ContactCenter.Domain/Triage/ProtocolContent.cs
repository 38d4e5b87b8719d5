using System.Security.Cryptography;
using System.Text;

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
        yield return $"protocol {protocol.Version.Name} version {protocol.Version.Version}: {protocol.Title}";
        yield return $"ages in months: {protocol.Scope.AgeMinMonths} to {protocol.Scope.AgeMaxMonths}; specialties: {List(protocol.Scope.Specialties)}";
        yield return $"words: {List(protocol.Triggers.Words)}";
        yield return $"visit reasons: {List(protocol.Triggers.VisitReasons)}";
        foreach (var flag in protocol.RedFlags)
            yield return $"red flag {flag.Id}: {flag.Ask} yes: {flag.Yes.NameOf()}, unknown: {flag.Unknown.NameOf()}, note: {flag.Note}";
        foreach (var question in protocol.Questions)
            yield return $"question {question.Id}: {question.Ask} yes: {question.Yes?.NameOf()}, unknown: {question.Unknown?.NameOf()}";
        yield return $"otherwise: {protocol.Otherwise.NameOf()}; doubt: {protocol.DoubtExit.NameOf()}";
        foreach (var plan in protocol.Plans.Values.OrderByDescending(p => p.Disposition))
        {
            yield return $"{plan.Disposition.NameOf()}: {plan.TimeToTreat} ({plan.WithinHours} h) at {plan.PointOfCare}, transfer: {plan.Transfer}, "
                + $"stay on line: {plan.StayOnLine}, slots: {plan.SlotPool}, forbid: {List(plan.Forbid)}, collect: {List(plan.CollectBefore)}, "
                + $"notify within: {plan.NotifyOnCallWithinSeconds} s, say: {plan.Say}";
        }

        foreach (var sentence in protocol.Closing)
            yield return $"closing: {sentence}";
    }

    private static string List<T>(IEnumerable<T> items) => string.Join(", ", items);
}
