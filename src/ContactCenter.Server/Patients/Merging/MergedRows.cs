using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Messaging;
using ContactCenter.Server.Patients.Accounts;
using ContactCenter.Server.Patients.Cases;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Patients.Merging;

/// <summary>The rows that are a patient's, and their way to another.</summary>
internal static class MergedRows
{
    /// <summary>All that is hers now.</summary>
    public static async Task<MergedRowIds> Of(ContactCenterDb db, PracticeId practice, PatientId patient, CancellationToken cancellationToken) => new(
        [.. (await db.Set<Appointment>().Where(a => a.PracticeId == practice && a.PatientId == patient).Select(a => a.Id).ToListAsync(cancellationToken)).Select(a => a.Value)],
        [.. (await db.Set<PatientCase>().Where(c => c.PracticeId == practice && c.PatientId == patient).Select(c => c.Id).ToListAsync(cancellationToken)).Select(c => c.Value)],
        await db.Set<AccountEntry>().Where(e => e.PracticeId == practice && e.PatientId == patient).Select(e => e.Id).ToListAsync(cancellationToken),
        await db.Set<PracticeMessage>().Where(m => m.PracticeId == practice && m.PatientId == patient).Select(m => m.Id).ToListAsync(cancellationToken),
        [.. (await db.Set<CallRecord>().Where(c => c.PracticeId == practice && c.PatientId == patient).Select(c => c.Id).ToListAsync(cancellationToken)).Select(c => c.Value)],
        await WaitingRows.Of(db, practice, patient, cancellationToken));

    /// <summary>Gives exactly these rows to a patient. Who saw an appointment before sees by its version that it changed.</summary>
    public static async Task Give(ContactCenterDb db, PracticeId practice, MergedRowIds rows, PatientId to, CancellationToken cancellationToken)
    {
        foreach (var ids in rows.Appointments.Select(id => new AppointmentId(id)).Chunk(500))
        {
            await db.Set<Appointment>().Where(a => a.PracticeId == practice && ids.Contains(a.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.PatientId, to).SetProperty(a => a.Version, a => a.Version + 1), cancellationToken);
        }

        foreach (var ids in rows.Cases.Select(id => new CaseId(id)).Chunk(500))
        {
            await db.Set<PatientCase>().Where(c => c.PracticeId == practice && ids.Contains(c.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.PatientId, to).SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
        }

        foreach (var ids in rows.Entries.Chunk(500))
            await db.Set<AccountEntry>().Where(e => e.PracticeId == practice && ids.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.PatientId, to), cancellationToken);
        foreach (var ids in rows.Messages.Chunk(500))
        {
            await db.Set<PracticeMessage>().Where(m => m.PracticeId == practice && ids.Contains(m.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.PatientId, (PatientId?)to).SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
        }
        foreach (var ids in rows.Calls.Select(id => new CallId(id)).Chunk(500))
        {
            await db.Set<CallRecord>().Where(c => c.PracticeId == practice && ids.Contains(c.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.PatientId, (PatientId?)to), cancellationToken);
        }

        await WaitingRows.Give(db, practice, rows.Waiting, to, cancellationToken);
    }
}

/// <summary>Which rows a merge gave to another patient.</summary>
internal sealed record MergedRowIds(
    IReadOnlyList<Guid> Appointments, IReadOnlyList<Guid> Cases, IReadOnlyList<Guid> Entries, IReadOnlyList<Guid> Messages, IReadOnlyList<Guid> Calls,
    MovedWaiting Waiting);
