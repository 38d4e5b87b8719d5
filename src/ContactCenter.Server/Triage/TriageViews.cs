using ContactCenter.Contracts.Triage;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Triage;

/// <summary>Shows a call's triage to the console.</summary>
internal sealed class TriageViews(Sealer sealer)
{
    /// <summary>The session on screen; null before the first.</summary>
    public TriageView? Of(TriageFile file)
    {
        if (file is not { Session: { } session, Protocol: { } protocol })
            return null;
        return new TriageView(
            protocol.Version.Name,
            protocol.Title,
            $"{protocol.Version.Name}@{protocol.Version.Version}",
            protocol.ProtocolStatus == ProtocolStatus.Signed,
            session.Asking is { } asking ? Question(protocol, asking) : null,
            [.. file.LogOfSession.Where(e => e.Act == TriageAct.Answered).Select(e => Answer(protocol, e))],
            session.Reached is { } reached ? Reached(protocol, reached) : null);
    }

    private static TriageQuestionView Question(TriageProtocol protocol, string id)
    {
        var of = protocol.RedFlags.Count + protocol.Questions.Count;
        for (var i = 0; i < protocol.RedFlags.Count; i++)
        {
            if (protocol.RedFlags[i] is var flag && flag.Id == id)
                return new TriageQuestionView(id, flag.Ask, flag.Note, RedFlag: true, i + 1, of);
        }

        var index = protocol.Questions.ToList().FindIndex(q => q.Id == id);
        return new TriageQuestionView(id, protocol.Questions[index].Ask, null, RedFlag: false, protocol.RedFlags.Count + index + 1, of);
    }

    private TriageAnswerView Answer(TriageProtocol protocol, TriageLogEntry entry) => new(
        entry.Question!,
        Question(protocol, entry.Question!).Ask,
        (TriageReply)entry.Answer!.Value,
        entry.Words is null ? null : sealer.Open<string>(entry.Row, entry.Words),
        entry.At.ToDateTimeOffset());

    private static TriageReached Reached(TriageProtocol protocol, Disposition reached)
    {
        var plan = protocol.Plans[reached];
        return new TriageReached(
            (TriageDisposition)reached,
            plan.Say,
            plan.WithinHours,
            plan.Transfer,
            plan.Transfer == EscalationPolicy.Samu,
            plan.Forbid.Contains(ForbiddenAct.Book),
            [.. plan.CollectBefore.Select(p => (TriageParticular)p)],
            plan.SlotPool,
            protocol.Closing);
    }
}
