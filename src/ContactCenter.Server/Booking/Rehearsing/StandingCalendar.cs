using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Rows;
using NodaTime;

namespace ContactCenter.Server.Booking.Rehearsing;

/// <summary>The calendars as they were just before a moment of the past, carried forward line by line of their history. Holds passed and are left out.</summary>
internal sealed class StandingCalendar(DateTimeZone zone, IReadOnlyDictionary<Guid, BookedBefore> appointments)
{
    private readonly Dictionary<Guid, AgendaEvent> _standing = [];
    private readonly Dictionary<LocalDate, HashSet<Guid>> _byDay = [];
    private readonly Dictionary<PatientId, HashSet<Guid>> _byPatient = [];

    public void Apply(AgendaEvent line)
    {
        if (line.Kind is AgendaEventKind.Held or AgendaEventKind.HoldReleased)
            return;
        if (_standing.Remove(line.Subject, out var before))
            Index(before, (there, subject) => there.Remove(subject));
        if (line.Kind is AgendaEventKind.Cancelled or AgendaEventKind.MovedOut or AgendaEventKind.AbsenceWithdrawn)
            return;
        _standing[line.Subject] = line;
        Index(line, (there, subject) => there.Add(subject));
    }

    /// <summary>What took time on these days, both included.</summary>
    public CalendarState Between(LocalDate first, LocalDate last) => new(
    [
        .. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).SelectMany(n => _byDay.GetValueOrDefault(first.PlusDays(n), [])).Distinct()
            .Select(subject => Entry(_standing[subject])),
    ]);

    /// <summary>What the rules may ask about a patient, as it was known at the moment.</summary>
    public PatientFacts FactsOf(BookedBefore asked, Instant at)
    {
        var visits = _byPatient.GetValueOrDefault(asked.Patient, []).Select(s => (Line: _standing[s], appointments[s].Reason)).ToList();
        var attended = visits.Where(v => v.Line.Start <= at && v.Line.State is not (AppointmentState.NoShow or AppointmentState.Pending)).ToList();
        return new PatientFacts
        {
            Born = asked.Born, SaidToBeNew = asked.IsNewPatient, HasReferral = true, Flags = asked.Flags,
            SeenBy = attended.Select(v => Whose(v.Line)).ToHashSet(),
            Last = attended.Count == 0 ? null : attended.MaxBy(v => v.Line.Start) is var last ? new LastVisit(Whose(last.Line), Date(last.Line.Start)) : null,
            Visits = [.. visits.Where(v => v.Line.State != AppointmentState.NoShow).Select(v => new PatientVisit(v.Reason, Date(v.Line.Start)))],
            Missed = [.. visits.Where(v => v.Line.State == AppointmentState.NoShow).Select(v => Date(v.Line.Start))],
        };
    }

    private CalendarEntry Entry(AgendaEvent line)
    {
        var appointment = appointments.GetValueOrDefault(line.Subject);
        return new CalendarEntry
        {
            Kind = appointment is null ? CalendarEntryKind.Absence : CalendarEntryKind.Appointment, Practitioner = Whose(line), Lane = line.Lane,
            From = Step.At(line.Start), To = Step.AtOrAfter(line.End), Reason = appointment?.Reason, IsNewPatient = appointment?.IsNewPatient == true,
            Resources = appointment?.Resources ?? [line.ResourceId],
        };
    }

    private void Index(AgendaEvent line, Action<HashSet<Guid>, Guid> change)
    {
        for (var day = Date(line.Start); day <= Date(line.End - Duration.FromMilliseconds(1)); day = day.PlusDays(1))
            change(_byDay.TryGetValue(day, out var there) ? there : _byDay[day] = [], line.Subject);
        if (appointments.TryGetValue(line.Subject, out var appointment))
            change(_byPatient.TryGetValue(appointment.Patient, out var hers) ? hers : _byPatient[appointment.Patient] = [], line.Subject);
    }

    private LocalDate Date(Instant at) => at.InZone(zone).Date;

    private static PractitionerId Whose(AgendaEvent line) => new(line.ResourceId.Value);
}

/// <summary>What of an appointment does not change, and what was known of its patient.</summary>
internal sealed record BookedBefore(
    PatientId Patient, VisitReasonId Reason, bool IsNewPatient, IReadOnlyList<ResourceId> Resources, BirthDate? Born, PatientFlags Flags);
