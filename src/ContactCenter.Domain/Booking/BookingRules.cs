using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>The rules of a book applied to one slot: to decide a booking, to explain a slot. <see cref="SlotFinder"/> finds the slots that pass here.</summary>
public static class BookingRules
{
    /// <param name="isJustified">The agent gave a written reason.</param>
    public static BookingDecision Decide(
        BookingRequest request, Practitioner practitioner, Instant start, bool isJustified, CalendarState calendar, BookingBook book)
    {
        var judgement = Judge(request, practitioner, start, calendar, book);
        if (judgement.Findings.FirstOrDefault(f => f.Strength == RuleStrength.Hard && !f.IsTaken) is { } forbidden)
            return new NotAllowed(forbidden);
        if (judgement.Findings.FirstOrDefault(f => f.Strength == RuleStrength.Hard) is { } taken)
            return new SlotTaken(taken);
        var (soft, approval) = (Of(judgement, RuleStrength.Soft), Of(judgement, RuleStrength.Approval));
        if (soft.Count > 0 && !isJustified)
            return new NeedsReason(soft);
        return approval.Count > 0
            ? new NeedsApproval(judgement.Slot!, approval, book.Approval.DecideBy(request.Now, start))
            : new MayBook(judgement.Slot!, soft);
    }

    /// <summary>All rules, also those behind one that already forbids the slot.</summary>
    public static Judgement Judge(BookingRequest request, Practitioner practitioner, Instant start, CalendarState calendar, BookingBook book)
    {
        var openings = new OpeningCalendar(book);
        var date = start.InZone(book.Zone).Date;
        var isNew = request.Patient.IsNewWith(practitioner.Id);
        if (request.Reason.Durations.Minutes(practitioner.Id, isNew, request.Patient.Born, date) is not { } minutes)
            return new Judgement(null, [.. ReasonRules.Check(request, practitioner)]);
        var end = start + Duration.FromMinutes(minutes);
        var opened = OpeningRules.Check(request, practitioner, start, end, openings, out var opening).ToList();
        List<Finding> findings =
        [
            .. ReasonRules.Check(request, practitioner),
            .. DayRules.Check(request, practitioner, date, calendar, book),
            .. TimeRules.Check(request, start, opening?.Rule, openings),
            .. opened,
        ];
        var (lane, inTheWay) = ChooseLane(request, practitioner.Id, start, end, date, calendar, book);
        findings.AddRange(inTheWay);
        if (OccupancyRules.Choose(request.Reason, date, Step.At(start), Step.AtOrAfter(end), calendar, openings, out var resources) is { } lacking)
            findings.Add(lacking);
        List<Finding> weighed = [.. findings.Select(f => ChannelStrength.For(request.Channel, f)).OrderBy(f => f.Rule)];
        var asks = weighed.Count == 0 ? (RuleStrength?)null : weighed.Max(f => f.Strength);
        return new Judgement(new Slot(practitioner.Id, start, end, lane, resources, asks), weighed);
    }

    private static List<Finding> Of(Judgement judgement, RuleStrength strength) => [.. judgement.Findings.Where(f => f.Strength == strength)];

    /// <summary>The lowest lane that is free and open to the request, or the ordinary one with what stands in its way.</summary>
    private static (int Lane, IReadOnlyList<Finding> Findings) ChooseLane(
        BookingRequest request, PractitionerId practitioner, Instant start, Instant end, LocalDate date, CalendarState calendar, BookingBook book)
    {
        var (from, to) = (Step.At(start), Step.AtOrAfter(end));
        if (OccupancyRules.InTheWay(request, practitioner, 0, from, to, calendar, book) is not { } ordinary)
            return (0, []);
        if (ordinary.Entry?.IsBooking != true)
            return (0, [ordinary]);
        Finding? usedUp = null;
        foreach (var rule in OverbookingRules.For(request, practitioner, date, book).Where(r => OverbookingRules.IsWithinHours(r, start, book.Zone)))
        {
            if (OverbookingRules.IsUsedUp(rule, date, calendar, book))
            {
                usedUp = OverbookingRules.UsedUp(rule);
                continue;
            }

            for (var lane = 1; lane <= rule.Lanes; lane++)
            {
                if (OccupancyRules.InTheWay(request, practitioner, lane, from, to, calendar, book) is null)
                    return (lane, [OverbookingRules.Asks(rule)]);
            }
        }

        return (0, usedUp is null ? [ordinary] : [ordinary, usedUp]);
    }
}
