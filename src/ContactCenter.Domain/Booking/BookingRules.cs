using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Why a booking is refused. Each names the rule, so that the agent can say it.</summary>
public enum BookingRefusal
{
    UnknownReason,
    UnknownPractitioner,
    NotOfferedByPractitioner,
    PracticeOnly,
    OffGrid,
    TooSoon,
    TooFar,
    Closed,
    OutsideOpenings,
    NotInThisOpening,
}

/// <summary>What a booking comes to, before the database decides whether the time is free.</summary>
public abstract record BookingDecision;

public sealed record MayBook(Slot Slot, VisitReason Reason, Practitioner Practitioner) : BookingDecision;

/// <param name="Why">Words of the rule itself, such as a closure's reason, or null.</param>
public sealed record MayNotBook(BookingRefusal Refusal, string? Why = null) : BookingDecision;

/// <summary>The practice's hard rules, asked once more in the moment of booking, whatever was proposed before.</summary>
public static class BookingRules
{
    public static BookingDecision Decide(VisitReasonId reasonId, PractitionerId practitionerId, Instant start, bool isNewPatient, bool byPractice, BookingBook book, Instant now)
    {
        if (!book.Reasons.TryGetValue(reasonId, out var reason))
            return new MayNotBook(BookingRefusal.UnknownReason);
        if (!book.Practitioners.TryGetValue(practitionerId, out var practitioner))
            return new MayNotBook(BookingRefusal.UnknownPractitioner);
        if (reason.MinutesWith(practitionerId, isNewPatient) is not { } minutes)
            return new MayNotBook(BookingRefusal.NotOfferedByPractitioner);
        if (reason.By == BookableBy.PracticeOnly && !byPractice)
            return new MayNotBook(BookingRefusal.PracticeOnly);
        if (!Step.IsOn(start))
            return new MayNotBook(BookingRefusal.OffGrid);
        if (start < now + (byPractice ? Duration.Zero : book.Notice))
            return new MayNotBook(BookingRefusal.TooSoon);
        var date = start.InZone(book.Zone).Date;
        if (date > now.InZone(book.Zone).Date.PlusDays(book.HorizonDays))
            return new MayNotBook(BookingRefusal.TooFar);
        var slot = new Slot(practitionerId, start, start + Duration.FromMinutes(minutes));
        return (BookingDecision?)InOpening(slot, reason, practitioner, book, date) ?? new MayBook(slot, reason, practitioner);
    }

    private static MayNotBook? InOpening(Slot slot, VisitReason reason, Practitioner practitioner, BookingBook book, LocalDate date)
    {
        if (book.Closures.FirstOrDefault(c => c.Covers(date)) is { } closure)
            return new MayNotBook(BookingRefusal.Closed, closure.Why);
        if (Openings.IsClosed(date, book))
            return new MayNotBook(BookingRefusal.Closed);
        var around = Openings.On(date, practitioner, book).Where(o => o.Start <= slot.Start && slot.End <= o.End).ToList();
        if (around.Count == 0)
            return new MayNotBook(BookingRefusal.OutsideOpenings);
        return around.Exists(o => o.Rule.Serves(reason.Id)) ? null : new MayNotBook(BookingRefusal.NotInThisOpening);
    }
}
