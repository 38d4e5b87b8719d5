using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>What is looked for, where and when.</summary>
public sealed record SlotQuestion
{
    public required BookingRequest Request { get; init; }

    /// <summary>Empty means all who offer the reason.</summary>
    public IReadOnlyCollection<PractitionerId> Practitioners { get; init; } = [];

    /// <summary>Whose slots stand before all others, however late: the one who knows the patient. Null: the soonest first.</summary>
    public PractitionerId? First { get; init; }

    /// <summary>The slot begins in it.</summary>
    public required Interval Within { get; init; }

    /// <summary>Weekdays on which the patient can come; empty means every day.</summary>
    public IReadOnlySet<IsoDayOfWeek> Days { get; init; } = new HashSet<IsoDayOfWeek>();

    /// <summary>Local time of day at which the slot begins, earliest inclusive; null: any.</summary>
    public LocalTime? From { get; init; }

    /// <summary>Local time of day before which the slot begins, exclusive; null: any.</summary>
    public LocalTime? Before { get; init; }

    public PlaceId? Place { get; init; }

    /// <summary>Only in openings that name no site, such as remote ones.</summary>
    public bool AtNoPlace { get; init; }

    /// <summary>At most so many slots in all.</summary>
    public required int Most { get; init; }

    /// <summary>At most so many of one practitioner.</summary>
    public int MostEach { get; init; } = int.MaxValue;

    public bool Suits(LocalDate date) => Days.Count == 0 || Days.Contains(date.DayOfWeek);

    public bool Suits(LocalTime time) => !(time < From) && !(time >= Before);

    public bool Suits(PlaceId? place) => AtNoPlace ? place is null : Place is null || place == Place;
}
