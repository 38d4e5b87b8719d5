using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Patients.Merging;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>What waits for a patient, and its way to another when the two are one.</summary>
internal static class WaitingRows
{
    public static async Task<MovedWaiting> Of(ContactCenterDb db, PracticeId practice, PatientId patient, CancellationToken cancellationToken) => new(
        [.. (await db.Set<WaitlistEntry>().Where(e => e.PracticeId == practice && e.PatientId == patient).Select(e => e.Id).ToListAsync(cancellationToken)).Select(e => e.Value)],
        [.. (await db.Set<Recall>().Where(r => r.PracticeId == practice && r.PatientId == patient).Select(r => r.Id).ToListAsync(cancellationToken)).Select(r => r.Value)],
        [.. (await db.Set<CallTask>().Where(t => t.PracticeId == practice && t.PatientId == patient).Select(t => t.Id).ToListAsync(cancellationToken)).Select(t => t.Value)]);

    public static async Task Give(ContactCenterDb db, PracticeId practice, MovedWaiting rows, PatientId to, CancellationToken cancellationToken)
    {
        foreach (var ids in rows.Waitlist.Select(id => new WaitlistEntryId(id)).Chunk(500))
        {
            await db.Set<WaitlistEntry>().Where(e => e.PracticeId == practice && ids.Contains(e.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.PatientId, to).SetProperty(e => e.Version, e => e.Version + 1), cancellationToken);
        }

        foreach (var ids in rows.Recalls.Select(id => new RecallId(id)).Chunk(500))
        {
            await db.Set<Recall>().Where(r => r.PracticeId == practice && ids.Contains(r.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.PatientId, to).SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
        }

        foreach (var ids in rows.Tasks.Select(id => new CallTaskId(id)).Chunk(500))
        {
            await db.Set<CallTask>().Where(t => t.PracticeId == practice && ids.Contains(t.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.PatientId, to).SetProperty(t => t.Version, t => t.Version + 1), cancellationToken);
        }
    }
}
