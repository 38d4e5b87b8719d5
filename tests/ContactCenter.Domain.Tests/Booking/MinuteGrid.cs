using System.Globalization;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>
/// The oracle: asks every rule of every minute, minute by minute, with none of the finder's parts. Slow on purpose, and written from the
/// rules' descriptions alone. It stays in one file: who checks it reads it beside those descriptions, from top to bottom.
/// </summary>
internal sealed class MinuteGrid(SlotQuestion question, CalendarState calendar, BookingBook book)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly Dictionary<LocalDateTime, Instant> _borders = [];
    private readonly Dictionary<LocalDate, int> _months = [];
    private readonly Dictionary<(PractitionerId, LocalDate), List<OpeningRule>> _rules = [];
    private readonly BookingRequest _request = question.Request;

    public List<GridSlot> Find()
    {
        var found = new List<GridSlot>();
        foreach (var practitioner in book.Practitioners.Values.Where(p => question.Practitioners.Count == 0 || question.Practitioners.Contains(p.Id)))
        {
            for (var minute = question.Within.Start; minute < question.Within.End; minute += Minute)
            {
                if (At(practitioner, minute) is { } slot)
                    found.Add(slot);
            }
        }

        return [.. found.OrderBy(s => s.Start).ThenBy(s => s.Lane).ThenBy(s => s.Practitioner.Value, StringComparer.Ordinal)];
    }

    private GridSlot? At(Practitioner practitioner, Instant start)
    {
        var local = start.InZone(book.Zone).LocalDateTime;
        if (local.Minute % 5 != 0 || (question.Days.Count > 0 && !question.Days.Contains(local.DayOfWeek)) || local.TimeOfDay < question.From || local.TimeOfDay >= question.Before || RulesOf(practitioner, local.Date).Count == 0)
            return null;
        var isNew = IsNew(practitioner);
        if (Length(practitioner, isNew, local.Date) is not { } minutes)
            return null;
        var end = start + Duration.FromMinutes(minutes);
        var rule = RulesOf(practitioner, local.Date).FirstOrDefault(r =>
            r.Mode == _request.Reason.Mode && r.Mode != ConsultationMode.WalkIn && r.Reasons.Includes(_request.Reason.Id)
            && (question.Place is null || r.Place == question.Place)
            && Border(local.Date, r.Hours.Start) <= start && end <= Border(r.Hours.End == LocalTime.Midnight ? local.Date.PlusDays(1) : local.Date, r.Hours.End));
        if (rule is null || ((local.Hour * 60) + local.Minute) % (rule.GridMinutes ?? book.GridMinutes) != 0)
            return null;
        var asks = Weigh([.. OfPatient(practitioner, isNew, local.Date), .. OfTime(start, local.Date, rule), .. OfQuotas(practitioner, isNew, local.Date)]);
        if (asks == RuleStrength.Hard || Lane(practitioner, start, end, local) is not { } lane || !HasResources(start, end, local.Date))
            return null;
        return new GridSlot(practitioner.Id, start, end, lane.Number, lane.Asks is { } more && !(asks > more) ? Weigh([more]) : asks);
    }

    /// <summary>The practice may justify what others may not do.</summary>
    private RuleStrength? Weigh(RuleStrength[] found) =>
        found.Length == 0 ? null : _request.Channel == BookingChannel.Practice ? RuleStrength.Soft : found.Max();

    private bool IsNew(Practitioner practitioner) =>
        _request.Patient.SaidToBeNew ?? (_request.Patient.SeenBy is not null && !_request.Patient.SeenBy.Contains(practitioner.Id));

    private int? Length(Practitioner practitioner, bool isNew, LocalDate date)
    {
        var rows = _request.Reason.Durations.Rows.Where(r => r.Practitioner == practitioner.Id).ToList();
        if (!rows.Exists(r => r.Ages is null))
            return null;
        var row = rows.Find(r => r.Ages is not null && IsOfAge(r.Ages, date) == true) ?? rows.Find(r => r.Ages is null)!;
        return isNew ? row.NewPatientMinutes ?? row.Minutes : row.Minutes;
    }

    /// <summary>By birthdays, month after month; null when the age is unknown.</summary>
    private bool? IsOfAge(AgeBand band, LocalDate date)
    {
        if (_request.Patient.Born is not { } born)
            return null;
        if (!_months.TryGetValue(date, out var months))
        {
            while (HasPassed(born.Day, months + 1, date))
                months++;
            _months[date] = months;
        }

        return months >= band.FromMonths && (band.UnderMonths is null || months < band.UnderMonths);
    }

    private static bool HasPassed(LocalDate born, int months, LocalDate date)
    {
        var month = new YearMonth(born.Year, born.Month).PlusMonths(months);
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        return date >= (born.Day <= length ? month.OnDayOfMonth(born.Day) : month.PlusMonths(1).OnDayOfMonth(1));
    }

    private List<OpeningRule> RulesOf(Practitioner practitioner, LocalDate date)
    {
        if (!_rules.TryGetValue((practitioner.Id, date), out var rules))
            _rules[(practitioner.Id, date)] = rules = [.. ReadRules(practitioner, date)];
        return rules;
    }

    private IEnumerable<OpeningRule> ReadRules(Practitioner practitioner, LocalDate date)
    {
        foreach (var extra in practitioner.ExtraOpenings.Where(e => e.Date == date))
            yield return extra.Rule;
        if (FrenchHolidays.On(date, book.Region) is not null)
            yield break;
        if (book.Closures.Any(c => date >= c.First && date <= c.Last && (c.Practitioners.Count == 0 || c.Practitioners.Contains(practitioner.Id))))
            yield break;
        foreach (var rule in practitioner.Openings.Where(r => IsOn(r, date)))
            yield return rule;
    }

    private static bool IsOn(OpeningRule rule, LocalDate date)
    {
        var week = ISOWeek.GetWeekOfYear(date.ToDateTimeUnspecified());
        return rule.Days.Contains(date.DayOfWeek)
            && (rule.First is null || date >= rule.First) && (rule.Last is null || date <= rule.Last)
            && (rule.Weeks == WeekParity.Every || (rule.Weeks == WeekParity.Even) == (week % 2 == 0));
    }

    /// <summary>The first minute at which the wall clock shows the border; skipped, it moves on by the hour that the clocks skip.</summary>
    private Instant Border(LocalDate date, LocalTime time)
    {
        if (!_borders.TryGetValue(date.At(time), out var border))
            _borders[date.At(time)] = border = FirstShowing(date.At(time)) ?? FirstShowing(date.At(time).PlusHours(1))!.Value;
        return border;
    }

    private Instant? FirstShowing(LocalDateTime local)
    {
        var about = local.InUtc().ToInstant();
        for (var minute = about - Duration.FromHours(6); minute < about + Duration.FromHours(6); minute += Minute)
        {
            if (minute.InZone(book.Zone).LocalDateTime == local)
                return minute;
        }

        return null;
    }

    private IEnumerable<RuleStrength> OfPatient(Practitioner practitioner, bool isNew, LocalDate date)
    {
        var (reason, patient) = (_request.Reason, _request.Patient);
        var permission = _request.Channel switch { BookingChannel.Agent => reason.Agents, BookingChannel.Online => reason.Online, _ => BookingPermission.AtOnce };
        if (permission == BookingPermission.No)
            yield return RuleStrength.Hard;
        if (permission == BookingPermission.WithApproval || patient.Flags.HasFlag(PatientFlags.AskPracticeFirst))
            yield return RuleStrength.Approval;
        if (isNew && practitioner.NewPatients is { } byPractitioner)
            yield return byPractitioner.Strength;
        if (isNew && reason.NewPatients is { } byReason)
            yield return byReason.Strength;
        if (practitioner.Ages is { } ages && IsOfAge(ages.Band, date) == false)
            yield return ages.Strength;
        if (reason.Ages is { } own && IsOfAge(own.Band, date) == false)
            yield return own.Strength;
        if (reason.Referral is { } referral && !patient.HasReferral)
            yield return referral.Strength;
        if (reason.Spacing is { } spacing && patient.Visits.Any(v => spacing.Reasons.Includes(v.Reason) && Days(v.Date, date) < spacing.Days))
            yield return spacing.Strength;
        if (book.Missed is { } missed && patient.Missed.Count(d => d > date.PlusMonths(-missed.Months)) >= missed.Most)
            yield return missed.Strength;
        if (book.Substitutions.FirstOrDefault(s => s.For == practitioner.Id && date >= s.First && date <= s.Last) is { } substitute
            && (!substitute.Reasons.Includes(reason.Id) || (substitute.KnownPatientsOnly && isNew)
                || (substitute.Ages is { } taken && IsOfAge(taken, date) == false)))
            yield return RuleStrength.Hard;
    }

    private static int Days(LocalDate one, LocalDate other) => Math.Abs((int)(one.ToDateTimeUnspecified() - other.ToDateTimeUnspecified()).TotalDays);

    private IEnumerable<RuleStrength> OfTime(Instant start, LocalDate date, OpeningRule rule)
    {
        if (start < _request.Now)
            throw new InvalidOperationException("The question reaches into the past.");
        if (book.Notice.TryGetValue(_request.Channel, out var notice) && start < _request.Now + notice)
            yield return RuleStrength.Hard;
        if (Days(date, _request.Now.InZone(book.Zone).Date) > book.HorizonDays)
            yield return RuleStrength.Hard;
        if (rule.Kept is { } kept && _request.Reason.Pool != kept.Pool && !_request.Pools.Contains(kept.Pool)
            && !kept.Releases.Any(r => r.To.Includes(_request.Reason.Id) && _request.Now >= Opens(r, start, date)))
            yield return RuleStrength.Hard;
    }

    private Instant Opens(SlotRelease release, Instant start, LocalDate date) => release switch
    {
        HoursBeforeRelease hours => start - hours.Before,
        DayBeforeRelease day => Border(date.PlusDays(-day.Days), day.At),
        _ => throw new InvalidOperationException(release.GetType().Name),
    };

    private IEnumerable<RuleStrength> OfQuotas(Practitioner practitioner, bool isNew, LocalDate date)
    {
        foreach (var quota in book.Quotas.Where(q => Names(q.Practitioners, practitioner.Id) && q.Reasons.Includes(_request.Reason.Id)
            && (q.Patients == QuotaPatients.All || isNew) && !Suspended(q.Name, date)))
        {
            var used = calendar.Entries.Count(e => e.Kind == CalendarEntryKind.Appointment && quota.Reasons.Includes(e.Reason!.Value)
                && (quota.Patients == QuotaPatients.All || e.IsNewPatient) && SamePeriod(quota.Period, DateOf(e), date)
                && (e.Practitioner == practitioner.Id || (quota.Together && Names(quota.Practitioners, e.Practitioner!.Value))));
            if (used >= quota.Most)
                yield return quota.Strength;
        }
    }

    private static bool Names(IReadOnlyList<PractitionerId> named, PractitionerId practitioner) => named.Count == 0 || named.Contains(practitioner);

    private bool Suspended(string rule, LocalDate date) => book.Suspensions.Any(s => s.Rule == rule && date >= s.First && date <= s.Last);

    private static bool SamePeriod(QuotaPeriod period, LocalDate one, LocalDate other) => period == QuotaPeriod.Day
        ? one == other
        : ISOWeek.GetWeekOfYear(one.ToDateTimeUnspecified()) == ISOWeek.GetWeekOfYear(other.ToDateTimeUnspecified())
            && ISOWeek.GetYear(one.ToDateTimeUnspecified()) == ISOWeek.GetYear(other.ToDateTimeUnspecified());

    private LocalDate DateOf(CalendarEntry entry) => Instant.FromUnixTimeSeconds(entry.From * 300L).InZone(book.Zone).Date;

    /// <summary>The ordinary lane, or the first one that overbooking opens; null when none is free.</summary>
    private (int Number, RuleStrength? Asks)? Lane(Practitioner practitioner, Instant start, Instant end, LocalDateTime local)
    {
        if (IsFree(practitioner, 0, start, end))
            return (0, null);
        if (!_request.Overbook)
            return null;
        foreach (var rule in book.Overbookings.Where(o => o.Practitioner == practitioner.Id && o.Reasons.Includes(_request.Reason.Id) && !Suspended(o.Name, local.Date)
            && (o.Hours is not { } hours || (Border(local.Date, hours.Start) <= start && start < Border(local.Date, hours.End)))))
        {
            var used = calendar.Entries.Count(e => e.Practitioner == practitioner.Id && e.Lane > 0 && DateOf(e) == local.Date && rule.Reasons.Includes(e.Reason!.Value));
            for (var lane = 1; used < rule.MostPerDay && lane <= rule.Lanes; lane++)
            {
                if (IsFree(practitioner, lane, start, end))
                    return (lane, rule.Strength);
            }
        }

        return null;
    }

    private bool IsFree(Practitioner practitioner, int lane, Instant start, Instant end)
    {
        foreach (var entry in calendar.Entries.Where(e => e.Practitioner == practitioner.Id))
        {
            var isBooking = entry.Kind is CalendarEntryKind.Appointment or CalendarEntryKind.Hold;
            if (isBooking && entry.Lane != lane)
                continue;
            var (busyFrom, busyTo) = (Instant.FromUnixTimeSeconds(entry.From * 300L), Instant.FromUnixTimeSeconds(entry.To * 300L));
            for (var minute = start; busyFrom < end && start < busyTo && minute < end; minute += Minute)
            {
                if (minute >= busyFrom && minute < busyTo)
                    return false;
            }

            if (isBooking && lane == 0 && ((busyTo <= start && start - busyTo < GapAfter(entry.Reason!.Value, _request.Reason.Id))
                || (end <= busyFrom && busyFrom - end < GapAfter(_request.Reason.Id, entry.Reason!.Value))))
                return false;
        }

        return true;
    }

    private Duration GapAfter(VisitReasonId earlier, VisitReasonId later) =>
        Duration.FromMinutes(book.Gaps.Where(g => g.After.Includes(earlier) && g.Before.Includes(later)).Select(g => g.Minutes).DefaultIfEmpty(0).Max());

    private bool HasResources(Instant start, Instant end, LocalDate date) =>
        _request.Reason.Needs.All(need => need.Of.Count(r => IsThere(book.Resources[r], start, end, date)) >= need.Count);

    private bool IsThere(BookableResource resource, Instant start, Instant end, LocalDate date)
    {
        for (var minute = start; minute < end; minute += Minute)
        {
            var step = (int)(minute.ToUnixTimeSeconds() / 300);
            if (calendar.Entries.Any(e => e.Resources.Contains(resource.Id) && e.From <= step && step < e.To))
                return false;
            if (resource.Openings.Count > 0 && (IsShut(date) || !resource.Openings.Any(r => IsOn(r, date)
                && Border(date, r.Hours.Start) <= minute && minute < Border(r.Hours.End == LocalTime.Midnight ? date.PlusDays(1) : date, r.Hours.End))))
                return false;
        }

        return true;
    }

    private bool IsShut(LocalDate date) =>
        FrenchHolidays.On(date, book.Region) is not null || book.Closures.Any(c => c.Practitioners.Count == 0 && date >= c.First && date <= c.Last);
}
