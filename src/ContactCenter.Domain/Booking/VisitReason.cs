namespace ContactCenter.Domain.Booking;

/// <summary>Why a patient comes: it fixes how long it takes, with whom, where, and who may book it.</summary>
public sealed record VisitReason
{
    /// <summary>No visit may be written to take longer.</summary>
    public const int LongestMinutes = 480;

    public required VisitReasonId Id { get; init; }

    public required string Label { get; init; }

    /// <summary>Words that patients use for it.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public required DurationTable Durations { get; init; }

    /// <summary>What the patient is told to do before, such as to come fasting.</summary>
    public IReadOnlyList<string> Preparation { get; init; } = [];

    /// <summary>What the patient brings.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    public ConsultationMode Mode { get; init; } = ConsultationMode.Office;

    public BookingPermission Agents { get; init; } = BookingPermission.AtOnce;

    public BookingPermission Online { get; init; } = BookingPermission.No;

    /// <summary>Kept slots that this reason may always draw on, beside the ordinary ones; null when none.</summary>
    public string? Pool { get; init; }

    public AgeRule? Ages { get; init; }

    /// <summary>Null when new patients are welcome.</summary>
    public NewPatientRule? NewPatients { get; init; }

    /// <summary>Null when nobody need have sent the patient.</summary>
    public ReferralRule? Referral { get; init; }

    /// <summary>Null when two visits may follow at any distance.</summary>
    public SpacingRule? Spacing { get; init; }

    /// <summary>Rooms, devices and staff that a visit takes beside the practitioner.</summary>
    public IReadOnlyList<ResourceNeed> Needs { get; init; } = [];

    /// <summary>What a visit puts on the patient's account once it has taken place, in cents; null when the practice keeps no account of it here.</summary>
    public int? ChargeCents { get; init; }

    public required RuleSource Source { get; init; }

    public BookingPermission PermissionOf(BookingChannel channel) => channel switch
    {
        BookingChannel.Agent => Agents,
        BookingChannel.Practice => BookingPermission.AtOnce,
        BookingChannel.Online => Online,
    };
}

/// <summary>Where and how a consultation takes place. A reason is only offered in openings of its own mode.</summary>
public enum ConsultationMode
{
    Office,
    Tele,
    HomeVisit,

    /// <summary>Patients come without an appointment: nothing is booked there.</summary>
    WalkIn,
}

/// <summary>Who asks for the booking.</summary>
public enum BookingChannel
{
    /// <summary>A secretary in a call.</summary>
    Agent,

    /// <summary>The practice's own people.</summary>
    Practice,

    /// <summary>A patient by herself.</summary>
    Online,
}

public enum BookingPermission
{
    AtOnce,

    /// <summary>The slot is locked until the practice decides.</summary>
    WithApproval,
    No,
}

/// <summary><paramref name="Count"/> of the resources, free for the whole visit; taken in the order written.</summary>
public sealed record ResourceNeed(int Count, IReadOnlyList<ResourceId> Of);
