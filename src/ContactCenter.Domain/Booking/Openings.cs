using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Turns opening rules of local wall-clock time into instants, day by day in the practice's zone.</summary>
public static class Openings
{
    /// <summary>
    /// The stretches of one local date: start inclusive, end exclusive. A border that the clocks skip moves forward to the first instant after the
    /// gap; one that they show twice means the first time. Days of closure and public holidays have none.
    /// </summary>
    public static IEnumerable<(OpeningRule Rule, Instant Start, Instant End)> On(LocalDate date, Practitioner practitioner, BookingBook book)
    {
        if (IsClosed(date, book))
            yield break;
        foreach (var rule in practitioner.Openings.Where(r => r.HoldsOn(date)))
        {
            var start = Border(date + rule.From, book.Zone);
            var end = Border(date + rule.To, book.Zone);
            if (start < end)
                yield return (rule, start, end);
        }
    }

    public static bool IsClosed(LocalDate date, BookingBook book) =>
        book.Closures.Any(c => c.Covers(date)) || FrenchHolidays.On(date, book.Region) is not null;

    public static Instant Border(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, mapping =>
        mapping.Count == 0 ? zone.AtStartOfGap(mapping) : mapping.First()).ToInstant();

    private static ZonedDateTime AtStartOfGap(this DateTimeZone zone, NodaTime.TimeZones.ZoneLocalMapping gap) => gap.LateInterval.Start.InZone(zone);
}
