using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Storage.Sealing;
using NodaTime;

namespace ContactCenter.Server.Triage;

/// <summary>What an agent did with a protocol.</summary>
internal enum TriageAct
{
    Started,
    Answered,
    Doubted,
    Raised,
}

/// <summary>One line of the log that a call's triage leaves. Lines are added and never changed.</summary>
internal sealed class TriageLogEntry
{
    public required CallId CallId { get; init; }

    /// <summary>From 1 within the call.</summary>
    public required int Sequence { get; init; }

    public required PracticeId PracticeId { get; init; }

    /// <summary>The session it belongs to; null for a doubt before any protocol.</summary>
    public int? Session { get; init; }

    public required AgentId AgentId { get; init; }

    public required TriageAct Act { get; init; }

    public string? Question { get; init; }

    public TriageAnswer? Answer { get; init; }

    /// <summary>What was reached by this line, if anything.</summary>
    public Disposition? Reached { get; init; }

    /// <summary>The caller's exact words, sealed.</summary>
    public byte[]? Words { get; init; }

    public required Instant At { get; init; }

    public SealedRow Row => RowOf(PracticeId, CallId, Sequence);

    public static SealedRow RowOf(PracticeId practice, CallId call, int sequence) => new("TriageLog", practice, $"{call}/{sequence}");
}
