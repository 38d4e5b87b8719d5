using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Identity.Audit;

/// <summary>
/// Records each look at a patient's data, in the transaction that looks: what was not recorded was not shown. So reading
/// patients is a write unit; on conflict it runs again.
/// </summary>
internal sealed class AuditTrail(AuditHashes hashes, SearchTokens tokens, IClock clock)
{
    /// <summary>The trail of what was done to accounts: they are no practice's.</summary>
    public static PracticeId OfAccounts { get; } = new(Guid.Empty);

    /// <summary>Stands for an account in the trail of accounts.</summary>
    public long Pseudonym(Guid account) => tokens.Of(OfAccounts, "audit", $"{account}");

    /// <summary>Stands for a patient in the trail; whoever has the keys can ask what was done to one patient.</summary>
    public long Pseudonym(PracticeId practice, PatientId patient) => tokens.Of(practice, "audit", patient.ToString());

    /// <summary>Waits until no other unit hangs anything to this trail, to the end of the transaction: for decisions that must not be made side by side.</summary>
    public static Task TakeTurn(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken) => Lock(db, practice, rows: 0, cancellationToken);

    public Task Append(
        ContactCenterDb db, PracticeId practice, AuditActor actor, AuditAction action, PatientId patient, CancellationToken cancellationToken) =>
        Append(db, practice, actor, [new AuditEntry(action, patient)], cancellationToken);

    public async Task Append(
        ContactCenterDb db, PracticeId practice, AuditActor actor, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var head = await Lock(db, practice, entries.Count, cancellationToken);
        head.Sequence -= entries.Count;
        foreach (var entry in entries)
        {
            var row = Next(head, actor, entry);
            db.Add(row);
            (head.Sequence, head.Hash) = (row.Sequence, row.Hash);
        }
        var (hash, seal) = (head.Hash, hashes.OfHead(head));
        await db.Set<AuditHead>().Where(h => h.PracticeId == practice)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, hash).SetProperty(h => h.Seal, seal), cancellationToken);
    }

    /// <summary>
    /// Moves the end of the chain on before anything is hung to it. The update locks the row to the end of the transaction,
    /// so that others wait for their turn instead of colliding on a sequence number.
    /// </summary>
    private static async Task<AuditHead> Lock(ContactCenterDb db, PracticeId practice, int rows, CancellationToken cancellationToken)
    {
        var head = db.Set<AuditHead>().AsNoTracking().Where(h => h.PracticeId == practice);
        while (await head.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + rows), cancellationToken) == 0)
            await Begin(db, practice, cancellationToken);
        return await head.SingleAsync(cancellationToken);
    }

    private static async Task Begin(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken)
    {
        var first = db.Add(new AuditHead { PracticeId = practice });
        try
        {
            await db.SaveByItself(cancellationToken);
        }
        catch (DbUpdateException e) when (UniqueViolation.Caused(e))
        {
            first.State = EntityState.Detached;
            // Another unit began the chain in this moment; or the taken key is one of the caller's own pending rows.
            if (!await db.Set<AuditHead>().AnyAsync(h => h.PracticeId == practice, cancellationToken))
                throw;
        }
        first.State = EntityState.Detached;
    }

    private AuditRow Next(AuditHead head, AuditActor actor, AuditEntry entry)
    {
        var row = new AuditRow
        {
            PracticeId = head.PracticeId,
            Sequence = head.Sequence + 1,
            At = clock.GetCurrentInstant(),
            UserId = actor.UserId,
            Role = actor.Role,
            Action = entry.Action,
            Patient = entry switch
            {
                { Patient: { } patient } => Pseudonym(head.PracticeId, patient),
                { Account: { } account } => Pseudonym(account),
                _ => null,
            },
            CallId = actor.CallId,
        };
        row.Hash = hashes.OfRow(row, head.Hash);
        return row;
    }
}
