using NodaTime;

namespace ContactCenter.Domain.Booking.Waiting;

/// <summary>When a waiting patient can come. What she did not say does not narrow.</summary>
public sealed record Wishes
{
    public static Wishes None { get; } = new();

    /// <summary>Null: any who offers the reason.</summary>
    public PractitionerId? Practitioner { get; init; }

    /// <summary>Empty: every day.</summary>
    public IReadOnlySet<IsoDayOfWeek> Days { get; init; } = new HashSet<IsoDayOfWeek>();

    /// <summary>Local time of day at which the visit begins, earliest inclusive; null: any.</summary>
    public LocalTime? From { get; init; }

    /// <summary>Local time of day before which the visit begins, exclusive; null: any.</summary>
    public LocalTime? Before { get; init; }

    /// <summary>The first day that helps, inclusive; null: today.</summary>
    public LocalDate? NotBefore { get; init; }

    /// <summary>The last day that helps, inclusive.</summary>
    public LocalDate? Until { get; init; }

    /// <param name="start">Local.</param>
    public bool Admit(PractitionerId practitioner, LocalDateTime start) =>
        (Practitioner is null || Practitioner == practitioner)
        && (Days.Count == 0 || Days.Contains(start.DayOfWeek))
        && !(start.TimeOfDay < From) && !(start.TimeOfDay >= Before)
        && !(start.Date < NotBefore) && !(start.Date > Until);

    /// <summary>How many of her wishes the slot answers that an open mind would not have: it was harder to find for her.</summary>
    public int Named => (Practitioner is null ? 0 : 2) + (Days.Count is 0 or 7 ? 0 : 1) + (From is null && Before is null ? 0 : 1);
}
