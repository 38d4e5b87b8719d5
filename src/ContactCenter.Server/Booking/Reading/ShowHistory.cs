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
                return await Read(db, scene, appointment, token);
            },
            cancellationToken);
        return view is null ? Problems.NotFound() : TypedResults.Ok(view);
    }

    private static async Task<AppointmentHistory> Read(ContactCenterDb db, BookingScene scene, Appointment appointment, CancellationToken cancellationToken)
    {
        var rows = await db.Set<AgendaEvent>().AsNoTracking().Where(e => e.PracticeId == scene.Practice && e.Subject == appointment.Id.Value).ToListAsync(cancellationToken);
        var people = rows.Select(e => e.By).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return new AppointmentHistory(
            appointment.Id.Value,
            [
                .. rows.OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new AppointmentEventView(
                    scene.Local(e.At), $"{e.Kind}", e.State is { } state ? AppointmentViews.StateOf(state) : null, e.ResourceId.Value, scene.Local(e.Start), scene.Local(e.End),
                    e.By is { } by ? names.GetValueOrDefault(by) : null, e.CallId?.Value, e.Rules.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            ]);
    }
}
