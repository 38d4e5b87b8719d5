using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;

namespace ContactCenter.Server.Calls;

/// <summary>What became of an event, for the edge that brought it.</summary>
/// <param name="Instructions">For the party that asked; the same again when the request is a repetition.</param>
/// <param name="Turn">Grows with each event of the call; the same again for a repetition. The edge puts it into the addresses it hands out, so that
/// two silences in a row are two requests and a request delivered twice is one.</param>
/// <param name="Change">To be raised after the commit; null when nothing changed.</param>
internal sealed record CallReply(
    CallId CallId, PracticeId PracticeId, CallDecision Decision, IReadOnlyList<CallInstruction> Instructions, int Turn, CallRecord Record, CallStory Story, char EmergencyKey, CallChanged? Change)
{
    /// <summary>The version of the row that this reply saw written, and all that was known of the call then.</summary>
    public required int Version { get; init; }
    public required IReadOnlyCollection<CallEvent> Events { get; init; }

    /// <summary>What kind of event was answered.</summary>
    public required string Kind { get; init; }

    public CallRefusal? Refusal => (Decision as Refused)?.Refusal;
}
