using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>A leg's stay in a conference, or a part of it spent parked: start inclusive, end exclusive; null while it lasts.</summary>
internal sealed record Stay(string Conference, LegRef Leg, LegLabel Label, Instant Start, string StartedBy)
{
    public Instant? End { get; private set; }
    public string? EndedBy { get; private set; }

    public bool Covers(Instant at) => Start <= at && (End is null || at < End);

    /// <summary>Ends the stay here unless it ended before.</summary>
    public void EndAt(Instant at, string by)
    {
        if (End is { } end && end <= at)
            return;
        End = at < Start ? Start : at;
        EndedBy = by;
    }
}
