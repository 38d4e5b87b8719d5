using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Gathers what the rules may ask about a patient.</summary>
internal sealed class PatientFactsReader(PatientRecords records)
{
    private static readonly HotQuery<PracticeId, PatientId, Patient?> PatientOf = new((db, practice, id, _) => db.Set<Patient>()
        .AsNoTracking().SingleOrDefault(p => p.PracticeId == practice && p.Id == id && p.MergedInto == null));

    private static readonly HotList<PracticeId, PatientId, VisitRow> VisitsOf = new((db, practice, patient) => db.Set<Appointment>()
        .AsNoTracking().Where(a => a.PracticeId == practice && a.PatientId == patient && a.State != AppointmentState.Cancelled)
        .Select(a => new VisitRow(a.Id, a.PractitionerId, a.ReasonId, a.Start, a.State)));

    /// <summary>Null when the practice has no such patient.</summary>
    /// <param name="except">The appointment that is moved: it does not count as another visit.</param>
    public async Task<(PatientFacts Facts, PatientIdentity Identity)?> Read(
        ContactCenterDb db, BookingScene scene, PatientId id, bool? saidToBeNew, bool hasReferral, AppointmentId? except, CancellationToken cancellationToken)
    {
        var row = await PatientOf.Run(db, scene.Practice, id, cancellationToken);
        if (row is null)
            return null;
        var identity = records.Open(row);
        var visits = (await VisitsOf.Run(db, scene.Practice, id, cancellationToken)).FindAll(v => v.Id != except);
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

    private sealed record VisitRow(AppointmentId Id, PractitionerId PractitionerId, VisitReasonId ReasonId, Instant Start, AppointmentState State);
}
