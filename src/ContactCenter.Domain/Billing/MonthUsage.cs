using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>
/// What a practice used around a month. It may reach over the month's ends: only what lies within is rated. Order and repeated
/// records of one call do not matter; of two records of a call the caller hands over the last measured.
/// </summary>
public sealed record MonthUsage(
    IReadOnlyCollection<UsageRecord> Calls, IReadOnlyCollection<BookedAppointment> Appointments, IReadOnlyCollection<SentText> Texts)
{
    public static MonthUsage Empty { get; } = new([], [], []);

    public static MonthUsage OfCalls(IReadOnlyCollection<UsageRecord> calls) => new(calls, [], []);
}

/// <summary>A text message that left for a patient of the practice.</summary>
public sealed record SentText(Guid Id, CallId? Call, Instant At);

/// <summary>An appointment booked in a call, as far as money is concerned.</summary>
/// <param name="Subject">Stands for the patient; equal for the same one. Nothing that identifies her comes here.</param>
/// <param name="Calendar">Stands for the practitioner.</param>
/// <param name="Replaces">The appointment that this one moved, or null.</param>
public sealed record BookedAppointment(
    Guid Id, CallId Call, Instant BookedAt, Guid Subject, string Calendar, Instant Starts, Guid? Replaces, AppointmentEnd End);

/// <summary>Whether an appointment was given back, and by whom.</summary>
public enum AppointmentEnd
{
    None,
    CancelledByPatient,
    CancelledByPractice,

    /// <summary>Ours to answer for: it is not charged.</summary>
    CancelledByUs,
}

/// <summary>Why an appointment is charged or not.</summary>
public enum AppointmentCharge
{
    Charged,
    CancelledByUs,

    /// <summary>Same patient, practitioner and start as an earlier one.</summary>
    Duplicate,

    /// <summary>Moved in the very call that booked it: one appointment came of it.</summary>
    MovedInSameCall,
}

/// <summary>Which appointments are confirmed work.</summary>
public static class BillableAppointments
{
    /// <summary>Every appointment once, in order of booking, with its verdict. A move in a later call is work of its own.</summary>
    public static IReadOnlyList<(BookedAppointment Appointment, AppointmentCharge Charge)> Judge(IEnumerable<BookedAppointment> booked)
    {
        var ordered = booked.DistinctBy(a => a.Id).OrderBy(a => a.BookedAt).ThenBy(a => a.Id).ToList();
        var movedBy = ordered.Where(a => a.Replaces is not null).Select(a => (a.Replaces!.Value, a.Call)).ToHashSet();
        var seen = new HashSet<(Guid, string, Instant)>();
        var places = new Dictionary<Guid, (Guid, string, Instant)>();
        var judged = new List<(BookedAppointment, AppointmentCharge)>(ordered.Count);
        foreach (var appointment in ordered)
        {
            // What was moved away stands there no more: coming back to its time is no duplicate.
            if (appointment.Replaces is { } left && places.Remove(left, out var free))
                seen.Remove(free);
            var place = (appointment.Subject, appointment.Calendar, appointment.Starts);
            var charge = appointment.End == AppointmentEnd.CancelledByUs ? AppointmentCharge.CancelledByUs
                : movedBy.Contains((appointment.Id, appointment.Call)) ? AppointmentCharge.MovedInSameCall
                : seen.Add(place) ? AppointmentCharge.Charged
                : AppointmentCharge.Duplicate;
            if (charge == AppointmentCharge.Charged)
                places[appointment.Id] = place;
            judged.Add((appointment, charge));
        }

        return judged;
    }
}
