using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Intended overbooking: which lanes beside the ordinary one are open to a request on a date.</summary>
internal static class OverbookingRules
{
    /// <summary>The rules that may open a lane for the request, whether used up or not.</summary>
    public static IEnumerable<Overbooking> For(BookingRequest request, PractitionerId practitioner, LocalDate date, BookingBook book) =>
        request.Overbook
            ? book.Overbookings.Where(o => o.Practitioner == practitioner && o.Reasons.Includes(request.Reason.Id) && !book.IsSuspended(o.Name, date))
            : [];

    public static bool IsUsedUp(Overbooking rule, LocalDate date, CalendarState calendar, BookingBook book)
    {
        var from = Step.At(book.Zone.AtStartOfDay(date).ToInstant());
        var to = Step.At(book.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
        return calendar.Of(rule.Practitioner).Count(e =>
            e is { IsBooking: true, Lane: > 0, Reason: { } reason } && rule.Reasons.Includes(reason) && e.From >= from && e.From < to) >= rule.MostPerDay;
    }

    public static bool IsWithinHours(Overbooking rule, Instant start, DateTimeZone zone) =>
        rule.Hours is not { } hours || hours.On(start.InZone(zone).Date, zone).Contains(start);

    /// <summary>What a slot in a lane of this rule asks for.</summary>
    public static Finding Asks(Overbooking rule) => new(BookingRule.Overbooked, rule.Strength, rule.Source) { Words = rule.Label };

    public static Finding UsedUp(Overbooking rule) => new(BookingRule.OverbookingUsedUp, RuleStrength.Hard, rule.Source) { Words = rule.Label, Limit = rule.MostPerDay };
}
