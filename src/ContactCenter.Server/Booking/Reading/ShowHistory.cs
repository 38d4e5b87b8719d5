using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>What became of an appointment, line by line; the look is recorded.</summary>
internal sealed class ShowHistory(Store store, BookingScenes scenes, AuditTrail audit)
{
    public async Task<IResult> Handle(Guid practiceId, Guid appointmentId, Guid? callId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var view = await store.Write(
            async (db, token) =>
            {
                if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                    return null;
                var appointment = await db.Set<Appointment>().AsNoTracking().SingleOrDefaultAsync(a => a.PracticeId == scene.Practice && a.Id == new AppointmentId(appointmentId), token);
                if (appointment is null)
                    return null;
                await audit.Append(db, scene.Practice, AuditActor.From(user, callId), AuditAction.PatientShown, appointment.PatientId, token);
                return new AppointmentHistory(appointmentId, await AppointmentEvents.Of(db, scene, appointment.Id, token));
            },
            cancellationToken);
        return view is null ? Problems.NotFound() : TypedResults.Ok(view);
    }
}
