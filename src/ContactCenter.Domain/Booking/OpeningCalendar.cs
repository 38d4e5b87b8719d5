using ContactCenter.Domain.Practices;
using NodaTime;
using NodaTime.TimeZones;

namespace ContactCenter.Domain.Booking;

/// <summary>
/// Turns the opening rules of a book into instants, local date by local date. A border that the clocks skip moves forward by as much as they
/// do; one that they show twice means the first. Remembers the holidays of a year: make one for each search. Not thread-safe.
/// </summary>
public sealed class OpeningCalendar(BookingBook book)
{
    private readonly Dictionary<int, HashSet<LocalDate>> _holidays = [];
    private ZoneInterval? _stretch;

    public BookingBook Book => book;

    public bool IsHoliday(LocalDate date)
    {
        if (!_holidays.TryGetValue(date.Year, out var days))
            _holidays[date.Year] = days = [.. FrenchHolidays.Of(date.Year, book.Region).Select(h => h.Date)];
        return days.Contains(date);
    }

    public BookingClosure? ClosureOn(LocalDate date, PractitionerId practitioner) => book.Closures.FirstOrDefault(c => c.Covers(date, practitioner));

    /// <summary>The openings of a practitioner on a local date, apart; in no certain order.</summary>
    public IEnumerable<Opening> On(Practitioner practitioner, LocalDate date)
    {
        var extra = practitioner.ExtraOpenings.Count == 0 ? [] : practitioner.ExtraOpenings.Where(e => e.Date == date).Select(e => Expand(e.Rule, date));
        return (IsHoliday(date) || ClosureOn(date, practitioner.Id) is not null
            ? extra
            : practitioner.Openings.Where(r => r.HoldsOn(date)).Select(r => Expand(r, date)).Concat(extra)).OfType<Opening>();
    }

    /// <summary>Every opening that touches the interval.</summary>
    public IEnumerable<Opening> Between(Practitioner practitioner, Interval interval)
    {
        var last = interval.End.InZone(book.Zone).Date;
        for (var date = interval.Start.InZone(book.Zone).Date; date <= last; date = date.PlusDays(1))
        {
            foreach (var opening in On(practitioner, date).Where(o => o.Start < interval.End && o.End > interval.Start))
                yield return opening;
        }
    }

    /// <summary>The steps between two at which a resource is there.</summary>
    public StepSet Present(BookableResource resource, LocalDate date, int from, int to)
    {
        var present = new StepSet(from, to - from);
        if (resource.Openings.Count == 0)
            present.Add(from, to);
        foreach (var opening in On(resource, date))
            present.Add(opening.FirstStep, opening.EndStep);
        return present;
    }

    /// <summary>When a resource is there on a local date, as far as that is written down.</summary>
    public IEnumerable<Opening> On(BookableResource resource, LocalDate date) => IsHoliday(date) || ClosureOfAll(date) is not null
        ? []
        : resource.Openings.Where(r => r.HoldsOn(date)).Select(r => Expand(r, date)).OfType<Opening>();

    /// <summary>Why nobody at all consults on a date, holidays aside.</summary>
    public BookingClosure? ClosureOfAll(LocalDate date) => book.Closures.FirstOrDefault(c => c.Practitioners.Count == 0 && c.First <= date && date <= c.Last);

    /// <summary>Whether appointments in an opening of this grid may begin at that local time.</summary>
    public bool IsOnGrid(Instant start, OpeningRule? rule) =>
        TimeOfDay(start).TickOfDay % ((rule?.GridMinutes ?? book.GridMinutes) * NodaConstants.TicksPerMinute) == 0;

    /// <summary>What the practice's clock shows. The stretch between two changes of the clocks is kept: a search asks in the order of time, thousands of times.</summary>
    public LocalTime TimeOfDay(Instant instant)
    {
        if (_stretch?.Contains(instant) != true)
            _stretch = book.Zone.GetZoneInterval(instant);
        var local = (instant.ToUnixTimeTicks() + _stretch.WallOffset.Ticks) % NodaConstants.TicksPerDay;
        return LocalTime.FromTicksSinceMidnight(local < 0 ? local + NodaConstants.TicksPerDay : local);
    }

    private Opening? Expand(OpeningRule rule, LocalDate date)
    {
        var hours = rule.Hours.On(date, book.Zone);
        return hours.Start < hours.End ? new Opening(rule, date, hours.Start, hours.End) : null;
    }
}

/// <summary>An opening rule on one local date: start inclusive, end exclusive.</summary>
public sealed record Opening(OpeningRule Rule, LocalDate Date, Instant Start, Instant End)
{
    /// <summary>The first whole step of it.</summary>
    public int FirstStep => Step.AtOrAfter(Start);

    /// <summary>The step after the last whole one, exclusive.</summary>
    public int EndStep => Step.At(End);

    public bool Holds(Instant start, Instant end) => Start <= start && end <= End;
}
