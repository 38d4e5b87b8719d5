using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>What the walk decided: what the caller hears, and what follows.</summary>
/// <param name="Position">To be stored, and given back with the next input.</param>
/// <param name="Prompts">In order. Where <paramref name="Next"/> is <see cref="IvrAsk"/> a key interrupts them.</param>
public sealed record IvrStep(IvrPosition Position, IReadOnlyList<IvrUtterance> Prompts, IvrNext Next);

/// <summary>What follows the prompts of a step.</summary>
public abstract record IvrNext;

/// <summary>
/// Listen, from the first prompt on, for one key out of <paramref name="Keys"/> (others come back as well), and for words where
/// <paramref name="Speech"/> says so. Silence of <paramref name="Timeout"/> after the prompts comes back as <see cref="IvrSilence"/>.
/// </summary>
public sealed record IvrAsk(IReadOnlyList<char> Keys, bool Speech, IReadOnlyList<string> Hints, Duration Timeout) : IvrNext;

/// <summary>A step that leaves the dialogue. <paramref name="Node"/> is the node that says so.</summary>
public abstract record IvrExit(string Node) : IvrNext;

/// <summary>
/// Wait for an agent. What the caller hears meanwhile comes from <see cref="IvrWalk.Wait"/>, keys pressed go to
/// <see cref="IvrWalk.Continue"/>, and a wait longer than <paramref name="MaxWait"/> comes back as <see cref="IvrUnanswered"/>.
/// </summary>
public sealed record IvrEnqueue(string Node, string Reason, Urgency Urgency, IReadOnlyList<string> Skills, Language Language, Duration MaxWait)
    : IvrExit(Node);

/// <summary>The caller is in the queue and stays there.</summary>
public sealed record IvrKeepWaiting(string Node) : IvrExit(Node);

/// <summary>The caller, whose number is not masked, asks to be called back and keeps her place in the queue; the line is closed after the prompts.</summary>
public sealed record IvrCallbackRequested(string Node, string Reason) : IvrExit(Node);

/// <summary>Record a message; then continue with <see cref="IvrRecorded"/>. A key ends it, and the emergency key leads to the exit.</summary>
public sealed record IvrTakeMessage(string Node, string Reason, Urgency Urgency, Duration MaxLength) : IvrExit(Node);

/// <summary>Connect to a target of the practice's escalation script; without an answer continue with <see cref="IvrUnanswered"/>.</summary>
public sealed record IvrDial(string Node, string Target) : IvrExit(Node);

/// <summary>Connect to the emergency numbers in their order. Nothing stands in between.</summary>
public sealed record IvrEmergency(string Node) : IvrExit(Node);

/// <summary>The dialogue has ended with a word of goodbye.</summary>
public sealed record IvrGoodbye(string Node) : IvrExit(Node);
