using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>The rules about the opening in which a slot lies, or lies not.</summary>
internal static class OpeningRules
{
    /// <param name="opening">That in which the slot lies, the one that serves the reason first; null when there is none.</param>
    public static IEnumerable<Finding> Check(
        BookingRequest request, Practitioner practitioner, Instant start, Instant end, OpeningCalendar openings, out Opening? opening)
    {
        var date = start.InZone(openings.Book.Zone).Date;
        var ofDay = openings.On(practitioner, date).ToList();
        opening = ofDay.Where(o => o.Holds(start, end)).OrderByDescending(o => o.Rule.Serves(request.Reason)).FirstOrDefault();
        return opening is null
            ? [NoOpening(practitioner, start, date, ofDay, openings)]
            : [.. Serves(request, opening.Rule), .. Kept(request, opening.Rule, start, openings.Book.Zone)];
    }

    public static IEnumerable<Finding> Kept(BookingRequest request, OpeningRule rule, Instant start, DateTimeZone zone)
    {
        if (rule.Kept is not { } kept || request.MayDrawOn(kept.Pool))
            yield break;
        var opens = kept.OpensAt(request.Reason.Id, start, zone);
        if (opens is null || opens > request.Now)
            yield return new Finding(BookingRule.KeptForPool, RuleStrength.Hard, rule.Source) { Words = kept.Pool, Until = opens };
    }

    private static IEnumerable<Finding> Serves(BookingRequest request, OpeningRule rule)
    {
        if (rule.Mode == ConsultationMode.WalkIn)
            yield return new Finding(BookingRule.WalkIn, RuleStrength.Hard, rule.Source);
        else if (rule.Mode != request.Reason.Mode)
            yield return new Finding(BookingRule.OtherMode, RuleStrength.Hard, rule.Source);
        else if (!rule.Reasons.Includes(request.Reason.Id))
            yield return new Finding(BookingRule.OtherReasons, RuleStrength.Hard, rule.Source) { Reasons = rule.Reasons };
    }

    private static Finding NoOpening(Practitioner practitioner, Instant start, LocalDate date, List<Opening> ofDay, OpeningCalendar openings)
    {
        if (openings.ClosureOn(date, practitioner.Id) is { } closure && ofDay.Count == 0)
            return new Finding(BookingRule.Closure, RuleStrength.Hard, closure.Source) { Words = closure.Why };
        if (openings.IsHoliday(date) && ofDay.Count == 0)
            return new Finding(BookingRule.Holiday, RuleStrength.Hard, openings.Book.Source);
        return ofDay.Find(o => o.Start <= start && start < o.End) is { } tooShort
            ? new Finding(BookingRule.TooLong, RuleStrength.Hard, tooShort.Rule.Source)
            : new Finding(BookingRule.OutsideOpenings, RuleStrength.Hard, practitioner.Source);
    }
}
