using ContactCenter.Domain.Scripts;


namespace ContactCenter.Domain.Booking;

/// <summary>What can only be seen of the whole: openings that collide, reasons that can never be booked.</summary>
internal static class BookingBookChecks
{
    public static void Run(BookingBook book, DiagnosticBag bag)
    {
        foreach (var practitioner in book.Practitioners.Values)
            NoOverlaps(practitioner, bag);
        foreach (var reason in book.Reasons.Values.Where(r => !CanBeBooked(r, book)))
            bag.Report(BookingCodes.NeverOffered, reason.Span, reason.Id.Value);
    }

    private static void NoOverlaps(Practitioner practitioner, DiagnosticBag bag)
    {
        for (var i = 0; i < practitioner.Openings.Count; i++)
        {
            var one = practitioner.Openings[i];
            if (practitioner.Openings.Take(i).FirstOrDefault(other => Collide(one, other)) is { } other)
                bag.Report(BookingCodes.Overlap, one.Span, other.Span.ToString());
        }
    }

    private static bool Collide(OpeningRule one, OpeningRule other) =>
        one.Days.Overlaps(other.Days) && one.From < other.To && other.From < one.To
        && !(one.Weeks != other.Weeks && one.Weeks != WeekParity.Every && other.Weeks != WeekParity.Every)
        && !(one.Last < other.First) && !(other.Last < one.First);

    private static bool CanBeBooked(VisitReason reason, BookingBook book) =>
        reason.Minutes.Any(m => book.Practitioners[m.Key].Openings.Any(o => o.Serves(reason.Id) && (o.To - o.From).ToDuration().TotalMinutes >= m.Value));
}
