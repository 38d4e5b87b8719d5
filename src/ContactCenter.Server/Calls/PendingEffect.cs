using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Server.Calls;

/// <summary>An effect in the outbox. The effects of one call are carried out in the order of <see cref="Number"/>.</summary>
internal sealed class PendingEffect
{
    public required CallId CallId { get; init; }

    /// <summary>From 1 within the call.</summary>
    public required int Number { get; init; }
    public required string Kind { get; init; }

    /// <summary>Sealed: a transfer's number may stand in it.</summary>
    public required byte[] Effect { get; init; }

    /// <summary>When it may be tried (again); a node that works on it moves this ahead as its lease.</summary>
    public required Instant DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Why the last attempt failed, as a code without personal data.</summary>
    public string? LastFailure { get; set; }
    public int Version { get; set; }
}
