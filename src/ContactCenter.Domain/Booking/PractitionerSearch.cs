using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>The search in one practitioner's calendar. Yields in the order of time, lazily: who wants one slot pays for one.</summary>
internal sealed class PractitionerSearch(SlotQuestion question, Practitioner practitioner, Interval window, CalendarState calendar, OpeningCalendar openings)
{
    private readonly BookingBook _book = openings.Book;
    private readonly BookingRequest _request = question.Request;
    private readonly int _first = Step.At(window.Start) - Step.PerDay;
    private readonly int _end = Step.AtOrAfter(window.End) + Step.PerDay;
    private readonly Instant _noticeEnds = question.Request.Now + TimeRules.NoticeFor(question.Request, openings.Book);
    private readonly Dictionary<ResourceId, StepSet> _resources = [];
    private readonly Dictionary<int, StepSet> _lanes = [];

    public IEnumerable<Slot> Slots()
    {
        if (Strongest(ReasonRules.Check(_request, practitioner)) is not { } general)
            yield break;
        var last = window.End.InZone(_book.Zone).Date;
        for (var date = window.Start.InZone(_book.Zone).Date; date <= last; date = date.PlusDays(1))
        {
            if (!question.Suits(date))
                continue;
            foreach (var slot in On(date, general))
                yield return slot;
        }
    }

    private IEnumerable<Slot> On(LocalDate date, Terms general)
    {
        Terms? terms = null;
        foreach (var opening in openings.On(practitioner, date).Where(Serves).OrderBy(o => o.Start))
        {
            var steps = Length(opening.Date);
            var lanes = Lanes(opening, steps).ToList();
            if (lanes.TrueForAll(l => l.Starts.IsEmpty))
                continue;
            // Most days of a busy calendar are full: what the day's rules say is asked only of those that are not.
            if ((terms ??= Strongest(DayRules.Check(_request, practitioner, date, calendar, _book))) is not { } daily)
                yield break;
            foreach (var slot in In(opening, steps, lanes, Stricter(general, daily)))
                yield return slot;
        }
    }

    private bool Serves(Opening opening) => opening.Rule.Serves(_request.Reason) && question.Suits(opening.Rule.Place);

    private int Length(LocalDate date) =>
        _request.Reason.Durations.Minutes(practitioner.Id, _request.Patient.IsNewWith(practitioner.Id), _request.Patient.Born, date)!.Value / Step.Minutes;

    private IEnumerable<Slot> In(Opening opening, int steps, List<(int Lane, Overbooking? Rule, StepSet Starts)> lanes, Terms terms)
    {
        foreach (var step in InAny(lanes).Steps())
        {
            var start = Step.Start(step);
            if (!window.Contains(start) || !openings.IsOnGrid(start, opening.Rule) || !question.Suits(openings.TimeOfDay(start)))
                continue;
            if (Strongest(Moment(opening, start)) is not { } moment)
                continue;
            var (lane, rule, _) = lanes.Find(l => l.Starts.Contains(step));
            var asked = rule is null ? Terms.None : new Terms(ChannelStrength.For(_request.Channel, OverbookingRules.Asks(rule)).Strength);
            OccupancyRules.Choose(_request.Reason, opening.Date, step, step + steps, calendar, openings, out var resources);
            yield return new Slot(practitioner.Id, start, Step.Start(step + steps), lane, resources, Stricter(Stricter(terms, moment), asked).Asks);
        }
    }

    private static StepSet InAny(List<(int Lane, Overbooking? Rule, StepSet Starts)> lanes)
    {
        if (lanes.Count == 1)
            return lanes[0].Starts;
        var all = lanes[0].Starts.Copy();
        foreach (var (_, _, starts) in lanes)
            all.Add(starts);
        return all;
    }

    /// <summary>The starts that are free in each lane that is open: the ordinary one, then those of intended overbooking.</summary>
    private IEnumerable<(int Lane, Overbooking? Rule, StepSet Starts)> Lanes(Opening opening, int steps)
    {
        var needs = Needs(opening, steps);
        var ordinary = Free(0, opening, steps, needs);
        yield return (0, null, ordinary);
        foreach (var rule in OverbookingRules.For(_request, practitioner.Id, opening.Date, _book).Where(r => !OverbookingRules.IsUsedUp(r, opening.Date, calendar, _book)))
        {
            for (var lane = 1; lane <= rule.Lanes; lane++)
                yield return (lane, rule, WithinHours(rule, Free(lane, opening, steps, needs)));
        }
    }

    private StepSet WithinHours(Overbooking rule, StepSet starts)
    {
        foreach (var step in starts.Steps().Where(s => !OverbookingRules.IsWithinHours(rule, Step.Start(s), _book.Zone)).ToList())
            starts.Remove(step, step + 1);
        return starts;
    }

    private StepSet Free(int lane, Opening opening, int steps, StepSet? needs)
    {
        if (!_lanes.TryGetValue(lane, out var taken))
            _lanes[lane] = taken = calendar.Taken(practitioner.Id, lane, _request.Reason.Id, _book, _first, _end);
        var free = taken.Missing(opening.FirstStep, opening.EndStep);
        free.KeepStarts(steps);
        if (needs is not null)
            free.KeepOnly(needs);
        return free;
    }

    /// <summary>The starts at which every need of the reason is met for the whole visit; null when it has none.</summary>
    private StepSet? Needs(Opening opening, int steps)
    {
        StepSet? met = null;
        foreach (var need in _request.Reason.Needs)
        {
            var enough = AtLeast(need.Count, [.. need.Of.Select(r => FreeStarts(r, opening, steps))]);
            if (met is null)
                met = enough;
            else
                met.KeepOnly(enough);
        }

        return met;
    }

    /// <summary>The steps that are in at least <paramref name="count"/> of the sets.</summary>
    private static StepSet AtLeast(int count, List<StepSet> sets)
    {
        var reached = Enumerable.Range(0, count).Select(_ => new StepSet(sets[0].First, sets[0].Count)).ToList();
        foreach (var set in sets)
        {
            for (var i = count - 1; i >= 0; i--)
            {
                var also = set.Copy();
                if (i > 0)
                    also.KeepOnly(reached[i - 1]);
                reached[i].Add(also);
            }
        }

        return reached[^1];
    }

    private StepSet FreeStarts(ResourceId resource, Opening opening, int steps)
    {
        if (!_resources.TryGetValue(resource, out var taken))
            _resources[resource] = taken = calendar.Taken(resource, _first, _end);
        var free = taken.Missing(opening.FirstStep, opening.EndStep);
        free.KeepOnly(openings.Present(_book.Resources[resource], opening.Date, opening.FirstStep, opening.EndStep));
        free.KeepStarts(steps);
        return free;
    }

    /// <summary>What the moment itself fails on: nothing, once notice has been given, where nothing is kept for others.</summary>
    private IEnumerable<Finding> Moment(Opening opening, Instant start) => start >= _noticeEnds && opening.Rule.Kept is null
        ? []
        : TimeRules.Check(_request, start, opening.Rule, openings).Concat(OpeningRules.Kept(_request, opening.Rule, start, _book.Zone));

    /// <summary>What the findings ask for; null when one of them is hard.</summary>
    private Terms? Strongest(IEnumerable<Finding> findings)
    {
        var terms = Terms.None;
        foreach (var finding in findings.Select(f => ChannelStrength.For(_request.Channel, f)))
        {
            if (finding.Strength == RuleStrength.Hard)
                return null;
            terms = Stricter(terms, new Terms(finding.Strength));
        }

        return terms;
    }

    private static Terms Stricter(Terms one, Terms other) => one.Asks is null || other.Asks > one.Asks ? other : one;

    private readonly record struct Terms(RuleStrength? Asks)
    {
        public static Terms None => default;
    }
}
