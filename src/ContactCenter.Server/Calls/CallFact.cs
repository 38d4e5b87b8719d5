using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Server.Calls;

/// <summary>One event of a call, never changed once written. Its content is sealed: it may hold a number or what a caller said.</summary>
internal sealed class CallFact
{
    public required CallId CallId { get; init; }

    /// <summary>Unique within the call: a webhook delivered twice is recorded once.</summary>
    public required string Key { get; init; }

    /// <summary>Order of arrival within the call, from 1; of no meaning to the story, kept as evidence.</summary>
    public required int Arrival { get; init; }
    public required string Kind { get; init; }
    public required Instant At { get; init; }
    public required Instant ReceivedAt { get; init; }
    public required byte[] Event { get; init; }

    /// <summary>What the asking party was told, as JSON: a repeated request is told the same.</summary>
    public string? Answer { get; set; }
}
