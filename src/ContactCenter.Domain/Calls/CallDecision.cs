using ContactCenter.Domain.Ivr;

namespace ContactCenter.Domain.Calls;

/// <summary>What became of an event.</summary>
public abstract record CallDecision;

/// <summary>The event is part of the story now.</summary>
/// <param name="Facts">The event and those that follow from it, in order, to be recorded with it.</param>
/// <param name="Instructions">For the party that asked; empty when nobody asked.</param>
/// <param name="Effects">For the outbox, in order.</param>
/// <param name="Position">Where the caller stands in the scripted dialogue now.</param>
public sealed record Recorded(
    IReadOnlyList<CallEvent> Facts, IReadOnlyList<CallInstruction> Instructions, IReadOnlyList<CallEffect> Effects, IvrPosition? Position) : CallDecision;

/// <summary>An event of this key is known already. A party that asked again is answered as before, from the receipt.</summary>
public sealed record AlreadyKnown : CallDecision;

/// <summary>A decision that the call does not allow; nothing was recorded.</summary>
public sealed record Refused(CallRefusal Refusal) : CallDecision;
