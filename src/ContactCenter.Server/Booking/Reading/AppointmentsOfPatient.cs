using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>A patient's appointments with all practitioners; the look is recorded.</summary>
internal sealed class AppointmentsOfPatient(Store store, BookingScenes scenes, AppointmentViews views, AuditTrail audit)
{
    private const int Most = 200;

    public async Task<IResult> Handle(Guid practiceId, Guid patientId, Guid? callId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = new PatientId(patientId);
        var view = await store.Write(
            async (db, token) =>
            {
                if (await scenes.Set(db, practiceId, user, null, token) is not { } scene
                    || !await db.Set<Patient>().AnyAsync(p => p.PracticeId == scene.Practice && p.Id == id, token))
                    return null;
                await audit.Append(db, scene.Practice, AuditActor.From(user, callId), AuditAction.PatientShown, id, token);
                return await Read(db, scene, id, token);
            },
            cancellationToken);
        return view is null ? Problems.NotFound() : TypedResults.Ok(view);
    }

    private async Task<PatientAppointments> Read(ContactCenterDb db, BookingScene scene, PatientId id, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == scene.Practice && a.PatientId == id)
            .OrderByDescending(a => a.Start).Take(Most).ToListAsync(cancellationToken);
        var shown = await views.Of(db, rows, scene, cancellationToken);
        var now = scene.Now.ToDateTimeOffset();
        return new PatientAppointments([.. shown.Where(v => v.End > now).OrderBy(v => v.Start)], [.. shown.Where(v => v.End <= now)]);
    }
}
