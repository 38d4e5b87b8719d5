using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Calls;

/// <summary>The agent's notes of a call, kept from the first key she types and sealed.</summary>
internal sealed class CallNotes(Store store, Sealer sealer)
{
    public const int Longest = 4_000;

    public static SealedRow RowOf(CallRecord record) => new("Calls.Notes", record.PracticeId, record.Id.Value);

    public static SealedRow WishRowOf(CallRecord record) => new("Calls.Wish", record.PracticeId, record.Id.Value);

    /// <summary>False when the call is not in her hands.</summary>
    public Task<bool> Save(AgentId agent, CallId id, string? notes, string? disposition, string? wish, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var record = await db.Set<CallRecord>().SingleOrDefaultAsync(c => c.Id == id && c.AgentId == agent, token);
        if (record is null || record.State == CallState.Closed)
            return false;
        record.Notes = string.IsNullOrEmpty(notes) ? null : sealer.Seal(RowOf(record), notes.Length > Longest ? notes[..Longest] : notes);
        record.Disposition = disposition ?? record.Disposition;
        // Emptied is an answer too: she found that nothing else was wished.
        if (wish is not null)
            record.Wish = sealer.Seal(WishRowOf(record), wish.Length > Longest ? wish[..Longest] : wish);
        record.Version++;
        return true;
    }, cancellationToken);
}
