using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Rules that cannot both be kept, so that something of the file can never happen: each alone is sound.</summary>
internal static class BookingContradictions
{
    // Longer than this an opening that holds in one week of two has come about, whatever the year's last week.
    private const int LongestDoubt = 28;

    public static void Run(BookingBook book, DiagnosticBag bag)
    {
        foreach (var opening in book.Practitioners.Values.SelectMany(p => p.Openings).Concat(book.Resources.Values.SelectMany(r => r.Openings)).Where(HoldsOnNoDate))
            bag.Report(BookingCodes.HoldsOnNoDate, opening.Source.Span);
        foreach (var notice in book.Notice.Values.Where(n => n >= Duration.FromDays(book.HorizonDays + 1)).Take(1))
            bag.Report(BookingCodes.NoticeBeyondHorizon, book.Source.Span, notice.TotalMinutes, book.HorizonDays);
        foreach (var practitioner in book.Practitioners.Values.Where(p => !book.Reasons.Values.Any(r => r.Durations.Practitioners.Contains(p.Id))))
            bag.Report(BookingCodes.NothingToBook, practitioner.Source.Span, practitioner.Id);
        foreach (var substitute in book.Substitutions.Where(s => TakesNobody(s, book)))
            bag.Report(BookingCodes.SubstituteTakesNobody, substitute.Source.Span, substitute.Name);
        foreach (var reason in book.Reasons.Values)
        {
            foreach (var practitioner in reason.Durations.Practitioners.Select(p => book.Practitioners[p]))
            {
                Ages(reason, practitioner, bag);
                NewPatients(reason, practitioner, bag);
                Needs(reason, practitioner, book, bag);
            }
        }
    }

    private static bool HoldsOnNoDate(OpeningRule opening) =>
        opening is { First: { } first, Last: { } last } && first <= last && Period.DaysBetween(first, last) is var days && days < LongestDoubt
        && !Enumerable.Range(0, days + 1).Any(n => opening.HoldsOn(first.PlusDays(n)));

    private static void Ages(VisitReason reason, Practitioner practitioner, DiagnosticBag bag)
    {
        var hard = HardAges(reason, practitioner);
        if (hard is [var one, var other] && !Meet(one, other))
        {
            bag.Report(BookingCodes.NobodyOfThatAge, reason.Source.Span, reason.Id, practitioner.Id);
            return;
        }

        foreach (var row in reason.Durations.Rows.Where(r => r.Practitioner == practitioner.Id && r.Ages is { } ages && !hard.TrueForAll(band => Meet(band, ages))))
            bag.Report(BookingCodes.AgeRowNeverUsed, reason.Source.Span, reason.Id, practitioner.Id, row.Minutes);
    }

    private static List<AgeBand> HardAges(VisitReason reason, Practitioner practitioner) =>
        [.. new[] { reason.Ages, practitioner.Ages }.OfType<AgeRule>().Where(a => a.Strength == RuleStrength.Hard).Select(a => a.Band)];

    private static bool TakesNobody(Substitution substitute, BookingBook book)
    {
        var taken = book.Reasons.Values.Where(r => substitute.Reasons.Includes(r.Id) && r.Durations.Practitioners.Contains(substitute.For)).ToList();
        return substitute.Ages is { } ages && taken.Count > 0
            && taken.TrueForAll(r => HardAges(r, book.Practitioners[substitute.For]).Exists(band => !Meet(band, ages)));
    }

    private static bool Meet(AgeBand one, AgeBand other) => !(other.UnderMonths <= one.FromMonths) && !(one.UnderMonths <= other.FromMonths);

    private static void NewPatients(VisitReason reason, Practitioner practitioner, DiagnosticBag bag)
    {
        var neverTaken = new[] { reason.NewPatients, practitioner.NewPatients }.Any(n => n?.Strength == RuleStrength.Hard);
        if (neverTaken && reason.Durations.Rows.Any(r => r.Practitioner == practitioner.Id && r.NewPatientMinutes is not null))
            bag.Report(BookingCodes.NewPatientsNeverTaken, reason.Source.Span, reason.Id, practitioner.Id);
    }

    /// <summary>Each need must be there during some opening that serves the reason, for as long as the visit takes.</summary>
    private static void Needs(VisitReason reason, Practitioner practitioner, BookingBook book, DiagnosticBag bag)
    {
        var minutes = reason.Durations.Shortest(practitioner.Id)!.Value;
        var serving = practitioner.Openings.Concat(practitioner.ExtraOpenings.Select(e => e.Rule)).Where(o => o.Serves(reason) && Together(o, o) >= minutes).ToList();
        foreach (var need in reason.Needs.Where(n => serving.Count > 0 && !serving.Exists(o => n.Of.Count(r => IsThere(book.Resources[r], o, minutes)) >= n.Count)))
            bag.Report(BookingCodes.NeedNeverThere, reason.Source.Span, reason.Id, practitioner.Id, string.Join(", ", need.Of));
    }

    private static bool IsThere(BookableResource resource, OpeningRule opening, int minutes) =>
        resource.Openings.Count == 0 || resource.Openings.Any(there => MayCoincide(there, opening) && Together(there, opening) >= minutes);

    private static bool MayCoincide(OpeningRule one, OpeningRule other) =>
        one.Days.Overlaps(other.Days)
        && (one.Weeks == other.Weeks || one.Weeks == WeekParity.Every || other.Weeks == WeekParity.Every)
        && !(one.Last < other.First) && !(other.Last < one.First);

    /// <summary>Minutes of one day that both cover.</summary>
    private static long Together(OpeningRule one, OpeningRule other) =>
        Math.Min(End(one), End(other)) - Math.Max(Minute(one.Hours.Start), Minute(other.Hours.Start));

    private static long End(OpeningRule rule) => rule.Hours.End == LocalTime.Midnight ? 24 * 60 : Minute(rule.Hours.End);

    private static long Minute(LocalTime time) => time.TickOfDay / NodaConstants.TicksPerMinute;
}
