using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Metering;

/// <summary>Measures a call when it is over, and again whenever a late fact sharpens a border: one revision more. Measuring twice gives the same.</summary>
internal sealed class MeterFinishedCalls(Store store, Sealer sealer, IClock clock) : IEffectHand
{
    public bool Carries(CallEffect effect) => effect is MeterCall;

    public async Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken)
    {
        await store.Write(async (db, token) =>
        {
            var file = await CallFile.Open(db, sealer, call.Id, token);
            if (file is null || TalkTimeMeter.Measure(file.Call, call.PracticeId) is not { } usage)
                return;
            var row = await db.Set<MeteredCall>().SingleOrDefaultAsync(m => m.PracticeId == call.PracticeId && m.CallId == call.Id, token);
            if (row is null)
                db.Add(row = new MeteredCall { PracticeId = call.PracticeId, CallId = call.Id, Line = call.Line });
            if (row.Take(usage, file.Call.Story, clock.GetCurrentInstant()))
                db.Add(CallDetailRecord.Of(row));
        }, cancellationToken);
        return EffectOutcome.Done;
    }
}
