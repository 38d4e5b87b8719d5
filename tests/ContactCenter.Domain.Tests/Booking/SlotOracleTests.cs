using ContactCenter.Domain.Booking;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>The finder against the oracle, and the rules against the finder, on random calendars. Each prints its seed.</summary>
public sealed class SlotOracleTests
{
    private static readonly int Calendars = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 10_000 : 400;

    [Test]
    public void The_finder_proposes_exactly_what_the_minute_grid_allows()
    {
        var first = FirstSeed();
        var (proposed, flagged, doubled) = (0, 0, 0);
        Parallel.For(0, Calendars, n =>
        {
            var (given, question) = Make(first + n);
            var expected = new MinuteGrid(question, given.Calendar, given.Book).Find();
            var found = SlotFinder.Find(question, given.Calendar, given.Book).Select(s => new GridSlot(s.Practitioner, s.Start, s.End, s.Lane, s.Asks)).ToList();
            Assert.That(found, Is.EqualTo(expected), $"seed {first + n}");
            Interlocked.Add(ref proposed, found.Count);
            Interlocked.Add(ref flagged, found.Count(s => s.Asks is not null));
            Interlocked.Add(ref doubled, found.Count(s => s.Lane > 0));
        });

        TestContext.Out.WriteLine($"{Calendars} calendars, {proposed} slots, {flagged} ask for something, {doubled} overbooked");
        Assert.That((proposed > Calendars, flagged > Calendars / 2, doubled > Calendars / 20), Is.EqualTo((true, true, true)), "too little is found for the test to mean anything");
    }

    [Test]
    public void What_the_finder_proposes_the_rules_let_through_and_nothing_else_on_the_grid()
    {
        var first = FirstSeed();
        Parallel.For(0, Calendars / 4, n =>
        {
            var (given, question) = Make(first + n);
            var found = SlotFinder.Find(question, given.Calendar, given.Book).ToDictionary(s => (s.Practitioner, s.Start));
            foreach (var (practitioner, start) in Starts(given, question))
            {
                var judged = BookingRules.Judge(question.Request, practitioner, start, given.Calendar, given.Book);
                var proposed = found.GetValueOrDefault((practitioner.Id, start));
                var isOffered = judged.Strength != RuleStrength.Hard && !judged.Findings.Any(IsSqueezed);
                Assert.That(proposed is not null, Is.EqualTo(isOffered), $"seed {first + n}, {practitioner.Id} {start}: {string.Join(", ", judged.Findings.Select(f => f.Rule))}");
                if (proposed is not null)
                    Assert.That(
                        (judged.Slot!.End, judged.Slot.Lane, judged.Slot.Asks, string.Join(",", judged.Slot.Resources)),
                        Is.EqualTo((proposed.End, proposed.Lane, proposed.Asks, string.Join(",", proposed.Resources))), $"seed {first + n}, {practitioner.Id} {start}");
            }
        });
    }

    /// <summary>What the practice may do with a reason and is not proposed: run over the end of an opening, or into a gap.</summary>
    private static bool IsSqueezed(Finding finding) => finding.Rule is BookingRule.TooLong or BookingRule.GapKept;

    /// <summary>Every start on the grid of an opening that serves the reason, as the question asks.</summary>
    private static IEnumerable<(Practitioner Practitioner, Instant Start)> Starts(RandomCalendar given, SlotQuestion question)
    {
        var openings = new OpeningCalendar(given.Book);
        return
            from practitioner in given.Book.Practitioners.Values
            where question.Practitioners.Count == 0 || question.Practitioners.Contains(practitioner.Id)
            from opening in openings.Between(practitioner, question.Within)
            where opening.Rule.Serves(question.Request.Reason) && question.Suits(opening.Date)
            from step in Enumerable.Range(opening.FirstStep, Math.Max(0, opening.EndStep - opening.FirstStep))
            let start = Step.Start(step)
            where question.Within.Contains(start) && openings.IsOnGrid(start, opening.Rule) && question.Suits(start.InZone(given.Book.Zone).TimeOfDay)
            select (practitioner, start);
    }

    private static (RandomCalendar Given, SlotQuestion Question) Make(int seed)
    {
        var given = new RandomCalendar(seed);
        return (given, given.Question);
    }

    private static int FirstSeed()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONTACTCENTER_SEED"), out var given) ? given : Random.Shared.Next(1_000_000_000);
        TestContext.Out.WriteLine($"first seed {seed} (CONTACTCENTER_SEED repeats it)");
        return seed;
    }
}
