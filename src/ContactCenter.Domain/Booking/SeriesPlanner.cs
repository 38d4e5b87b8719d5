using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>
/// Solves a series as a whole: every session counts for the next as if it were booked, in quotas, gaps and distances. The series that ends
/// soonest wins, after any of <see cref="SlotQuestion.First"/>.
/// </summary>
public static class SeriesPlanner
{
    /// <summary>
    /// Day searches for one practitioner. Sessions are put as early as they go, which needs one search for each; only an upper bound on the
    /// days between two makes it go back.
    /// </summary>
    private const int MostSearches = 1_000;

    public static SeriesAnswer Find(SeriesQuestion question, CalendarState calendar, BookingBook book)
    {
        var whose = question.Each.Practitioners;
        var attempts = book.Practitioners.Values.Where(p => whose.Count == 0 || whose.Contains(p.Id))
            .Select(p => new Attempt(question with { Each = question.Each with { Practitioners = [p.Id] } }, calendar, book).Run()).ToList();
        var best = attempts.Select(a => a.Proposal).OfType<SeriesProposal>()
            .OrderBy(p => p.Slots[0].Practitioner != question.Each.First).ThenBy(p => p.Slots[^1].Start).ThenBy(p => p.Slots[0].Start)
            .ThenBy(p => p.Slots[0].Practitioner.Value, StringComparer.Ordinal).FirstOrDefault();
        return new SeriesAnswer(best, attempts.Select(a => a.Longest).DefaultIfEmpty().Max(), best is null && attempts.Exists(a => a.IsGivenUp));
    }

    /// <summary>One practitioner's calendar.</summary>
    private sealed class Attempt(SeriesQuestion question, CalendarState calendar, BookingBook book)
    {
        private readonly List<Slot> _slots = [];
        private int _searches;
        private int _longest;

        public SeriesAnswer Run()
        {
            var first = question.Each.Within.Start.InZone(book.Zone).Date;
            var found = Place(first, null, question.Each.Request.Patient, calendar);
            return new SeriesAnswer(found ? new SeriesProposal(_slots) : null, _longest, !found && _searches >= MostSearches);
        }

        /// <summary>Places the next session and all that follow it, not before one day and not after another, both inclusive.</summary>
        private bool Place(LocalDate from, LocalDate? to, PatientFacts patient, CalendarState taken)
        {
            if (_slots.Count == question.Sessions)
                return true;
            while (_searches++ < MostSearches && Next(from, to, patient, taken) is { } slot)
            {
                var date = slot.Start.InZone(book.Zone).Date;
                _slots.Add(slot);
                _longest = Math.Max(_longest, _slots.Count);
                var (earliest, latest) = (date.PlusDays(question.LeastDays), question.MostDays is { } most ? date.PlusDays(most) : (LocalDate?)null);
                if (Place(earliest, latest, patient.After(Reason, date), taken.With(slot, Reason, patient)))
                    return true;
                _slots.RemoveAt(_slots.Count - 1);
                if (question.MostDays is null)
                    return false; // A later session leaves less room for the next, not more.
                from = date.PlusDays(1);
            }

            return false;
        }

        private VisitReasonId Reason => question.Each.Request.Reason.Id;

        private Slot? Next(LocalDate from, LocalDate? to, PatientFacts patient, CalendarState taken)
        {
            var start = Instant.Max(question.Each.Within.Start, book.Zone.AtStartOfDay(from).ToInstant());
            var end = to is { } last ? Instant.Min(question.Each.Within.End, book.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant()) : question.Each.Within.End;
            if (start >= end)
                return null;
            var each = question.Each with { Within = new Interval(start, end), Most = 1, Request = question.Each.Request with { Patient = patient } };
            return SlotFinder.Find(each, taken, book) is [var slot] ? slot : null;
        }
    }
}
