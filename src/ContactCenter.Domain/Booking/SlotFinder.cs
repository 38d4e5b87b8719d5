using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>
/// Proposes slots, the soonest first, after those of <see cref="SlotQuestion.First"/>; the database decides. What is taken becomes one bitmap for each practitioner and resource, openings are
/// cut out of it day by day, runs of the needed length are found by shifting, and what lies on the grid is left. Nothing is generated ahead.
/// </summary>
public static class SlotFinder
{
    public static IReadOnlyList<Slot> Find(SlotQuestion question, CalendarState calendar, BookingBook book)
    {
        if (Window(question, book) is not { } window)
            return [];
        var openings = new OpeningCalendar(book);
        return
        [
            .. book.Practitioners.Values
                .Where(p => question.Practitioners.Count == 0 || question.Practitioners.Contains(p.Id))
                .SelectMany(p => new PractitionerSearch(question, p, window, calendar, openings).Slots().Take(Math.Min(question.MostEach, question.Most)))
                .OrderBy(s => s.Practitioner != question.First).ThenBy(s => s.Start).ThenBy(s => s.Lane).ThenBy(s => s.Practitioner.Value, StringComparer.Ordinal)
                .Take(question.Most),
        ];
    }

    private static Interval? Window(SlotQuestion question, BookingBook book)
    {
        var (request, within) = (question.Request, question.Within);
        var earliest = request.Channel == BookingChannel.Practice ? request.Now : request.Now + TimeRules.NoticeFor(request, book);
        var from = Instant.Max(within.Start, earliest);
        var lastDay = request.Now.InZone(book.Zone).Date.PlusDays(book.HorizonDays);
        var to = request.Channel == BookingChannel.Practice
            ? within.End
            : Instant.Min(within.End, book.Zone.AtStartOfDay(lastDay.PlusDays(1)).ToInstant());
        return from < to ? new Interval(from, to) : null;
    }
}
