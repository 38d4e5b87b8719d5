using System.Security.Cryptography;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Identity.Audit;

/// <summary>Walks a practice's chain from its first row to its end.</summary>
internal sealed class AuditCheck(Store store, AuditHashes hashes)
{
    public Task<AuditVerdict> Verify(PracticeId practice, CancellationToken cancellationToken) => store.Read(
        async (db, token) =>
        {
            var head = await db.Set<AuditHead>().SingleOrDefaultAsync(h => h.PracticeId == practice, token) ?? new AuditHead { PracticeId = practice };
            byte[] previous = [];
            var sequence = 0L;
            var rows = db.Set<AuditRow>().Where(a => a.PracticeId == practice).OrderBy(a => a.Sequence).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(token))
            {
                // Rows written while we read lie beyond the end we loaded.
                if (row.Sequence > head.Sequence && head.Sequence > 0)
                    break;
                if (row.Sequence != sequence + 1)
                    return AuditVerdict.Broken(sequence + 1, "the row is missing");
                if (!Equal(hashes.OfRow(row, previous), row.Hash))
                    return AuditVerdict.Broken(row.Sequence, "the row was altered");
                (sequence, previous) = (row.Sequence, row.Hash);
            }
            if (sequence == 0 && head.Sequence == 0)
                return AuditVerdict.Intact(0);
            return head.Sequence == sequence && Equal(head.Hash, previous) && Equal(hashes.OfHead(head), head.Seal)
                ? AuditVerdict.Intact(sequence)
                : AuditVerdict.Broken(sequence + 1, "the end of the trail was cut or altered");
        },
        cancellationToken);

    private static bool Equal(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}

/// <param name="Rows">Rows found intact from the first on.</param>
/// <param name="Fault">What is wrong after them; null when the whole trail is intact.</param>
internal sealed record AuditVerdict(long Rows, string? Fault)
{
    public static AuditVerdict Intact(long rows) => new(rows, null);

    public static AuditVerdict Broken(long sequence, string fault) => new(sequence - 1, $"Row {sequence}: {fault}.");
}
