using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>The coming appointments that lie in an absence, and where they may go.</summary>
internal sealed class StrandedPatients(PatientFactsReader patients, AppointmentViews views)
{
    private static readonly Duration Ahead = Duration.FromDays(28);

    public async Task<List<StrandedAppointment>> In(ContactCenterDb db, BookingScene scene, Absence absence, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == scene.Practice && a.Start < absence.End && a.End > absence.Start && a.Start > scene.Now
                && (a.State == AppointmentState.Booked || a.State == AppointmentState.Pending))
            .ToListAsync(cancellationToken);
        List<StrandedAppointment> stranded = [];
        foreach (var row in rows.Where(a => a.Slot.Occupies.Any(o => o.Resource == absence.ResourceId)))
        {
            if (await Of(db, scene, row, cancellationToken) is { } one)
                stranded.Add(one);
        }

        return stranded;
    }

    /// <summary>Proposals for all of an absence together: what is proposed first to one is not proposed to those after her.</summary>
    public async Task<IReadOnlyList<ReplanProposal>> Propose(ContactCenterDb db, BookingScene scene, Absence absence, int shown, CancellationToken cancellationToken) =>
        await Propose(db, scene, await In(db, scene, absence, cancellationToken), shown, cancellationToken);

    /// <summary>Proposals for one; null when it cannot be moved any more.</summary>
    public async Task<IReadOnlyList<Slot>> Propose(ContactCenterDb db, BookingScene scene, Appointment row, int shown, CancellationToken cancellationToken) =>
        await Of(db, scene, row, cancellationToken) is { } one && await Propose(db, scene, [one], shown, cancellationToken) is [var only] ? only.Slots : [];

    public async Task<Dictionary<AppointmentId, AppointmentView>> Views(
        ContactCenterDb db, BookingScene scene, IEnumerable<AppointmentId> appointments, CancellationToken cancellationToken)
    {
        var ids = appointments.Distinct().ToList();
        var rows = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == scene.Practice && ids.Contains(a.Id)).ToListAsync(cancellationToken);
        return (await views.Of(db, rows, scene, cancellationToken)).ToDictionary(v => new AppointmentId(v.AppointmentId));
    }

    private static async Task<IReadOnlyList<ReplanProposal>> Propose(
        ContactCenterDb db, BookingScene scene, List<StrandedAppointment> stranded, int shown, CancellationToken cancellationToken)
    {
        if (stranded.Count == 0)
            return [];
        var within = new Interval(scene.Now, stranded.Max(s => s.Start) + Ahead);
        var scope = new CalendarScope(CalendarScope.Whole(within, scene.Book), null, scene.Now);
        return Replanning.Propose(stranded, within, shown, await CalendarRows.Load(db, scene.Practice, scope, cancellationToken), scene.Book);
    }

    private async Task<StrandedAppointment?> Of(ContactCenterDb db, BookingScene scene, Appointment row, CancellationToken cancellationToken)
    {
        if (!scene.Book.Reasons.TryGetValue(row.ReasonId, out var reason)
            || await patients.Read(db, scene, row.PatientId, row.IsNewPatient ? true : null, hasReferral: true, row.Id, cancellationToken) is not { Facts: var facts })
            return null;
        var request = new BookingRequest { Reason = reason, Channel = BookingChannel.Agent, Patient = facts, Now = scene.Now };
        return new StrandedAppointment(row.Id, row.PractitionerId, row.Start, row.BookedAt, request);
    }
}
