using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Slots kept for a pool, such as the urgent cases of the day, and the ladder by which they open to others.</summary>
/// <param name="Pool">Who asks from this pool may book at once.</param>
/// <param name="Releases">In the order written.</param>
public sealed record KeptSlots(string Pool, IReadOnlyList<SlotRelease> Releases)
{
    /// <summary>When a slot that begins at <paramref name="start"/> opens to a reason outside the pool; null: never.</summary>
    public Instant? OpensAt(VisitReasonId reason, Instant start, DateTimeZone zone)
    {
        Instant? earliest = null;
        foreach (var release in Releases.Where(r => r.To.Includes(reason)))
        {
            var opens = release.OpensAt(start, zone);
            earliest = earliest is { } other ? Instant.Min(other, opens) : opens;
        }

        return earliest;
    }
}

/// <summary>One rung: from some moment before the slot on, these reasons may book it.</summary>
public abstract record SlotRelease(ReasonSet To)
{
    public abstract Instant OpensAt(Instant slotStart, DateTimeZone zone);
}

/// <summary>So many days before the slot's local date, at a local time: the day before at 18:00.</summary>
public sealed record DayBeforeRelease(ReasonSet To, int Days, LocalTime At) : SlotRelease(To)
{
    public override Instant OpensAt(Instant slotStart, DateTimeZone zone) =>
        zone.AtLeniently(slotStart.InZone(zone).Date.PlusDays(-Days).At(At)).ToInstant();
}

/// <summary>So long before the slot begins: two hours before.</summary>
public sealed record HoursBeforeRelease(ReasonSet To, Duration Before) : SlotRelease(To)
{
    public override Instant OpensAt(Instant slotStart, DateTimeZone zone) => slotStart - Before;
}
