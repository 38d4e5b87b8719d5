using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Gathers what the rules may ask about a patient.</summary>
internal sealed class PatientFactsReader(PatientRecords records)
{
    /// <summary>Null when the practice has no such patient.</summary>
    /// <param name="except">The appointment that is moved: it does not count as another visit.</param>
    public async Task<(PatientFacts Facts, PatientIdentity Identity)?> Read(
        ContactCenterDb db, BookingScene scene, PatientId id, bool? saidToBeNew, bool hasReferral, AppointmentId? except, CancellationToken cancellationToken)
    {
        var row = await db.Set<Patient>().AsNoTracking().SingleOrDefaultAsync(p => p.PracticeId == scene.Practice && p.Id == id, cancellationToken);
        if (row is null)
            return null;
        var identity = records.Open(row);
        var visits = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == scene.Practice && a.PatientId == id && a.State != AppointmentState.Cancelled && a.Id != except)
            .Select(a => new { a.PractitionerId, a.ReasonId, a.Start, a.State }).ToListAsync(cancellationToken);
        var attended = visits.Where(v => v.Start <= scene.Now && v.State is not (AppointmentState.NoShow or AppointmentState.Pending)).ToList();
        var facts = new PatientFacts
        {
            Born = identity.BirthDate is { } day ? new BirthDate(day) : null,
            SaidToBeNew = saidToBeNew,
            SeenBy = attended.Select(v => v.PractitionerId).ToHashSet(),
            Last = attended.MaxBy(v => v.Start) is { } last ? new LastVisit(last.PractitionerId, scene.DateOf(last.Start)) : null,
            Visits = [.. visits.Where(v => v.State != AppointmentState.NoShow).Select(v => new PatientVisit(v.ReasonId, scene.DateOf(v.Start)))],
            Missed = [.. visits.Where(v => v.State == AppointmentState.NoShow).Select(v => scene.DateOf(v.Start))],
            Flags = row.Flags,
            HasReferral = hasReferral,
        };
        return (facts, identity);
    }
}
