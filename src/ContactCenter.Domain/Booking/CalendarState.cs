namespace ContactCenter.Domain.Booking;

/// <summary>
/// What is taken at one moment, as far as it was loaded. Whoever asks for quotas must have loaded their whole days and weeks.
/// Immutable; looks are shared by all who search in it.
/// </summary>
public sealed class CalendarState
{
    private readonly ILookup<PractitionerId, CalendarEntry> _byPractitioner;
    private readonly ILookup<ResourceId, CalendarEntry> _byResource;

    public CalendarState(IReadOnlyCollection<CalendarEntry> entries)
    {
        Entries = entries;
        _byPractitioner = entries.Where(e => e.Practitioner is not null).ToLookup(e => e.Practitioner!.Value);
        _byResource = entries.SelectMany(e => e.Resources.Select(r => (Resource: r, Entry: e))).ToLookup(e => e.Resource, e => e.Entry);
    }

    public static CalendarState Empty { get; } = new([]);

    public IReadOnlyCollection<CalendarEntry> Entries { get; }

    public IEnumerable<CalendarEntry> Of(PractitionerId practitioner) => _byPractitioner[practitioner];

    public IEnumerable<CalendarEntry> Of(ResourceId resource) => _byResource[resource];

    /// <summary>The steps that a resource cannot give between two steps.</summary>
    public StepSet Taken(ResourceId resource, int from, int to)
    {
        var taken = new StepSet(from, to - from);
        foreach (var entry in Of(resource))
            taken.Add(entry.From, entry.To);
        return taken;
    }

    /// <summary>The steps of one lane that an appointment for <paramref name="reason"/> cannot take, the gaps around others included.</summary>
    public StepSet Taken(PractitionerId practitioner, int lane, VisitReasonId reason, BookingBook book, int from, int to)
    {
        var taken = new StepSet(from, to - from);
        foreach (var entry in Of(practitioner))
        {
            if (entry.IsBooking && entry.Lane != lane)
                continue;
            var (before, after) = Gaps(entry, lane, reason, book);
            taken.Add(entry.From - before, entry.To + after);
        }

        return taken;
    }

    /// <summary>Steps to keep free before and after an entry of this lane; gaps are kept in the ordinary lane only.</summary>
    public static (int Before, int After) Gaps(CalendarEntry entry, int lane, VisitReasonId reason, BookingBook book) =>
        lane == 0 && entry is { IsBooking: true, Reason: { } other } && book.Gaps.Count > 0
            ? ((book.GapBetween(reason, other)?.Minutes ?? 0) / Step.Minutes, (book.GapBetween(other, reason)?.Minutes ?? 0) / Step.Minutes)
            : (0, 0);
}
