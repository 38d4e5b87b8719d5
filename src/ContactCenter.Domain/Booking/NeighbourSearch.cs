namespace ContactCenter.Domain.Booking;

/// <summary>What a neighbour has free, site by site, so that one can say how far each is.</summary>
public static class NeighbourSearch
{
    /// <summary>The sites at which there is something, the nearest first, then the soonest; those whose distance is not known stand last.</summary>
    /// <param name="question">As to the neighbour; <see cref="SlotQuestion.Most"/> counts for each site.</param>
    /// <param name="from">Where the practice that was called consults; the nearest of its sites counts.</param>
    public static IReadOnlyList<SlotsAtPlace> Find(SlotQuestion question, IReadOnlyCollection<Position> from, CalendarState calendar, BookingBook book) =>
    [
        .. Sites(question, book)
            .Select(site => new SlotsAtPlace(site, Distance(from, site), SlotFinder.Find(question with { Place = site?.Id, AtNoPlace = site is null }, calendar, book)))
            .Where(found => found.Slots.Count > 0)
            .OrderBy(found => found.Metres ?? int.MaxValue).ThenBy(found => found.Slots[0].Start),
    ];

    /// <summary>How far the nearest site of the neighbour is from the nearest of one's own, in metres; null where that is not known.</summary>
    public static int? Distance(IReadOnlyCollection<Position> from, BookingBook book) => Position.Nearest(from, book.Places.Values.Select(p => p.Position).OfType<Position>());

    /// <summary>
    /// The rule for which no day is worth a look, whoever of them is asked, such as new patients whom nobody takes; null where it is only that
    /// nothing is free.
    /// </summary>
    public static Finding? Refusal(SlotQuestion question, BookingBook book)
    {
        var refusals = question.Practitioners.Select(p => ReasonRules.Check(question.Request, book.Practitioners[p])
            .Select(f => ChannelStrength.For(question.Request.Channel, f)).FirstOrDefault(f => f.Strength == RuleStrength.Hard)).ToList();
        return refusals.Contains(null) ? null : refusals.FirstOrDefault();
    }

    private static int? Distance(IReadOnlyCollection<Position> from, Place? site) => site?.Position is { } there ? Position.Nearest(from, [there]) : null;

    private static IEnumerable<Place?> Sites(SlotQuestion question, BookingBook book) => book.Practitioners.Values
        .Where(p => question.Practitioners.Count == 0 || question.Practitioners.Contains(p.Id))
        .SelectMany(p => p.Openings.Concat(p.ExtraOpenings.Select(e => e.Rule)))
        .Where(o => o.Serves(question.Request.Reason))
        .Select(o => o.Place).Distinct().Select(p => p is { } known ? book.Places[known] : null);
}

/// <param name="Place">Null where the consultation is at no site, such as a remote one.</param>
/// <param name="Metres">As the crow flies from the practice that was called; null where one of the two has no position.</param>
/// <param name="Slots">Soonest first; never empty.</param>
public sealed record SlotsAtPlace(Place? Place, int? Metres, IReadOnlyList<Slot> Slots);
