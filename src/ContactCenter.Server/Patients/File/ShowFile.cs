using System.Security.Claims;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients.Accounts;
using ContactCenter.Server.Patients.Cases;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients.File;

/// <summary>The patient's file at hand while booking; the look is recorded.</summary>
internal sealed class ShowFile(PatientDesk desk, BookingScenes scenes, CaseViews cases, Timeline timeline, IClock clock)
{
    public async Task<IResult> Handle(Guid practiceId, Guid patientId, Guid? callId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (practice, patient) = (new PracticeId(practiceId), new PatientId(patientId));
        var file = await desk.Store.Write(
            async (db, token) =>
            {
                if (!await db.Set<Patient>().AnyAsync(p => p.PracticeId == practice && p.Id == patient, token))
                    return null;
                await desk.Audit.Append(db, practice, AuditActor.From(user, callId), AuditAction.PatientShown, patient, token);
                return await Read(db, practice, patient, user, token);
            },
            cancellationToken);
        return file is null ? Problems.NotFound() : TypedResults.Ok(file);
    }

    private async Task<PatientFile> Read(ContactCenterDb db, PracticeId practice, PatientId patient, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var book = await scenes.BookOf(db, practice, cancellationToken);
        var zone = DateTimeZoneProviders.Tzdb[await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.TimeZone).SingleAsync(cancellationToken)];
        var now = clock.GetCurrentInstant();
        var visits = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == practice && a.PatientId == patient && a.Start <= now)
            .OrderByDescending(a => a.Start).Select(a => new { a.Start, a.State, a.PractitionerId }).ToListAsync(cancellationToken);
        var last = visits.Find(v => v.State is AppointmentState.Fulfilled or AppointmentState.Arrived or AppointmentState.Booked)?.PractitionerId;
        return new PatientFile(
            patient.Value,
            [.. visits.Where(v => v.State == AppointmentState.NoShow).Select(v => v.Start.InZone(zone).Date.ToDateOnly())],
            book?.Missed is { } rule ? FileSentences.Missed(rule, user.Culture()) : null,
            last is { } who ? book?.Practitioners.GetValueOrDefault(who)?.Name ?? who.Value : null,
            await cases.Of(db, practice, patient, cancellationToken),
            await Balances.Shown(db, practice, patient, user.IsInRole(Roles.PracticeStaff), cancellationToken),
            await timeline.Of(db, practice, patient, zone, cancellationToken));
    }
}
