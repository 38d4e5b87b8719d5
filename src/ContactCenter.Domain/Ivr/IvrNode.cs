using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>One step of a flow. <paramref name="Id"/> is unique in the flow.</summary>
public abstract record IvrNode(string Id, SourceSpan Span);

/// <summary>Says something and goes on.</summary>
public sealed record SayNode(string Id, SourceSpan Span, IvrPrompt Prompt, string Then) : IvrNode(Id, Span);

/// <summary>Goes on by hours and caller, without a word: the first case that holds, else <paramref name="Else"/>.</summary>
public sealed record BranchNode(string Id, SourceSpan Span, IReadOnlyList<IvrCase> Cases, string Else) : IvrNode(Id, Span);

/// <summary>Asks for a key, or for words where <paramref name="Speech"/> says so. Keys always work.</summary>
/// <param name="Prompt">What is asked.</param>
/// <param name="Choices">The keys and where each leads.</param>
/// <param name="Speech">Whether words are listened to until the first that is not understood.</param>
/// <param name="Timeout">Silence after the prompt that counts as no answer.</param>
/// <param name="Silence">What follows when nothing was pressed or said.</param>
/// <param name="WrongKey">What follows a key, or words, that no choice has.</param>
public sealed record MenuNode(
    string Id, SourceSpan Span, IvrPrompt Prompt, IReadOnlyList<IvrChoice> Choices, bool Speech, Duration Timeout, IvrMiss Silence, IvrMiss WrongKey)
    : IvrNode(Id, Span);

/// <summary>The caller waits for an agent.</summary>
/// <param name="Prompt">Said at the beginning of the wait; null to say nothing.</param>
/// <param name="Reason">The script's word for why she calls.</param>
/// <param name="Skills">What the agent must have beside the practice and the language.</param>
/// <param name="MaxWait">After so long without an agent the call goes on at <paramref name="Unanswered"/>.</param>
public sealed record QueueNode(
    string Id, SourceSpan Span, IvrPrompt? Prompt, string Reason, Urgency Urgency, IReadOnlyList<string> Skills, Duration MaxWait, string Unanswered)
    : IvrNode(Id, Span);

/// <summary>The caller leaves a message, then goes on at <paramref name="Then"/>.</summary>
public sealed record VoicemailNode(string Id, SourceSpan Span, IvrPrompt Prompt, string Reason, Urgency Urgency, Duration MaxLength, string Then)
    : IvrNode(Id, Span);

/// <summary>The caller is connected to a target that the practice's escalation script names.</summary>
public sealed record DialNode(string Id, SourceSpan Span, IvrPrompt? Prompt, string Target, string Unanswered) : IvrNode(Id, Span);

/// <summary>The dialogue ends with a word of goodbye.</summary>
public sealed record HangUpNode(string Id, SourceSpan Span, IvrPrompt Prompt) : IvrNode(Id, Span);

/// <summary>The emergency exit: the caller is connected to an emergency number. A flow has exactly one, which every node reaches by one key.</summary>
public sealed record EmergencyNode(SourceSpan Span, IvrPrompt Prompt) : IvrNode(EmergencyId, Span)
{
    /// <summary>Other nodes may lead to it by this name; an author cannot give it to another node.</summary>
    public const string EmergencyId = "emergency";
}

/// <summary>A case of a branch. It holds when both sets do; an empty set always does.</summary>
public sealed record IvrCase(IReadOnlyList<OpeningState> Hours, IReadOnlyList<CallerKind> Callers, string Then)
{
    public bool Holds(OpeningState hours, CallerKind caller) =>
        (Hours.Count == 0 || Hours.Contains(hours)) && (Callers.Count == 0 || Callers.Contains(caller));
}

/// <summary>A choice of a menu. <paramref name="Phrases"/> are the words that mean it; <paramref name="SwitchTo"/> changes the language.</summary>
public sealed record IvrChoice(char Key, IReadOnlyDictionary<Language, IReadOnlyList<string>> Phrases, Language? SwitchTo, string Then);

/// <summary>What follows a miss: up to <paramref name="Times"/> misses the menu is asked again after <paramref name="Prompt"/>, then the call goes on.</summary>
public sealed record IvrMiss(IvrPrompt? Prompt, int Times, string Then);
