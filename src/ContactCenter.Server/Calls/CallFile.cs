using System.Text.Json;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ContactCenter.Server.Calls;

/// <summary>A call as it lies in the database, opened for one unit of work: the row, the facts, and the call they tell.</summary>
internal sealed class CallFile(CallRecord record, Call call, int arrivals)
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    private static readonly HotQuery<CallId, CallRecord?> ById = new((db, id, _) => db.Set<CallRecord>().SingleOrDefault(c => c.Id == id));

    public CallRecord Record { get; } = record;
    public Call Call { get; } = call;

    public IvrPosition? Position => Record.IvrPosition is { } json ? JsonSerializer.Deserialize<IvrPosition>(json, Json) : null;

    public static CallFile New(CallRecord record) => new(record, new Call(record.Id, []), 0);

    public static async Task<CallFile?> Open(ContactCenterDb db, Sealer sealer, CallId id, CancellationToken cancellationToken, CallMemory? memory = null)
    {
        var record = await ById.Run(db, id, cancellationToken);
        return record is null ? null : await Open(db, sealer, record, cancellationToken, memory);
    }

    public static async Task<CallFile> Open(ContactCenterDb db, Sealer sealer, CallRecord record, CancellationToken cancellationToken, CallMemory? memory = null)
    {
        if (memory?.Find(record) is { } kept)
            return new CallFile(record, new Call(record.Id, kept), kept.Length);
        var facts = await db.Set<CallFact>().AsNoTracking().Where(f => f.CallId == record.Id).ToListAsync(cancellationToken);
        return new CallFile(record, new Call(record.Id, facts.Select(f => sealer.Open<CallEvent>(RowOf(record, f.Key), f.Event))), facts.Count);
    }

    /// <summary>Writes what was decided: facts, effects, and the row's copy of the story; saved when the unit ends. Returns the turn.</summary>
    public int Write(ContactCenterDb db, Sealer sealer, Recorded decided, Instant now)
    {
        var turn = arrivals + 1;
        foreach (var fact in decided.Facts)
        {
            db.Add(new CallFact
            {
                CallId = Record.Id, Key = fact.Key, Arrival = ++arrivals, Kind = fact.GetType().Name, At = fact.At, ReceivedAt = now,
                Event = sealer.Seal(RowOf(Record, fact.Key), fact),
                Answer = fact == decided.Facts[0] && decided.Instructions.Count > 0 ? JsonSerializer.Serialize(decided.Instructions, Json) : null,
            });
        }
        foreach (var effect in decided.Effects)
        {
            var number = ++Record.EffectsWritten;
            db.Add(new PendingEffect
            {
                CallId = Record.Id, Number = number, Kind = effect.GetType().Name, DueAt = now,
                Effect = sealer.Seal(EffectRow(Record, number), effect),
            });
        }
        if (decided.Position is not null)
        {
            Record.IvrPosition = JsonSerializer.Serialize(decided.Position, Json);
            Record.Language = Domain.Scripts.LanguageTags.Tag(decided.Position.Language);
        }
        Record.CopyFrom(Call.Story);
        return turn;
    }

    /// <summary>What the party was told when it asked the first time, and at which turn.</summary>
    public async Task<(IReadOnlyList<CallInstruction> Instructions, int Turn)> AnswerTo(ContactCenterDb db, string key, CancellationToken cancellationToken)
    {
        var fact = await db.Set<CallFact>().AsNoTracking().SingleAsync(f => f.CallId == Record.Id && f.Key == key, cancellationToken);
        return (fact.Answer is null ? [] : JsonSerializer.Deserialize<List<CallInstruction>>(fact.Answer, Json)!, fact.Arrival);
    }

    public static SealedRow EffectRow(CallRecord record, int number) => new("PendingEffects", record.PracticeId, $"{record.Id}/{number}");

    private static SealedRow RowOf(CallRecord record, string key) => new("CallFacts", record.PracticeId, $"{record.Id}/{key}");
}
