using ContactCenter.Domain.Booking.Waiting;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>Settings <c>Waiting</c>.</summary>
internal sealed class WaitingOptions
{
    public const string Section = "Waiting";

    /// <summary>Seconds a freed slot is left alone: whoever let go of it may think better of it.</summary>
    public int OfferAfterSeconds { get; set; } = 60;

    /// <summary>Minutes a slot is kept for one waiting patient.</summary>
    public int OfferMinutes { get; set; } = 12;

    /// <summary>A slot that begins sooner than in so many minutes is not offered.</summary>
    public int LeastNoticeMinutes { get; set; } = 60;

    /// <summary>Patients asked about one slot at most; then it is left to callers.</summary>
    public int MostOffers { get; set; } = 6;

    /// <summary>Minutes after which a slot that suited nobody is looked at again.</summary>
    public int LookAgainMinutes { get; set; } = 5;

    /// <summary>Local hours in which patients are rung.</summary>
    public TimeOnly RingFrom { get; set; } = new(8, 30);

    public TimeOnly RingUntil { get; set; } = new(20, 0);

    /// <summary>How often a patient is tried who does not answer, and how many minutes apart.</summary>
    public int Attempts { get; set; } = 3;

    public int AgainAfterMinutes { get; set; } = 120;

    /// <summary>Seconds a patient's telephone rings.</summary>
    public int Ring { get; set; } = 30;

    public CallAttempts CallAttempts => new(Attempts, Duration.FromMinutes(AgainAfterMinutes));

    public CallingHours Hours => new(LocalTime.FromTimeOnly(RingFrom), LocalTime.FromTimeOnly(RingUntil));
}
