using NodaTime;

namespace ContactCenter.Domain.Booking.Waiting;

/// <summary>How much a waiting patient needs an earlier visit, as the agent heard it. What is urgent goes through triage, not here.</summary>
public enum WaitingUrgency
{
    Routine,
    Soon,
    Pressing,
}

/// <summary>A patient who waits for a slot.</summary>
/// <param name="Since">When she was entered.</param>
/// <param name="Reachable">Local hours in which she may be rung.</param>
/// <param name="MayBeRung">False: she asked not to be rung.</param>
public sealed record WaitingPatient(
    WaitlistEntryId Entry, VisitReasonId Reason, Wishes Wishes, WaitingUrgency Urgency, Instant Since, CallingHours Reachable, bool MayBeRung = true);

/// <summary>Local hours in which somebody may be rung; <paramref name="To"/> is exclusive.</summary>
public sealed record CallingHours(LocalTime From, LocalTime To)
{
    public static CallingHours Decent { get; } = new(new LocalTime(8, 30), new LocalTime(20, 0));

    public bool Admit(LocalTime time) => time >= From && time < To;

    /// <summary>The hours that lie in both; null when there are none.</summary>
    public CallingHours? Within(CallingHours other)
    {
        var (from, to) = (LocalTime.Max(From, other.From), LocalTime.Min(To, other.To));
        return from < to ? new CallingHours(from, to) : null;
    }

    /// <summary>The first moment from <paramref name="now"/> on that they admit.</summary>
    public Instant Next(Instant now, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        if (Admit(local.TimeOfDay))
            return now;
        var day = local.TimeOfDay < From ? local.Date : local.Date.PlusDays(1);
        return Instant.Max(now, zone.AtLeniently(day.At(From)).ToInstant());
    }
}
