using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>
/// The bands of a tariff laid over the instants of a period. A border that the clocks skip moves to the moment of the change; one that they
/// show twice means the first. Immutable; one look-up is a binary search over a month's borders.
/// </summary>
public sealed class BandCalendar
{
    private readonly long[] _starts;
    private readonly int[] _bands;
    private readonly long _end;

    public BandCalendar(IReadOnlyList<TimeBand> bands, BillingPeriod period, HolidayRegion region)
    {
        var borders = new List<(long At, int Band)>();
        for (var date = period.First; date <= period.Last; date = date.PlusDays(1))
        {
            var day = FrenchHolidays.On(date, region) is null ? BandHours.DayOf(date.DayOfWeek) : TariffDay.Holiday;
            var hours = bands.SelectMany((band, index) => band.Hours.Where(h => h.Day == day).Select(h => (h.From, Band: index)));
            foreach (var (from, band) in hours.OrderBy(h => h.From))
                Append(borders, StartOf(date, from, period.Zone), band);
        }

        _starts = [.. borders.Select(b => b.At)];
        _bands = [.. borders.Select(b => b.Band)];
        _end = period.Instants.End.ToUnixTimeSeconds();
    }

    /// <summary>First second of the period, in Unix time.</summary>
    public long Start => _starts[0];

    /// <summary>End of the period, exclusive, in Unix time.</summary>
    public long End => _end;

    /// <summary>The band of a second, or null when it lies outside the period.</summary>
    public int? BandAt(long second) => second < Start || second >= End ? null : _bands[IndexOf(second)];

    /// <summary>
    /// Adds the parts of <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), in Unix seconds, that lie in the period,
    /// in order of time. Neighbouring parts of one band come as one.
    /// </summary>
    public void Split(long from, long to, List<BandPart> parts)
    {
        from = Math.Max(from, Start);
        to = Math.Min(to, End);
        for (var i = from < to ? IndexOf(from) : 0; from < to; i++)
        {
            var until = i + 1 < _starts.Length ? Math.Min(to, _starts[i + 1]) : to;
            if (parts.Count > 0 && parts[^1].Band == _bands[i])
                parts[^1] = parts[^1] with { Seconds = parts[^1].Seconds + until - from };
            else
                parts.Add(new BandPart(_bands[i], until - from));
            from = until;
        }
    }

    private int IndexOf(long second)
    {
        var found = Array.BinarySearch(_starts, second);
        return found >= 0 ? found : ~found - 1;
    }

    private static long StartOf(LocalDate date, int minute, DateTimeZone zone)
    {
        if (minute == 0)
            return zone.AtStartOfDay(date).ToInstant().ToUnixTimeSeconds();
        var mapping = zone.MapLocal(date.AtMidnight().PlusMinutes(minute));
        return (mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant()).ToUnixTimeSeconds();
    }

    // A band that the clocks skip altogether begins where the next one does, and is no band of that day. Equal neighbours are one.
    private static void Append(List<(long At, int Band)> borders, long at, int band)
    {
        if (borders.Count > 0 && borders[^1].At >= at)
            borders.RemoveAt(borders.Count - 1);
        if (borders.Count == 0 || borders[^1].Band != band)
            borders.Add((at, band));
    }
}

/// <summary>Seconds of one stretch in one band.</summary>
public readonly record struct BandPart(int Band, long Seconds);
