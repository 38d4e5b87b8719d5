using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>How long the practice has to decide on a pending appointment, and what happens when it does not.</summary>
/// <param name="Within">From the request on; it ends at the latest when the appointment begins.</param>
public sealed record ApprovalTerms(Duration Within, ApprovalFallback Fallback)
{
    public static ApprovalTerms Default { get; } = new(Duration.FromHours(2), ApprovalFallback.Refuse);

    public Instant DecideBy(Instant now, Instant start) => Instant.Max(now, Instant.Min(now + Within, start));
}

public enum ApprovalFallback
{
    /// <summary>The slot is given back and the patient is to be called.</summary>
    Refuse,

    /// <summary>The appointment stands.</summary>
    Accept,
}
