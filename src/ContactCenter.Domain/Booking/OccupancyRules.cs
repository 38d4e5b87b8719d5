using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Whether a slot's steps are free: of the practitioner, and of the rooms, devices and staff it needs.</summary>
internal static class OccupancyRules
{
    /// <summary>What stands in the way in one lane, the most telling first; null when nothing does.</summary>
    public static Finding? InTheWay(BookingRequest request, PractitionerId practitioner, int lane, int from, int to, CalendarState calendar, BookingBook book)
    {
        foreach (var entry in calendar.Of(practitioner).Where(e => (!e.IsBooking || e.Lane == lane) && e.Overlaps(from, to)).OrderBy(e => e.Kind))
            return new Finding(RuleOf(entry.Kind), RuleStrength.Hard) { Entry = entry };
        foreach (var entry in calendar.Of(practitioner).Where(e => e.IsBooking && e.Lane == lane))
        {
            var (before, after) = CalendarState.Gaps(entry, lane, request.Reason.Id, book);
            if (before + after > 0 && from < entry.To + after && entry.From - before < to)
                return GapFinding(entry, from >= entry.To, request.Reason.Id, book);
        }

        return null;
    }

    /// <summary>The resources to take for the needs of a reason, or the finding that one of them lacks.</summary>
    public static Finding? Choose(
        VisitReason reason, LocalDate date, int from, int to, CalendarState calendar, OpeningCalendar openings, out IReadOnlyList<ResourceId> chosen)
    {
        List<ResourceId> taken = [];
        chosen = taken;
        foreach (var need in reason.Needs)
        {
            var free = need.Of.Where(r => IsFree(r, date, from, to, calendar, openings)).Take(need.Count).ToList();
            if (free.Count < need.Count)
                return new Finding(BookingRule.ResourceTaken, RuleStrength.Hard, reason.Source) { Words = string.Join(", ", need.Of.Select(r => openings.Book.Resources[r].Name)), Limit = need.Count };
            taken.AddRange(free);
        }

        return null;
    }

    private static bool IsFree(ResourceId resource, LocalDate date, int from, int to, CalendarState calendar, OpeningCalendar openings)
    {
        var free = openings.Present(openings.Book.Resources[resource], date, from, to);
        foreach (var entry in calendar.Of(resource))
            free.Remove(entry.From, entry.To);
        free.KeepStarts(to - from);
        return free.Contains(from);
    }

    private static Finding GapFinding(CalendarEntry entry, bool comesBefore, VisitReasonId reason, BookingBook book)
    {
        var gap = comesBefore ? book.GapBetween(entry.Reason!.Value, reason) : book.GapBetween(reason, entry.Reason!.Value);
        return new Finding(BookingRule.GapKept, RuleStrength.Hard, gap!.Source) { Entry = entry, Limit = gap.Minutes };
    }

    private static BookingRule RuleOf(CalendarEntryKind kind) => kind switch
    {
        CalendarEntryKind.Appointment => BookingRule.Taken,
        CalendarEntryKind.Hold => BookingRule.Held,
        CalendarEntryKind.Absence => BookingRule.Absent,
        CalendarEntryKind.External => BookingRule.TakenElsewhere,
    };
}
