using NodaTime;

namespace ContactCenter.Domain.Practices;

/// <summary>
/// When a practice is open, in its own local time. What is decided for one date outranks what holds every week:
/// forced close, then the exceptional hours of the date, then dated closures, then public holidays, then the week.
/// </summary>
public sealed record OpeningHours
{
    /// <summary>How far ahead <see cref="NextOpening"/> looks, in days.</summary>
    public const int Horizon = 400;

    public required DateTimeZone Zone { get; init; }

    public required HolidayRegion Region { get; init; }

    /// <summary>The hours of each weekday, in ascending order and apart; a day that is not there is shut.</summary>
    public required IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> Week { get; init; }

    public IReadOnlyList<OpeningClosure> Closures { get; init; } = [];

    /// <summary>The hours of single dates, in place of all others; an empty list shuts the date.</summary>
    public IReadOnlyDictionary<LocalDate, IReadOnlyList<OpeningInterval>> Exceptions { get; init; } =
        new Dictionary<LocalDate, IReadOnlyList<OpeningInterval>>();

    /// <summary>While it runs the practice is shut. An interval without end runs until it is taken out.</summary>
    public Interval? ForcedClose { get; init; }

    public bool IsOpen(Instant instant) => At(instant) == OpeningState.Open;

    public OpeningState At(Instant instant)
    {
        if (ForcedClose is { } forced && forced.Contains(instant))
            return OpeningState.Forced;
        var date = instant.InZone(Zone).Date;
        return Covers(date, instant) ? OpeningState.Open : WhyShut(date);
    }

    /// <summary>
    /// The first instant, not before <paramref name="from"/>, at which the practice is open; null when there is none within
    /// <see cref="Horizon"/> days. It is <paramref name="from"/> itself when the practice is open then.
    /// </summary>
    public Instant? NextOpening(Instant from)
    {
        if (ForcedClose is { } forced && forced.Contains(from))
            return forced.HasEnd ? NextOpening(forced.End) : null;
        var first = from.InZone(Zone).Date;
        for (var day = 0; day <= Horizon; day++)
        {
            foreach (var open in OpenOn(first.PlusDays(day)))
            {
                if (open.End > from)
                    return Shut(Instant.Max(open.Start, from), open.End);
            }
        }

        return null;
    }

    /// <summary>When the practice, open at <paramref name="instant"/>, shuts; null when it is not open then.</summary>
    public Instant? ClosingAfter(Instant instant)
    {
        if (!IsOpen(instant))
            return null;
        var end = OpenOn(instant.InZone(Zone).Date).First(o => o.Contains(instant)).End;
        return ForcedClose is { HasStart: true } forced && forced.Start > instant ? Instant.Min(end, forced.Start) : end;
    }

    private Instant? Shut(Instant opening, Instant end) =>
        ForcedClose is { } forced && forced.Contains(opening)
            ? forced.HasEnd && forced.End < end ? forced.End : forced.HasEnd ? NextOpening(forced.End) : null
            : opening;

    private bool Covers(LocalDate date, Instant instant)
    {
        foreach (var open in OpenOn(date))
        {
            if (open.Contains(instant))
                return true;
        }

        return false;
    }

    private IEnumerable<Interval> OpenOn(LocalDate date) => HoursOn(date).Select(hours => hours.On(date, Zone));

    private IReadOnlyList<OpeningInterval> HoursOn(LocalDate date) =>
        Exceptions.TryGetValue(date, out var exceptional) ? exceptional
        : WhyShut(date) == OpeningState.OutOfHours ? Week.GetValueOrDefault(date.DayOfWeek, [])
        : [];

    /// <summary>The reason that a shut moment of the date is given; out of hours when nothing shuts the whole date.</summary>
    private OpeningState WhyShut(LocalDate date) =>
        Exceptions.TryGetValue(date, out var exceptional) ? exceptional.Count == 0 ? OpeningState.Closure : OpeningState.OutOfHours
        : Closures.Any(c => c.Covers(date)) ? OpeningState.Closure
        : FrenchHolidays.On(date, Region) is not null ? OpeningState.Holiday
        : OpeningState.OutOfHours;
}
