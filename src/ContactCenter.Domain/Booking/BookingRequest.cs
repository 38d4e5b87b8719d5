using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>What is wished for, before it is said when and with whom.</summary>
public sealed record BookingRequest
{
    public required VisitReason Reason { get; init; }

    public required BookingChannel Channel { get; init; }

    public PatientFacts Patient { get; init; } = PatientFacts.Unknown;

    /// <summary>Kept slots that are open to this request, such as those triage has opened.</summary>
    public IReadOnlySet<string> Pools { get; init; } = new HashSet<string>();

    /// <summary>Whether intended overbooking may be used where the ordinary lane is taken.</summary>
    public bool Overbook { get; init; }

    /// <summary>The slot is already held for this caller: time that ran while she made up her mind does not close it.</summary>
    public bool IsHeld { get; init; }

    public required Instant Now { get; init; }

    public bool MayDrawOn(string pool) => Reason.Pool == pool || Pools.Contains(pool);
}
