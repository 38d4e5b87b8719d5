using NodaTime;

namespace ContactCenter.Domain.Practices;

/// <summary>
/// A stretch of one local day, from <paramref name="Start"/> (included) to <paramref name="End"/> (excluded). An end at midnight is
/// the end of that day.
/// </summary>
public readonly record struct OpeningInterval(LocalTime Start, LocalTime End)
{
    /// <summary>
    /// The stretch as instants. A local time that the clocks skip moves forward by as much as they do; one that comes twice means
    /// the first.
    /// </summary>
    public Interval On(LocalDate date, DateTimeZone zone)
    {
        var endDate = End == LocalTime.Midnight ? date.PlusDays(1) : date;
        var start = zone.AtLeniently(date.At(Start)).ToInstant();
        return new Interval(start, Instant.Max(start, zone.AtLeniently(endDate.At(End)).ToInstant()));
    }

    public override string ToString() => $"{Start:HH':'mm}-{End:HH':'mm}";
}
