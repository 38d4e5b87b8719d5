using ContactCenter.Domain.Booking;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>Series on random calendars: every session may be booked after those before it, and no other choice ends sooner. Prints its seed.</summary>
public sealed class SeriesPlannerTests
{
    private static readonly int Calendars = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 4_000 : 200;

    [Test]
    public void A_proposed_series_can_be_booked_session_by_session_and_none_ends_sooner()
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("CONTACTCENTER_SEED"), out var given) ? given : Random.Shared.Next(1_000_000_000);
        TestContext.Out.WriteLine($"first seed {first} (CONTACTCENTER_SEED repeats it)");
        var (complete, bounded, impossible) = (0, 0, 0);
        Parallel.For(0, Calendars, n =>
        {
            var calendar = new RandomCalendar(first + n);
            var question = Ask(calendar, first + n);
            var answer = SeriesPlanner.Find(question, calendar.Calendar, calendar.Book);
            var soonest = Exhaustive.SoonestEnd(question, calendar.Calendar, calendar.Book);
            Assert.That(answer.Proposal?.Slots[^1].Start, Is.EqualTo(soonest), $"seed {first + n}");
            if (answer.Proposal is { } proposal)
                IsBookable(proposal, question, calendar, first + n);
            Interlocked.Add(ref complete, soonest is null ? 0 : 1);
            Interlocked.Add(ref bounded, soonest is not null && question.MostDays is not null ? 1 : 0);
            Interlocked.Add(ref impossible, soonest is null && answer.Longest > 0 ? 1 : 0);
        });

        TestContext.Out.WriteLine($"{Calendars} calendars, {complete} complete series, {bounded} of them with a longest distance, {impossible} that come to nothing halfway");
        Assert.That((complete > Calendars / 20, bounded > 0, impossible > 0), Is.EqualTo((true, true, true)), "too little is found for the test to mean anything");
    }

    private static SeriesQuestion Ask(RandomCalendar calendar, int seed)
    {
        var chance = new Random(seed);
        var least = chance.Next(1, 3);
        return new SeriesQuestion
        {
            // Twelve days, so that some weekdays lie too far apart and the first choice is not the right one.
            Each = calendar.Question with { Most = 1, Within = new Interval(calendar.Question.Within.Start, calendar.Question.Within.Start + Duration.FromDays(12)) },
            Sessions = chance.Next(2, 4), LeastDays = least,
            MostDays = chance.Next(2) == 0 ? least + chance.Next(2) : null,
        };
    }

    private static void IsBookable(SeriesProposal proposal, SeriesQuestion question, RandomCalendar calendar, int seed)
    {
        var (taken, patient, book) = (calendar.Calendar, question.Each.Request.Patient, calendar.Book);
        LocalDate? before = null;
        Assert.That(proposal.Slots.Select(s => s.Practitioner).Distinct().Count(), Is.EqualTo(1), $"seed {seed}");
        foreach (var slot in proposal.Slots)
        {
            var date = slot.Start.InZone(book.Zone).Date;
            var decision = BookingRules.Decide(question.Each.Request with { Patient = patient }, book.Practitioners[slot.Practitioner], slot.Start, true, taken, book);
            Assert.That(decision, Is.InstanceOf<MayBook>().Or.InstanceOf<NeedsApproval>(), $"seed {seed}, {slot.Start}");
            if (before is { } last)
                Assert.That(Period.DaysBetween(last, date), Is.InRange(question.LeastDays, question.MostDays ?? int.MaxValue), $"seed {seed}");
            (before, taken, patient) = (date, taken.With(slot, question.Each.Request.Reason.Id, patient), patient.After(question.Each.Request.Reason.Id, date));
        }
    }

    /// <summary>Tries every day for every session.</summary>
    private static class Exhaustive
    {
        public static Instant? SoonestEnd(SeriesQuestion question, CalendarState calendar, BookingBook book) => book.Practitioners.Keys
            .Where(p => question.Each.Practitioners.Count == 0 || question.Each.Practitioners.Contains(p))
            .Select(p => Best(question with { Each = question.Each with { Practitioners = [p] } }, 0, null, question.Each.Request.Patient, calendar, book))
            .OfType<Instant>().Select(i => (Instant?)i).Min();

        private static Instant? Best(SeriesQuestion question, int placed, LocalDate? before, PatientFacts patient, CalendarState taken, BookingBook book)
        {
            Instant? best = null;
            var window = question.Each.Within;
            for (var date = window.Start.InZone(book.Zone).Date; date <= window.End.InZone(book.Zone).Date; date = date.PlusDays(1))
            {
                if (before is { } last && (Period.DaysBetween(last, date) < question.LeastDays || Period.DaysBetween(last, date) > question.MostDays))
                    continue;
                var (from, to) = (Instant.Max(window.Start, book.Zone.AtStartOfDay(date).ToInstant()), Instant.Min(window.End, book.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant()));
                if (from >= to || SlotFinder.Find(question.Each with { Within = new Interval(from, to), Request = question.Each.Request with { Patient = patient } }, taken, book) is not [var slot])
                    continue;
                var reason = question.Each.Request.Reason.Id;
                var end = placed + 1 == question.Sessions ? slot.Start : Best(question, placed + 1, date, patient.After(reason, date), taken.With(slot, reason, patient), book);
                if (end is not null && (best is null || end < best))
                    best = end;
            }

            return best;
        }
    }
}
