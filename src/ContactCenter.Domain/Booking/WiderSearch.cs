using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>
/// What to say when nothing is free: each wish of the question given up alone, so that the patient hears which one stands in the way. The
/// rules of the practice are never given up.
/// </summary>
public static class WiderSearch
{
    /// <param name="later">A question is also asked from the end of its window until this instant, exclusive.</param>
    /// <param name="each">How many slots to show for a wish.</param>
    /// <returns>The wishes whose giving up helps, with the soonest slots; in the order of <see cref="GivenUp"/>.</returns>
    public static IReadOnlyList<WiderSlots> Find(SlotQuestion question, Instant later, int each, CalendarState calendar, BookingBook book)
    {
        List<WiderSlots> found = [];
        foreach (var (wish, wider) in Wider(question, later))
        {
            var slots = SlotFinder.Find(wider with { Most = each }, calendar, book);
            if (slots.Count > 0)
                found.Add(new WiderSlots(wish, slots));
        }

        return found;
    }

    private static IEnumerable<(GivenUp Wish, SlotQuestion Question)> Wider(SlotQuestion question, Instant later)
    {
        if (question.From is not null || question.Before is not null)
            yield return (GivenUp.TimeOfDay, question with { From = null, Before = null });
        if (question.Days.Count > 0)
            yield return (GivenUp.Weekdays, question with { Days = new HashSet<IsoDayOfWeek>() });
        if (question.Place is not null)
            yield return (GivenUp.Place, question with { Place = null });
        if (question.Practitioners.Count > 0)
            yield return (GivenUp.Practitioner, question with { Practitioners = [] });
        if (question.Within.End < later)
            yield return (GivenUp.Period, question with { Within = new Interval(question.Within.End, later) });
    }
}

/// <summary>A wish of the patient without which there would be slots.</summary>
public enum GivenUp
{
    TimeOfDay,
    Weekdays,
    Place,
    Practitioner,
    Period,
}

/// <param name="Slots">Never empty; soonest first.</param>
public sealed record WiderSlots(GivenUp Wish, IReadOnlyList<Slot> Slots);
