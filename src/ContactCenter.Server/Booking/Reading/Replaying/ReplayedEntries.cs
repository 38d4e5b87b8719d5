using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Reading.Replaying;

/// <summary>Lines of the history as they go to the screen, with the names of people of today.</summary>
internal sealed class ReplayedEntries(PatientRecords patients, Absences absences)
{
    /// <param name="scene">With the rules by which visit reasons are named.</param>
    public async Task<List<ReplayedEntry>> Of(ContactCenterDb db, BookingScene scene, List<AgendaEvent> standing, CancellationToken cancellationToken)
    {
        var appointments = await Appointments(db, scene, standing, cancellationToken);
        var away = await Away(db, scene, standing, cancellationToken);
        var people = standing.Select(e => e.By).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var agents = people.ConvertAll(p => new AgentId(p));
        var initials = await db.Set<AgentProfile>().AsNoTracking().Where(a => agents.Contains(a.Id)).ToDictionaryAsync(a => a.Id.Value, a => a.Initials, cancellationToken);
        return standing.ConvertAll(e =>
        {
            var appointment = appointments.GetValueOrDefault(e.Subject);
            return new ReplayedEntry(
                e.ResourceId.Value, scene.Local(e.Start), scene.Local(e.End), KindOf(e.Kind), e.Subject, scene.Local(e.At),
                e.By is { } by ? names.GetValueOrDefault(by) : null, e.State is { } state ? AppointmentViews.StateOf(state) : null, e.Lane, appointment.Patient,
                KindOf(e.Kind) switch
                {
                    AgendaEntryKind.Hold => e.By is { } agent ? initials.GetValueOrDefault(agent) : WaitingWords.KeptForWaiting(scene.Culture),
                    AgendaEntryKind.Absence => away.GetValueOrDefault(e.Subject),
                    AgendaEntryKind.Appointment or AgendaEntryKind.Busy => appointment.Reason,
                });
        });
    }

    private async Task<Dictionary<Guid, (string Patient, string Reason)>> Appointments(
        ContactCenterDb db, BookingScene scene, List<AgendaEvent> standing, CancellationToken cancellationToken)
    {
        var ids = standing.Where(e => KindOf(e.Kind) == AgendaEntryKind.Appointment).Select(e => new AppointmentId(e.Subject)).ToList();
        var rows = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == scene.Practice && ids.Contains(a.Id)).ToListAsync(cancellationToken);
        var whose = rows.Select(a => a.PatientId).Distinct().ToList();
        var names = (await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == scene.Practice && whose.Contains(p.Id)).ToListAsync(cancellationToken))
            .ToDictionary(p => p.Id, p => patients.Open(p).Name.Display);
        return rows.ToDictionary(a => a.Id.Value, a => (names[a.PatientId], scene.Book.Reasons.GetValueOrDefault(a.ReasonId)?.Label ?? a.ReasonId.Value));
    }

    private async Task<Dictionary<Guid, string>> Away(ContactCenterDb db, BookingScene scene, List<AgendaEvent> standing, CancellationToken cancellationToken)
    {
        var ids = standing.Where(e => e.Kind == AgendaEventKind.AbsenceEntered).Select(e => e.Subject).ToList();
        return (await db.Set<Absence>().AsNoTracking().Where(a => a.PracticeId == scene.Practice && ids.Contains(a.Id)).ToListAsync(cancellationToken))
            .ToDictionary(a => a.Id, absences.Why);
    }

    private static AgendaEntryKind KindOf(AgendaEventKind kind) => kind switch
    {
        AgendaEventKind.Held or AgendaEventKind.HoldReleased => AgendaEntryKind.Hold,
        AgendaEventKind.AbsenceEntered or AgendaEventKind.AbsenceWithdrawn => AgendaEntryKind.Absence,
        AgendaEventKind.Booked or AgendaEventKind.Requested or AgendaEventKind.Approved or AgendaEventKind.MovedOut or AgendaEventKind.MovedIn
            or AgendaEventKind.Cancelled or AgendaEventKind.Arrived or AgendaEventKind.Fulfilled or AgendaEventKind.NoShow => AgendaEntryKind.Appointment,
    };
}
