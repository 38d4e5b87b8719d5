using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients;

/// <summary>Puts patients into their boxes with their tokens, and takes them out. Callers record the look in the audit trail.</summary>
internal sealed class PatientRecords(Sealer sealer, PatientTokens tokens, IClock clock)
{
    public PatientIdentity Open(Patient patient) => sealer.Open<PatientIdentity>(Row(patient.PracticeId, patient.Id), patient.Box);

    public Patient Add(ContactCenterDb db, PracticeId practice, PatientId id, PatientIdentity identity, PatientFlags flags)
    {
        var now = clock.GetCurrentInstant();
        var patient = new Patient
        {
            PracticeId = practice,
            Id = id,
            Box = sealer.Seal(Row(practice, id), identity),
            Flags = flags,
            CreatedAt = now,
            ChangedAt = now,
        };
        db.Add(patient);
        db.AddRange(tokens.Of(practice, identity).Select(token => Token(patient, token)));
        return patient;
    }

    /// <summary>Changes a tracked patient; tokens that no longer lead to her go.</summary>
    public async Task Change(ContactCenterDb db, Patient patient, PatientIdentity identity, PatientFlags flags, CancellationToken cancellationToken)
    {
        patient.Box = sealer.Seal(Row(patient.PracticeId, patient.Id), identity);
        patient.Flags = flags;
        patient.ChangedAt = clock.GetCurrentInstant();
        patient.Version++;
        var before = await db.Set<PatientToken>()
            .Where(t => t.PracticeId == patient.PracticeId && t.PatientId == patient.Id).ToListAsync(cancellationToken);
        var wanted = tokens.Of(patient.PracticeId, identity);
        db.RemoveRange(before.Where(t => !wanted.Contains(t.Token)));
        db.AddRange(wanted.Except(before.Select(t => t.Token)).Select(token => Token(patient, token)));
    }

    /// <summary>Nothing finds her any more; <see cref="Change"/> makes her found again.</summary>
    public static async Task Hide(ContactCenterDb db, Patient patient, CancellationToken cancellationToken) => db.RemoveRange(
        await db.Set<PatientToken>().Where(t => t.PracticeId == patient.PracticeId && t.PatientId == patient.Id).ToListAsync(cancellationToken));

    private static PatientToken Token(Patient patient, long token) =>
        new() { PracticeId = patient.PracticeId, Token = token, PatientId = patient.Id };

    private static SealedRow Row(PracticeId practice, PatientId patient) => new("Patients", practice, patient.Value);
}
