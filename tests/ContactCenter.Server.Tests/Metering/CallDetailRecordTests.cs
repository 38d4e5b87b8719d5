using System.Net.Http.Json;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.Server.Tests.Billing;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Metering;

internal sealed class CallDetailRecordTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);

    [Test]
    public async Task A_late_fact_makes_a_revision_and_what_was_measured_before_stays_as_it_was()
    {
        await using var house = new BillingHouse(DatabaseEngine.Sqlite);
        var practice = await house.AddPractice("a");
        var call = await house.AddHeardCall(practice, Morning, 100);
        await Measure(house, call);
        Assert.That(await Revisions(house, call), Is.EqualTo(new[] { (1, 100L) }), "measuring again what is known makes none");

        // Her leg had left before the caller's: the notice came after the measurement.
        var leg = new LegRef($"agent-{call.Value:N}");
        await Learn(house, call, new ParticipantLeft("agent-left", Morning + Duration.FromSeconds(85), "room", 3, leg, new LegLabel(LegRole.Agent, 1), LegEnded: true));
        await Measure(house, call);
        await Measure(house, call);

        Assert.That(await Revisions(house, call), Is.EqualTo(new[] { (1, 100L), (2, 60L) }));
        var evidence = await Evidence(house, practice, call);
        Assert.That(evidence.TalkSeconds, Is.EqualTo(60), "the newest is in force");
        Assert.That(evidence.Measurements.Select(m => (m.Revision, m.TalkSeconds, m.Stretches.Where(s => s.Kind == "talk").Sum(s => s.Seconds))),
            Is.EqualTo(new[] { (1, 100L, 100L), (2, 60L, 60L) }), "and who asks sees both");
    }

    private static Task Learn(BillingHouse house, CallId id, CallEvent late) => house.Host.Store.Write(async (db, token) =>
    {
        var sealer = house.Host.Services.GetRequiredService<Sealer>();
        var before = (await CallFile.Open(db, sealer, id, token))!;
        var told = new Call(id, [.. before.Call.Events, late]);
        new CallFile(before.Record, told, before.Call.Events.Count).Write(db, sealer, new Recorded([late], [], [], null), Morning + Duration.FromHours(1));
    }, default);

    private static async Task Measure(BillingHouse house, CallId id)
    {
        var record = await house.Host.Store.Read((db, token) => db.Set<CallRecord>().SingleAsync(c => c.Id == id, token), default);
        await house.Host.Services.GetServices<IEffectHand>().OfType<MeterFinishedCalls>().Single().Carry(record, new MeterCall(), default);
    }

    private static Task<List<(int, long)>> Revisions(BillingHouse house, CallId id) => house.Host.Store.Read(
        async (db, token) =>
        {
            var records = await db.Set<CallDetailRecord>().Where(r => r.CallId == id).OrderBy(r => r.Revision).ToListAsync(token);
            return records.ConvertAll(r => (r.Revision, r.TalkSeconds));
        },
        default);

    private static async Task<CallEvidence> Evidence(BillingHouse house, PracticeId practice, CallId call)
    {
        using var staff = await house.Host.SignedIn(await house.Host.AddUser("staff", Roles.PracticeStaff, practice));
        return (await staff.GetFromJsonAsync<CallEvidence>($"/api/billing/practices/{practice.Value}/calls/{call.Value}", TestJson.Options))!;
    }
}
