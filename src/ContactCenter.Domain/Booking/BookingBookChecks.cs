using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>What can only be seen of the whole: openings that collide, reasons that can never be booked, rules that concern nothing.</summary>
public static class BookingBookChecks
{
    internal static void Run(BookingBook book, DiagnosticBag bag)
    {
        foreach (var practitioner in book.Practitioners.Values)
        {
            Overlaps(practitioner.Openings, bag);
            ExtraOverlaps(practitioner, book, bag);
        }

        foreach (var resource in book.Resources.Values)
            Overlaps(resource.Openings, bag);
        foreach (var reason in book.Reasons.Values)
            CanBeBooked(reason, book, bag);
        Pools(book, bag);
        Substitutions(book, bag);
        foreach (var quota in book.Quotas.Where(q => !book.Reasons.Values.Any(r => r.Durations.Practitioners.Any(p => q.Concerns(p, r.Id, isNew: true)))))
            bag.Report(BookingCodes.QuotaNeverReached, quota.Source.Span);
        if (book.Neighbours is { } consent && book.Places.Values.All(p => p.Position is null))
            bag.Report(BookingCodes.SharesFromNowhere, consent.Source.Span);
        BookingContradictions.Run(book, bag);
    }

    /// <summary>What has run out, seen from a day: warnings, so that a file is not refused overnight.</summary>
    public static IReadOnlyList<ScriptDiagnostic> OverOn(LocalDate today, BookingBook book)
    {
        var bag = new DiagnosticBag();
        if (book.Source.Since > today)
            bag.Report(BookingCodes.NotYetInForce, book.Source.Span, Iso(book.Source.Since));
        foreach (var closure in book.Closures.Where(c => c.Last < today))
            bag.Report(BookingCodes.ClosureOver, closure.Source.Span, Iso(closure.Last));
        foreach (var extra in book.Practitioners.Values.SelectMany(p => p.ExtraOpenings).Where(e => e.Date < today))
            bag.Report(BookingCodes.ClosureOver, extra.Rule.Source.Span, Iso(extra.Date));
        foreach (var suspension in book.Suspensions.Where(s => s.Last < today))
            bag.Report(BookingCodes.ClosureOver, suspension.Source.Span, Iso(suspension.Last));
        foreach (var substitute in book.Substitutions.Where(s => s.Last < today))
            bag.Report(BookingCodes.SubstituteOver, substitute.Source.Span, substitute.Name, Iso(substitute.Last));
        foreach (var opening in book.Practitioners.Values.SelectMany(p => p.Openings).Concat(book.Resources.Values.SelectMany(r => r.Openings)).Where(o => o.Last < today))
            bag.Report(BookingCodes.OpeningOver, opening.Source.Span, Iso(opening.Last!.Value));
        return bag.InOrder;
    }

    private static void Overlaps(IReadOnlyList<OpeningRule> openings, DiagnosticBag bag)
    {
        for (var i = 0; i < openings.Count; i++)
        {
            if (openings.Take(i).FirstOrDefault(other => Collide(openings[i], other)) is { } other)
                bag.Report(BookingCodes.Overlap, openings[i].Source.Span, other.Source.Span);
        }
    }

    private static bool Collide(OpeningRule one, OpeningRule other) =>
        one.Days.Overlaps(other.Days) && Touch(one, other)
        && !(one.Weeks != other.Weeks && one.Weeks != WeekParity.Every && other.Weeks != WeekParity.Every)
        && !(one.Last < other.First) && !(other.Last < one.First);

    private static bool Touch(OpeningRule one, OpeningRule other) => one.Hours.Start < End(other) && other.Hours.Start < End(one);

    private static LocalTime End(OpeningRule rule) => rule.Hours.End == LocalTime.Midnight ? LocalTime.MaxValue : rule.Hours.End;

    private static void ExtraOverlaps(Practitioner practitioner, BookingBook book, DiagnosticBag bag)
    {
        var openings = new OpeningCalendar(book);
        foreach (var extra in practitioner.ExtraOpenings)
        {
            var isShut = openings.IsHoliday(extra.Date) || openings.ClosureOn(extra.Date, practitioner.Id) is not null;
            var others = practitioner.ExtraOpenings.Where(e => e != extra && e.Date == extra.Date && e.Rule.Source.Span.Line < extra.Rule.Source.Span.Line).Select(e => e.Rule)
                .Concat(isShut ? [] : practitioner.Openings.Where(o => o.HoldsOn(extra.Date)));
            if (others.FirstOrDefault(o => Touch(o, extra.Rule)) is { } other)
                bag.Report(BookingCodes.ExtraBesideWeekly, extra.Rule.Source.Span, other.Source.Span);
        }
    }

    private static void CanBeBooked(VisitReason reason, BookingBook book, DiagnosticBag bag)
    {
        foreach (var practitioner in reason.Durations.Practitioners.Select(p => book.Practitioners[p]))
        {
            var minutes = reason.Durations.Shortest(practitioner.Id)!.Value;
            var serving = practitioner.Openings.Concat(practitioner.ExtraOpenings.Select(e => e.Rule)).Where(o => o.Serves(reason) && Minutes(o) >= minutes).ToList();
            if (serving.Count == 0)
                bag.Report(BookingCodes.NeverOffered, reason.Source.Span, reason.Id, practitioner.Id, minutes);
            else if (serving.TrueForAll(o => o.Kept is { } kept && kept.Pool != reason.Pool && !kept.Releases.Any(r => r.To.Includes(reason.Id))))
                bag.Report(BookingCodes.Unreachable, reason.Source.Span, reason.Id);
            foreach (var opening in serving.Where(o => minutes < (o.GridMinutes ?? book.GridMinutes)).Take(1))
                bag.Report(BookingCodes.GridTooCoarse, reason.Source.Span, reason.Id, minutes, opening.GridMinutes ?? book.GridMinutes, (opening.GridMinutes ?? book.GridMinutes) - minutes);
        }
    }

    private static double Minutes(OpeningRule rule) =>
        Period.Between(rule.Hours.Start, LocalTime.Midnight, PeriodUnits.Minutes).Minutes is var before && rule.Hours.End == LocalTime.Midnight
            ? before + (24 * 60)
            : Period.Between(rule.Hours.Start, rule.Hours.End, PeriodUnits.Minutes).Minutes;

    private static void Pools(BookingBook book, DiagnosticBag bag)
    {
        var drawn = book.Reasons.Values.Select(r => r.Pool).ToHashSet();
        foreach (var opening in book.Practitioners.Values.SelectMany(p => p.Openings).Where(o => o.Kept is { } kept && !drawn.Contains(kept.Pool)))
            bag.Report(BookingCodes.KeptForNobody, opening.Source.Span, opening.Kept!.Pool);
    }

    private static void Substitutions(BookingBook book, DiagnosticBag bag)
    {
        for (var i = 0; i < book.Substitutions.Count; i++)
        {
            var one = book.Substitutions[i];
            if (book.Substitutions.Take(i).FirstOrDefault(o => o.For == one.For && o.First <= one.Last && one.First <= o.Last) is { } other)
                bag.Report(BookingCodes.SubstitutionsOverlap, one.Source.Span, one.For, Iso(one.First < other.First ? other.First : one.First));
        }
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
