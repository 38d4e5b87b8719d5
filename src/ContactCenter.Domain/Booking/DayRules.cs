using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>The rules that look at the local date of a slot and at nothing finer.</summary>
internal static class DayRules
{
    public static IEnumerable<Finding> Check(BookingRequest request, Practitioner practitioner, LocalDate date, CalendarState calendar, BookingBook book) =>
    [
        .. Horizon(request, date, book),
        .. Ages(request, practitioner, date),
        .. Spacing(request, date),
        .. Missed(request, date, book),
        .. Substitute(request, practitioner, date, book),
        .. Quotas(request, practitioner, date, calendar, book),
    ];

    private static IEnumerable<Finding> Horizon(BookingRequest request, LocalDate date, BookingBook book)
    {
        var opens = date.PlusDays(-book.HorizonDays);
        if (opens > request.Now.InZone(book.Zone).Date)
            yield return new Finding(BookingRule.Horizon, RuleStrength.Hard, book.Source) { Limit = book.HorizonDays, Until = book.Zone.AtStartOfDay(opens).ToInstant() };
    }

    private static IEnumerable<Finding> Ages(BookingRequest request, Practitioner practitioner, LocalDate date)
    {
        if (request.Patient.Born is not { } born)
            yield break;
        foreach (var rule in new[] { practitioner.Ages, request.Reason.Ages }.OfType<AgeRule>().Where(r => !r.Band.Includes(born, date)))
            yield return new Finding(BookingRule.Ages, rule.Strength, rule.Source);
    }

    private static IEnumerable<Finding> Spacing(BookingRequest request, LocalDate date)
    {
        if (request.Reason.Spacing is { } rule && request.Patient.Visits.Any(v => rule.Reasons.Includes(v.Reason) && Math.Abs(Period.DaysBetween(v.Date, date)) < rule.Days))
            yield return new Finding(BookingRule.Spacing, rule.Strength, rule.Source) { Limit = rule.Days };
    }

    private static IEnumerable<Finding> Missed(BookingRequest request, LocalDate date, BookingBook book)
    {
        if (book.Missed is { } rule && request.Patient.Missed.Count(d => d > date.PlusMonths(-rule.Months)) >= rule.Most)
            yield return new Finding(BookingRule.MissedAppointments, rule.Strength, rule.Source) { Limit = rule.Most };
    }

    private static IEnumerable<Finding> Substitute(BookingRequest request, Practitioner practitioner, LocalDate date, BookingBook book)
    {
        if (book.SubstituteOn(date, practitioner.Id) is not { } substitute)
            yield break;
        if (!substitute.Reasons.Includes(request.Reason.Id))
            yield return new Finding(BookingRule.SubstituteReasons, RuleStrength.Hard, substitute.Source) { Words = substitute.Name, Reasons = substitute.Reasons };
        if (substitute.KnownPatientsOnly && request.Patient.IsNewWith(practitioner.Id))
            yield return new Finding(BookingRule.SubstituteNewPatients, RuleStrength.Hard, substitute.Source) { Words = substitute.Name };
        if (substitute.Ages is { } band && request.Patient.Born is { } born && !band.Includes(born, date))
            yield return new Finding(BookingRule.SubstituteAges, RuleStrength.Hard, substitute.Source) { Words = substitute.Name };
    }

    private static IEnumerable<Finding> Quotas(BookingRequest request, Practitioner practitioner, LocalDate date, CalendarState calendar, BookingBook book)
    {
        foreach (var quota in book.Quotas)
        {
            if (quota.Concerns(practitioner.Id, request.Reason.Id, request.Patient.IsNewWith(practitioner.Id)) && !book.IsSuspended(quota.Name, date)
                && Used(quota, practitioner.Id, date, calendar, book) >= quota.Most)
                yield return new Finding(BookingRule.QuotaReached, quota.Strength, quota.Source) { Words = quota.Label, Limit = quota.Most };
        }
    }

    private static int Used(Quota quota, PractitionerId practitioner, LocalDate date, CalendarState calendar, BookingBook book)
    {
        var period = quota.PeriodOf(date);
        var from = Step.At(book.Zone.AtStartOfDay(period.Start).ToInstant());
        var to = Step.At(book.Zone.AtStartOfDay(period.End.PlusDays(1)).ToInstant());
        return calendar.Entries.Count(e =>
            e is { Kind: CalendarEntryKind.Appointment, Practitioner: { } other, Reason: { } reason } && e.From >= from && e.From < to
            && quota.CountsTogether(practitioner, other) && quota.Concerns(other, reason, e.IsNewPatient));
    }
}
