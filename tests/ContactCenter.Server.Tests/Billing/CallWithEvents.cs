using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>A call as the vendor told it: 10 s of IVR, 15 s in the queue, a conversation, 20 s of notes. Measured from its events.</summary>
internal static class CallWithEvents
{
    public const string Caller = "+33677788899";
    private static readonly AgentId Agent = new(Guid.Parse("00000000-0000-7000-8000-00000000a9e2"));

    /// <param name="callerLeg">The vendor's name of the caller's leg, and of the agent's; made up when absent.</param>
    public static async Task<CallId> AddHeardCall(
        this BillingHouse house, PracticeId practice, Instant start, long talk, string? callerLeg = null, string? agentLeg = null)
    {
        var id = new CallId(Guid.CreateVersion7());
        var (caller, agent) = (new LegRef(callerLeg ?? $"leg-{id.Value:N}"), new LegRef(agentLeg ?? $"agent-{id.Value:N}"));
        var offer = new OfferId(Guid.CreateVersion7());
        Instant At(long seconds) => start + Duration.FromSeconds(seconds);
        var end = 25 + talk;
        CallEvent[] happened =
        [
            new CallArrived("arrived", At(0), caller, Caller, "+33180000001"),
            new CallDirected("directed", At(10), CallDirection.Queue, Urgency.Routine, null, []),
            new CallOffered("offered", At(20), offer, Agent),
            new OfferAccepted("accepted", At(22), offer, Agent),
            new ParticipantJoined("caller-joined", At(25), "room", 1, caller, new LegLabel(LegRole.Caller, 1)),
            new ParticipantJoined("agent-joined", At(25), "room", 2, agent, new LegLabel(LegRole.Agent, 1)),
            new LegProgressed("completed", At(end), caller, LegProgress.Completed, 1, null),
            new WrapUpFinished("notes", At(end + 20), "answered", false),
        ];
        var sealer = house.Host.Services.GetRequiredService<Sealer>();
        await house.Host.Store.Write(
            (db, _) =>
            {
                var call = new Call(id, happened);
                var record = new CallRecord
                {
                    Id = id, PracticeId = practice, CallerLeg = caller.Value, Line = "+33180000001", ArrivedAt = start, Script = "accueil@1#0",
                };
                db.Add(record);
                new CallFile(record, call, 0).Write(db, sealer, new Recorded(happened, [], [], null), At(end + 21) + Duration.FromMilliseconds(412));
                var row = new MeteredCall { PracticeId = practice, CallId = id, Line = record.Line };
                row.Take(TalkTimeMeter.Measure(call, practice)!, call.Story, At(end + 22));
                db.Add(row);
                db.Add(CallDetailRecord.Of(row));
                return Task.CompletedTask;
            },
            default);
        return id;
    }
}
