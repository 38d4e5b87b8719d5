using NodaTime;

namespace ContactCenter.Domain.Booking.Waiting;

/// <summary>A time that became free again.</summary>
/// <param name="End">Exclusive.</param>
public sealed record FreedTime(PractitionerId Practitioner, Instant Start, Instant End);

/// <summary>Why a waiting patient stands where she stands, in points.</summary>
/// <param name="Days">Whole days she has waited.</param>
/// <param name="Urgency">The head start of her urgency, in days.</param>
/// <param name="Wishes">For wishes that leave her few slots.</param>
public sealed record WaitlistRank(WaitingPatient Patient, int Days, int Urgency, int Wishes)
{
    public int Points => Days + Urgency + Wishes;
}

/// <summary>
/// Who is asked first when a time becomes free. The head start of urgency is bounded and the waiting is not: whoever waits long enough comes before
/// any more pressing patient who came later.
/// </summary>
public static class WaitlistRanking
{
    /// <param name="asked">Those who were asked about this time already: nobody is asked twice.</param>
    /// <returns>Those whom the time suits and who may be rung now, the first to be asked first.</returns>
    public static IReadOnlyList<WaitlistRank> Rank(
        FreedTime freed, IEnumerable<WaitingPatient> waiting, IReadOnlySet<WaitlistEntryId> asked, Instant now, DateTimeZone zone)
    {
        var (start, clock) = (freed.Start.InZone(zone).LocalDateTime, now.InZone(zone).TimeOfDay);
        return
        [
            .. waiting
                .Where(w => w.MayBeRung && !asked.Contains(w.Entry) && w.Reachable.Admit(clock) && Fits(w.Wishes, freed, start, zone))
                .Select(w => new WaitlistRank(w, Math.Max(0, (int)(now - w.Since).TotalDays), HeadStart(w.Urgency), w.Wishes.Named))
                .OrderByDescending(r => r.Points).ThenBy(r => r.Patient.Since).ThenBy(r => r.Patient.Entry.Value),
        ];
    }

    // A long time may hold her visit in its later part: the finder looks for it there, under the same wishes.
    private static bool Fits(Wishes wishes, FreedTime freed, LocalDateTime start, DateTimeZone zone) =>
        wishes.Admit(freed.Practitioner, start)
        || (wishes.From is { } from && start.TimeOfDay < from && start.Date.At(from) < freed.End.InZone(zone).LocalDateTime
            && wishes.Admit(freed.Practitioner, start.Date.At(from)));

    /// <summary>In days of waiting.</summary>
    public static int HeadStart(WaitingUrgency urgency) => urgency switch
    {
        WaitingUrgency.Routine => 0,
        WaitingUrgency.Soon => 14,
        WaitingUrgency.Pressing => 45,
    };
}
