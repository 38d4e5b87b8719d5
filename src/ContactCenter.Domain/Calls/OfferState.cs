namespace ContactCenter.Domain.Calls;

/// <summary>How an offer stands. All but <see cref="Pending"/> are final.</summary>
public enum OfferState
{
    Pending,
    Accepted,
    Declined,
    TimedOut,

    /// <summary>Taken back: the caller left, or the agent's console went away.</summary>
    Withdrawn,
}
