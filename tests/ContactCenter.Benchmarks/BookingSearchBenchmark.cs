using System.Diagnostics;
using System.Globalization;
using ContactCenter.Domain.Booking;
using NodaTime;

namespace ContactCenter.Benchmarks;

/// <summary>Slot search in process, on calendars as a request loads them, against the same search as a loop over five-minute starts.</summary>
internal static class BookingSearchBenchmark
{
    private const int Rounds = 600;
    private const int Seed = 20261123;

    public static void Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var year = BookingYear.Make(Seed);
        var entries = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{BookingYear.Schedules} schedules x 1 year, {year.Entries.Count:N0} appointments, seed {Seed}"));
        var bits = Bits(year, out var memory);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"memory: entries as loaded / as bits",-52} {entries / 1e6,10:N1} / {memory / 1e6:N2} MB ({bits.Count} sets)"));
        GC.KeepAlive(bits);

        Measure("1 practitioner x 4 weeks, all slots", "p99 <= 1 ms", year, 1, 28, int.MaxValue, int.MaxValue, Rounds, compared: true);
        Measure("30 practitioners x 8 weeks, all slots", "p99 <= 20 ms", year, 30, 56, int.MaxValue, int.MaxValue, Rounds / 3, compared: true);
        Measure("first availability over 200 schedules, 8 weeks", "p99 <= 100 ms", year, 200, 56, int.MaxValue, 1, Rounds / 3, compared: false);
        Measure("first availability over 200 schedules, 1 year", "p99 <= 100 ms", year, 200, BookingYear.Days, int.MaxValue, 1, Rounds / 6, compared: false);
    }

    private static void Measure(string what, string goal, BookingYear year, int practitioners, int days, int most, int each, int rounds, bool compared)
    {
        var all = year.Practitioners;
        List<double> ours = [], naive = [];
        var found = 0;
        var whole = practitioners == all.Count ? year.Load(all, days) : null;
        for (var round = -rounds / 5; round < rounds; round++)
        {
            List<PractitionerId> whose = [.. Enumerable.Range(0, practitioners).Select(n => all[(Math.Abs(round) + n) % all.Count])];
            var calendar = whole ?? year.Load(whose, days);
            var question = new SlotQuestion
            {
                Request = new BookingRequest { Reason = year.Reason, Channel = BookingChannel.Agent, Now = BookingYear.Now }, Practitioners = whose,
                Within = new Interval(BookingYear.Now, BookingYear.Now + Duration.FromDays(days)), Most = most, MostEach = each,
            };
            var clock = Stopwatch.StartNew();
            var slots = SlotFinder.Find(question, calendar, year.Book);
            var took = clock.Elapsed.TotalMilliseconds;
            found = Math.Max(found, slots.Count);
            if (round >= 0)
                ours.Add(took);
            if (!compared || round < 0 || round % 10 != 0)
                continue;
            clock.Restart();
            var same = Naive(question, calendar, year.Book);
            naive.Add(clock.Elapsed.TotalMilliseconds);
            if (same != slots.Count)
                throw new InvalidOperationException($"The loop found {same} slots, the search {slots.Count}.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-52} p50 {Figures.Median(ours),8:N3} ms  p99 {Figures.Percentile(ours, 0.99),8:N3} ms  goal {goal}  ({found:N0} slots at most, {ours.Count} searches)"));
        if (naive.Count > 0)
            Figures.PrintRatio("  loop over five-minute starts / search (p50)", Figures.Median(naive) / Figures.Median(ours), ">= 50");
    }

    /// <summary>Every five-minute start of every opening asked of every appointment of its practitioner, as booking systems without an index do.</summary>
    private static int Naive(SlotQuestion question, CalendarState calendar, BookingBook book)
    {
        var openings = new OpeningCalendar(book);
        var length = question.Request.Reason.Durations.Minutes(question.Practitioners.First(), false, null, BookingYear.First)!.Value / Step.Minutes;
        var count = 0;
        foreach (var practitioner in question.Practitioners)
        {
            var taken = calendar.Of(practitioner).ToList();
            foreach (var opening in openings.Between(book.Practitioners[practitioner], question.Within))
            {
                for (var start = opening.FirstStep; start + length <= opening.EndStep; start++)
                    count += question.Within.Contains(Step.Start(start)) && !taken.Exists(e => e.Overlaps(start, start + length)) ? 1 : 0;
            }
        }

        return count;
    }

    private static List<StepSet> Bits(BookingYear year, out long memory)
    {
        var calendar = new CalendarState(year.Entries);
        var (from, before) = (Step.At(BookingYear.Now), GC.GetTotalMemory(forceFullCollection: true));
        List<StepSet> bits = [.. year.Practitioners.Select(p => calendar.Taken(p, 0, year.Reason.Id, year.Book, from, from + (BookingYear.Days * Step.PerDay)))];
        memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(calendar);
        return bits;
    }
}
