using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>When an event takes place, by the clock of its start: once, or as often as its rule says within a bounded time.</summary>
internal static class IcalRepetition
{
    // A rule that never comes true, such as the 30th of February, is given up after so many tries.
    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 1_000 };

    /// <summary>Null when it cannot be followed.</summary>
    /// <param name="last">The last day that is followed.</param>
    public static IReadOnlyList<LocalDateTime>? Of(IcalEvent read, LocalDate last, out bool goesOn)
    {
        goesOn = false;
        if (read.Read.RecurrenceIdentifier is { Range: RecurrenceRange.ThisAndFuture })
            return null;
        if (read.Replaces is not null || !Repeats(read.Read))
            return [read.Start];
        if (!IsFollowed(read.Read))
            return null;
        var without = read.Read.ExceptionDates.GetAllDates().Select(read.Local).ToHashSet();
        try
        {
            List<LocalDateTime> times = [];
            foreach (var time in InOrder(read))
            {
                if (goesOn = time.Date > last)
                    break;
                if (!without.Contains(time))
                    times.Add(time);
                if (times.Count > ImportLimits.Occurrences)
                    return null;
            }

            return times;
        }
        catch (EvaluationException)
        {
            return null;
        }
    }

    private static bool Repeats(CalendarEvent read) =>
        read.Properties.Any(p => p.Name is "RRULE" or "RDATE" or "EXRULE");

    private static bool IsFollowed(CalendarEvent read) =>
        read.Properties.Count(p => p.Name == "RRULE") <= 1
        && read.Properties.All(p => p.Name != "EXRULE")
        && read.RecurrenceDates.GetAllPeriods().All(p => p.StartTime.HasTime)
        && read.RecurrenceRule is not { Frequency: FrequencyType.Hourly or FrequencyType.Minutely or FrequencyType.Secondly }
        && read.RecurrenceRule is not { ByHour.Count: > 1 } and not { ByMinute.Count: > 1 } and not { BySecond.Count: > 1 };

    private static IEnumerable<LocalDateTime> InOrder(IcalEvent read)
    {
        var single = new SortedSet<LocalDateTime>(read.Read.RecurrenceDates.GetAllDates().Select(read.Local)) { read.Start };
        foreach (var time in ByRule(read))
        {
            while (single.Count > 0 && single.Min <= time)
                foreach (var earlier in Taken(single, time))
                    yield return earlier;
            yield return time;
        }

        foreach (var later in single)
            yield return later;
    }

    private static IEnumerable<LocalDateTime> Taken(SortedSet<LocalDateTime> single, LocalDateTime before)
    {
        var next = single.Min;
        single.Remove(next);
        if (next != before)
            yield return next;
    }

    /// <summary>Counted on a clock without zone: ten o'clock stays ten o'clock whatever the season.</summary>
    private static IEnumerable<LocalDateTime> ByRule(IcalEvent read)
    {
        if (read.Read.RecurrenceRule is not { } rule)
            return [];
        if (rule.Until is { HasTime: true, IsUtc: true } until)
            rule.Until = new CalDateTime(read.Local(until).ToDateTimeUnspecified(), null, true);
        var counted = new CalendarEvent { DtStart = new CalDateTime(read.Start.ToDateTimeUnspecified(), null, true), RecurrenceRule = rule };
        return counted.GetOccurrences(counted.DtStart, Bounded).Select(o => LocalDateTime.FromDateTime(o.Period.StartTime.Value));
    }
}
