using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>The rules about the moment at which a slot begins.</summary>
internal static class TimeRules
{
    public static IEnumerable<Finding> Check(BookingRequest request, Instant start, OpeningRule? rule, OpeningCalendar openings)
    {
        var book = openings.Book;
        if (!Step.IsOn(start))
            yield return new Finding(BookingRule.Grid, RuleStrength.Hard, book.Source) { Limit = Step.Minutes };
        else if (!openings.IsOnGrid(start, rule))
            yield return new Finding(BookingRule.Grid, RuleStrength.Soft, rule?.Source ?? book.Source) { Limit = rule?.GridMinutes ?? book.GridMinutes };
        if (start < request.Now)
            yield return new Finding(BookingRule.Past, RuleStrength.Hard);
        else if (!request.IsHeld && start < request.Now + NoticeFor(request, book))
            yield return new Finding(BookingRule.Notice, RuleStrength.Hard, book.Source) { Limit = (int)NoticeFor(request, book).TotalMinutes };
    }

    public static Duration NoticeFor(BookingRequest request, BookingBook book) => book.Notice.GetValueOrDefault(request.Channel, Duration.Zero);
}
