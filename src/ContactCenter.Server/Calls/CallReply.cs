using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;

namespace ContactCenter.Server.Calls;

/// <summary>What became of an event, for the edge that brought it.</summary>
/// <param name="Instructions">For the party that asked; the same again when the request is a repetition.</param>
/// <param name="Change">To be raised after the commit; null when nothing changed.</param>
internal sealed record CallReply(
    CallId CallId, PracticeId PracticeId, CallDecision Decision, IReadOnlyList<CallInstruction> Instructions, CallStory Story, CallChanged? Change)
{
    public CallRefusal? Refusal => (Decision as Refused)?.Refusal;
}
