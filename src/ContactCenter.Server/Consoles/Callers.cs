using ContactCenter.Contracts.Consoles;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Consoles;

/// <summary>Who is calling, as far as the number tells.</summary>
internal sealed class Callers(KnownCallers known, IClock clock)
{
    public async Task<CallerView> For(ContactCenterDb db, CallFile file, CancellationToken cancellationToken)
    {
        var record = file.Record;
        var earlier = 0;
        if (record.CallerToken is { } token)
        {
            var since = clock.GetCurrentInstant() - Duration.FromHours(16);
            earlier = await db.Set<CallRecord>().CountAsync(c => c.PracticeId == record.PracticeId && c.CallerToken == token && c.Id != record.Id
                && c.ArrivedAt > since && c.ArrivedAt <= record.ArrivedAt, cancellationToken);
        }
        var number = file.Call.Story.CallerNumber;
        return new CallerView(number, await known.Patients(db, record.PracticeId, number, cancellationToken), earlier, null);
    }
}
