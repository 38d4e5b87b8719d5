using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;
using ShownState = ContactCenter.Contracts.Booking.AppointmentState;

namespace ContactCenter.Server.Booking;

/// <summary>Appointments as they go to the screen: names and words out of their boxes, times with the practice's own offset.</summary>
internal sealed class AppointmentViews(PatientRecords patients, Sealer sealer)
{
    public async Task<List<AppointmentView>> Of(ContactCenterDb db, IReadOnlyList<Appointment> appointments, BookingScene scene, CancellationToken cancellationToken)
    {
        if (appointments.Count == 0)
            return [];
        var ids = appointments.Select(a => a.PatientId).Distinct().ToList();
        var rows = await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == scene.Practice && ids.Contains(p.Id)).ToListAsync(cancellationToken);
        var names = rows.ToDictionary(p => p.Id, p => patients.Open(p).Name.Display);
        return [.. appointments.Select(a => Of(a, names[a.PatientId], scene))];
    }

    public async Task<AppointmentView> Of(ContactCenterDb db, Appointment appointment, BookingScene scene, CancellationToken cancellationToken) =>
        (await Of(db, [appointment], scene, cancellationToken))[0];

    public AppointmentView Of(Appointment appointment, string patient, BookingScene scene)
    {
        var reason = scene.Book.Reasons.GetValueOrDefault(appointment.ReasonId);
        var resources = ResourceList.Read(appointment.Resources);
        return new AppointmentView(
            appointment.Id.Value, appointment.Version, appointment.PractitionerId.Value, SlotViews.NameOf(ResourceId.Of(appointment.PractitionerId), scene.Book),
            appointment.PatientId.Value, patient, appointment.ReasonId.Value, reason?.Label ?? appointment.ReasonId.Value,
            scene.Local(appointment.Start), scene.Local(appointment.End), StateOf(appointment.State), BookingCertainty.Confirmed,
            Words(appointment).Note, reason?.Preparation ?? [], reason?.Documents ?? [], appointment.Lane,
            resources.Count == 0 ? null : SlotViews.NamesOf(resources, scene.Book), appointment.DecideBy is { } due ? scene.Local(due) : null, appointment.SeriesId,
            appointment.CaseId?.Value, Cancelled(appointment, scene));
    }

    private CancelledView? Cancelled(Appointment appointment, BookingScene scene) => appointment.CancelledAt is { } at
        ? new CancelledView(scene.Local(at), By(appointment.CancelledFor), Words(appointment).CancelReason)
        : null;

    private static CancelledBy? By(CancelledFor? why) => why switch
    {
        CancelledFor.Patient => CancelledBy.Patient,
        CancelledFor.Practice => CancelledBy.Practice,
        CancelledFor.Us => CancelledBy.Us,
        CancelledFor.NoDecision or null => null,
    };

    public AppointmentWords Words(Appointment appointment) =>
        appointment.Box is { } box ? sealer.Open<AppointmentWords>(Row(appointment.PracticeId, appointment.Id), box) : new AppointmentWords();

    /// <summary>Null when nothing was written.</summary>
    public byte[]? Seal(PracticeId practice, AppointmentId id, AppointmentWords words) => words.IsEmpty ? null : sealer.Seal(Row(practice, id), words);

    public static ShownState StateOf(AppointmentState state) => state switch
    {
        AppointmentState.Pending => ShownState.Pending,
        AppointmentState.Booked => ShownState.Booked,
        AppointmentState.Arrived => ShownState.Arrived,
        AppointmentState.Fulfilled => ShownState.Fulfilled,
        AppointmentState.Cancelled => ShownState.Cancelled,
        AppointmentState.NoShow => ShownState.NoShow,
    };

    private static SealedRow Row(PracticeId practice, AppointmentId id) => new("Appointments", practice, id.Value);
}
