using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>What is looked for. <paramref name="From"/> inclusive, <paramref name="To"/> exclusive.</summary>
/// <param name="Practitioner">One, or null for all who offer the reason.</param>
public sealed record SlotQuestion(VisitReason Reason, PractitionerId? Practitioner, bool IsNewPatient, Instant From, Instant To, Instant Now, int Most);

/// <summary>A bookable interval: start inclusive, end exclusive.</summary>
public sealed record Slot(PractitionerId Practitioner, Instant Start, Instant End);

/// <summary>What already takes a practitioner's time, in steps: <paramref name="From"/> inclusive, <paramref name="To"/> exclusive.</summary>
public readonly record struct Taken(PractitionerId Practitioner, int From, int To);

/// <summary>
/// Proposes slots; the database decides. Openings become bits over the asked window, what is taken is cleared, runs of the needed length are found by
/// shifting, and what lies on the practice's grid is left. Nothing is generated ahead and nothing is remembered.
/// </summary>
public static class SlotFinder
{
    public static IReadOnlyList<Slot> Find(SlotQuestion question, BookingBook book, IReadOnlyCollection<Taken> taken)
    {
        var from = Instant.Max(question.From, question.Now + book.Notice);
        var horizon = book.Zone.AtStartOfDay(question.Now.InZone(book.Zone).Date.PlusDays(book.HorizonDays + 1)).ToInstant();
        var to = Instant.Min(question.To, horizon);
        if (from >= to)
            return [];
        var busy = taken.ToLookup(t => t.Practitioner);
        return [.. book.Practitioners.Values
            .Where(p => question.Practitioner is null || p.Id == question.Practitioner)
            .SelectMany(p => Of(p, question, book, busy[p.Id], from, to).Take(question.Most))
            .OrderBy(s => s.Start).ThenBy(s => s.Practitioner.Value, StringComparer.Ordinal)
            .Take(question.Most)];
    }

    private static IEnumerable<Slot> Of(Practitioner practitioner, SlotQuestion question, BookingBook book, IEnumerable<Taken> taken, Instant from, Instant to)
    {
        if (question.Reason.MinutesWith(practitioner.Id, question.IsNewPatient) is not { } minutes)
            yield break;
        var first = Step.AtOrAfter(from);
        var free = new StepSet(first, Math.Max(0, Step.At(to) - first));
        foreach (var (rule, start, end) in OpeningsBetween(practitioner, book, from, to))
        {
            if (rule.Serves(question.Reason.Id))
                free.Add(Step.AtOrAfter(start), Step.At(end));
        }
        foreach (var busy in taken)
            free.Remove(busy.From, busy.To);
        var length = minutes / Step.Minutes;
        foreach (var step in free.Starts(length).Steps())
        {
            var start = Step.Instant(step);
            if (IsOnGrid(start, book))
                yield return new Slot(practitioner.Id, start, Step.Instant(step + length));
        }
    }

    public static IEnumerable<(OpeningRule Rule, Instant Start, Instant End)> OpeningsBetween(Practitioner practitioner, BookingBook book, Instant from, Instant to)
    {
        var last = to.InZone(book.Zone).Date;
        for (var date = from.InZone(book.Zone).Date; date <= last; date = date.PlusDays(1))
        {
            foreach (var opening in Openings.On(date, practitioner, book))
                yield return opening;
        }
    }

    // The grid is the wall clock's: 09:10 is on a grid of ten minutes whatever happened to the clocks that night.
    private static bool IsOnGrid(Instant instant, BookingBook book) =>
        (int)(instant.InZone(book.Zone).TimeOfDay.TickOfDay / NodaConstants.TicksPerMinute) % book.GridMinutes == 0;
}
