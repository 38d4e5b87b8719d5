using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Tests.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Tests.Support;
using CsCheck;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;

namespace ContactCenter.Server.Tests.Calls;

/// <summary>The order property once more where it counts: through the desk, the sealed facts and the outbox of a real database, to the metered row.</summary>
internal sealed class CallDeskOrderTests
{
    private static readonly int Histories = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 1_000 : 12;
    private static readonly Instant OpenHours = Instant.FromUtc(2026, 11, 23, 8, 30);

    // Numbers and nodes of the scripted dialogue and of the escalation are the script's own, and so is whom it tries next: what depends on them is left to
    // their own tests.
    private static readonly Gen<CallHistory> Any = CallHistories.From(OpenHours, 3_600_000)
        .Where(h => h.Events.All(e => e is not (MessageRecorded or DiversionEnded or TransferRequested { TransferKind: TransferKind.Emergency or TransferKind.Doctor }))
            && !h.Implied.Any(k => k.EndsWith(">directed", StringComparison.Ordinal)));

    private readonly FakeClock _clock = new(OpenHours);
    private TestHost _host = null!;
    private CallDesk _desk = null!;
    private MeterFinishedCalls _meter = null!;

    [SetUp]
    public void Start()
    {
        _host = new TestHost(web =>
        {
            web.UseSetting("Demo:Seed", "true").UseSetting("Scripts:SamplesAllowedFor:0", "cabinet-des-lilas");
            web.ConfigureTestServices(services =>
            {
                // The effects stay in the outbox: what is compared is what was decided. Nor does anybody of the house act on its own, by another clock.
                foreach (var own in services.Where(s => s.ServiceType == typeof(IHostedService) && IsOfTheHouse(s)).ToList())
                    services.Remove(own);
            });
        });
        _desk = ActivatorUtilities.CreateInstance<CallDesk>(_host.Services, (IClock)_clock);
        _meter = ActivatorUtilities.CreateInstance<MeterFinishedCalls>(_host.Services, (IClock)_clock);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public void Late_disordered_and_repeated_notices_leave_the_same_rows_and_the_same_seconds()
    {
        (from history in Any
         from seed in Gen.Int
         select (history, seed)).Sample(
            drawn =>
            {
                var ordered = Live(drawn.history, null).GetAwaiter().GetResult();
                var disturbed = Live(drawn.history, new Random(drawn.seed)).GetAwaiter().GetResult();
                Assert.That(disturbed, Is.EqualTo(ordered));
            },
            iter: Histories, threads: 1, print: drawn => $"{drawn.seed}: {string.Join('\n', drawn.history.Events)}");
    }

    private static bool IsOfTheHouse(ServiceDescriptor hosted) =>
        hosted.ImplementationFactory?.GetType().GenericTypeArguments[1] is { Namespace: { } home } && home.StartsWith("ContactCenter.Server.", StringComparison.Ordinal)
        && home != typeof(ScriptLibrary).Namespace;

    /// <summary>One call through the desk from its first ring on; returns what it left, and takes it away again.</summary>
    private async Task<string> Live(CallHistory history, Random? chance)
    {
        _clock.Reset(OpenHours);
        CallId? id = null;
        var telling = new CallTelling(history, chance, async (happened, now) =>
        {
            _clock.Reset(now);
            var reply = happened is CallArrived arrived ? await _desk.Arrive(arrived, default) : await _desk.Handle(id!.Value, happened, default);
            id ??= reply?.CallId;
            return reply?.Decision;
        });
        await telling.Tell();
        var record = await _host.Store.Read((db, token) => db.Set<CallRecord>().AsNoTracking().SingleAsync(c => c.Id == id, token), default);
        Assert.That(record.PracticeId, Is.EqualTo(DemoPractice.Id));
        await _meter.Carry(record, new MeterCall(), default);
        return await Left(id!.Value);
    }

    private async Task<string> Left(CallId id)
    {
        var text = await _host.Store.Read(async (db, token) =>
        {
            var record = await db.Set<CallRecord>().AsNoTracking().SingleAsync(c => c.Id == id, token);
            var metered = await db.Set<MeteredCall>().AsNoTracking().SingleAsync(m => m.CallId == id, token);
            var facts = await db.Set<CallFact>().Where(f => f.CallId == id).Select(f => new { f.Key, f.At }).OrderBy(f => f.Key).ToListAsync(token);
            return CallJson.Of(new
            {
                record.State, record.StateSince, record.QueuedAt, record.Urgency, record.Reason, record.AgentId, record.Conference, record.AnsweredAt, record.CallerLeftAt,
                record.EmergencyOpen, record.Outcome, record.Disposition, record.WrapUpFinished, record.Acceptances, record.ExpectedLeg,
                metered.StartedAt, metered.EndedAt, metered.TalkSeconds, metered.HoldSeconds, metered.ConsultSeconds, metered.WaitingSeconds, metered.WrapUpSeconds,
                metered.LegSeconds, metered.Segments, facts,
            });
        }, default);
        await _host.Store.Write(async (db, token) =>
        {
            await db.Set<MeteredCall>().Where(m => m.CallId == id).ExecuteDeleteAsync(token);
            await db.Set<PendingEffect>().Where(e => e.CallId == id).ExecuteDeleteAsync(token);
            await db.Set<CallFact>().Where(f => f.CallId == id).ExecuteDeleteAsync(token);
            return await db.Set<CallRecord>().Where(c => c.Id == id).ExecuteDeleteAsync(token);
        }, default);
        return text;
    }
}
