namespace ContactCenter.Domain.Booking;

/// <summary>What takes time in a calendar, in steps: <see cref="From"/> inclusive, <see cref="To"/> exclusive.</summary>
public sealed record CalendarEntry
{
    public required CalendarEntryKind Kind { get; init; }

    /// <summary>Whose time it takes; null when it is only that of resources.</summary>
    public required PractitionerId? Practitioner { get; init; }

    public int Lane { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>Of appointments and holds.</summary>
    public VisitReasonId? Reason { get; init; }

    /// <summary>Of appointments: the practitioner had not seen the patient before.</summary>
    public bool IsNewPatient { get; init; }

    public IReadOnlyList<ResourceId> Resources { get; init; } = [];

    public bool IsBooking => Kind is CalendarEntryKind.Appointment or CalendarEntryKind.Hold;

    public bool Overlaps(int from, int to) => From < to && from < To;
}

public enum CalendarEntryKind
{
    Appointment,

    /// <summary>Kept for a caller for a few minutes.</summary>
    Hold,

    /// <summary>The practitioner or the resource is not there: all lanes.</summary>
    Absence,

    /// <summary>Taken in the practice's own calendar elsewhere.</summary>
    External,
}
