namespace ContactCenter.Domain.Booking;

/// <summary>What a rule that is not met does to a booking. In ascending order, so that the greatest of several decides.</summary>
public enum RuleStrength
{
    /// <summary>The agent may go on with a written reason, which is kept.</summary>
    Soft,

    /// <summary>The slot is locked and the practice decides.</summary>
    Approval,

    /// <summary>It cannot be booked.</summary>
    Hard,
}
