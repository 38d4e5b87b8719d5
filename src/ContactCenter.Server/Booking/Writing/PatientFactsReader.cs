using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Patients.Cases;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Gathers what the rules may ask about a patient.</summary>
internal sealed class PatientFactsReader(PatientRecords records)
{
    // With the few cases that are open: what a booking asks of her in one journey. Visits may be many, and would bring her along in each row.
    private static readonly HotQuery<PracticeId, PatientId, PatientRow?> PatientOf = new((db, practice, id, _) => db.Set<Patient>()
        .AsNoTracking().Where(p => p.PracticeId == practice && p.Id == id && p.MergedInto == null)
        .Select(p => new PatientRow(p, db.Set<PatientCase>().Where(c => c.PracticeId == p.PracticeId && c.PatientId == p.Id && c.ClosedAt == null).ToList()))
        .SingleOrDefault());

    private static readonly HotList<PracticeId, PatientId, VisitRow> VisitsOf = new((db, practice, patient) => db.Set<Appointment>()
        .AsNoTracking().Where(a => a.PracticeId == practice && a.PatientId == patient && a.State != AppointmentState.Cancelled)
        .Select(a => new VisitRow(a.Id, a.PractitionerId, a.ReasonId, a.Start, a.State)));

    /// <summary>Null when the practice has no such patient.</summary>
    /// <param name="except">The appointment that is moved: it does not count as another visit.</param>
    public async Task<PatientToBook?> Read(
        ContactCenterDb db, BookingScene scene, PatientId id, bool? saidToBeNew, bool hasReferral, AppointmentId? except, CancellationToken cancellationToken)
    {
        if (await PatientOf.Run(db, scene.Practice, id, cancellationToken) is not var (row, cases))
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
        return new PatientToBook(facts, identity, cases);
    }

    private sealed record PatientRow(Patient Patient, List<PatientCase> OpenCases);

    private sealed record VisitRow(AppointmentId Id, PractitionerId PractitionerId, VisitReasonId ReasonId, Instant Start, AppointmentState State);
}

/// <summary>Somebody for whom a slot is sought or booked.</summary>
internal sealed record PatientToBook(PatientFacts Facts, PatientIdentity Identity, IReadOnlyList<PatientCase> OpenCases);
