namespace ContactCenter.Domain.Booking;

/// <summary>Several sessions with one practitioner, such as ten of physiotherapy on Tuesdays or Fridays.</summary>
public sealed record SeriesQuestion
{
    public const int MostSessions = 60;

    /// <summary>What holds of every session: reason, patient, weekdays, hours, place, and the window in which all of them begin.</summary>
    public required SlotQuestion Each { get; init; }

    /// <summary>2 to <see cref="MostSessions"/>.</summary>
    public required int Sessions { get; init; }

    /// <summary>Local days from one session to the next, at least; 1 is the day after.</summary>
    public int LeastDays { get; init; } = 1;

    /// <summary>Local days from one session to the next, at most; null: however many.</summary>
    public int? MostDays { get; init; }
}

/// <param name="Slots">One for each session, in the order of time, all with one practitioner.</param>
public sealed record SeriesProposal(IReadOnlyList<Slot> Slots);

/// <param name="Proposal">Null when no practitioner can give all sessions.</param>
/// <param name="Longest">How many sessions in a row were possible at best.</param>
/// <param name="IsGivenUp">Not every possibility was looked at.</param>
public sealed record SeriesAnswer(SeriesProposal? Proposal, int Longest, bool IsGivenUp);
