using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>
/// Two months of calls before today, with every event, when <c>Demo:History</c> is true: the earlier month is invoiced, the later one
/// waits to be closed. So the practice has something to open and the clerk something to do.
/// </summary>
internal sealed class DemoHistory(Store store, Sealer sealer, CloseMonth close, IssueInvoice issue, IClock clock)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[DemoPractice.Lilas.TimeZone];

    /// <summary>The month that is invoiced: two before the current one.</summary>
    public static YearMonth Invoiced(Instant now) => now.InZone(Zone).Date.ToYearMonth().PlusMonths(-2);

    public async Task Add(DemoClient client)
    {
        var invoiced = Invoiced(clock.GetCurrentInstant());
        await store.Write(
            async (db, token) =>
            {
                AddMonth(db, client, invoiced);
                AddMonth(db, client, invoiced.PlusMonths(1));
                await DemoLedgers.IsCompared(db, clock.GetCurrentInstant(), token);
            },
            default);
        await close.Do(client.Practice.Id, invoiced, default);
        await issue.Do(client.Practice.Id, invoiced, default);
    }

    private void AddMonth(ContactCenterDb db, DemoClient client, YearMonth month)
    {
        // The same month of a practice always has the same calls, so that a picture of it can be taken again.
        var chance = new Random((month.Year * 12) + month.Month + (100_000 * client.Chance));
        var days = month.ToDateInterval();
        var calls = new List<(Call Call, UsageRecord Usage)>();
        foreach (var day in days.Where(d => d.DayOfWeek is not IsoDayOfWeek.Sunday))
        {
            for (var i = chance.Next(2, 6); i > 0; i--)
            {
                var at = day + new LocalTime(chance.Next(8, day.DayOfWeek == IsoDayOfWeek.Saturday ? 12 : 19), chance.Next(60), chance.Next(60));
                calls.Add(Add(db, client, DemoCall.Of(at.InZoneLeniently(Zone).ToInstant(), client.Line, DemoPeople.Agents[chance.Next(DemoPeople.Agents.Count)], chance)));
            }
        }

        DemoLedgers.Add(db, client.Practice.Id, calls, clock.GetCurrentInstant(), withFinding: client.Practice.Id == DemoPractice.Id && month != Invoiced(clock.GetCurrentInstant()));
    }

    private (Call Call, UsageRecord Usage) Add(ContactCenterDb db, DemoClient client, DemoCall made)
    {
        var call = new Call(made.Id, made.Events.Select(e => e.Event));
        var record = new CallRecord
        {
            Id = made.Id, PracticeId = client.Practice.Id, CallerLeg = made.Caller.Value, Line = client.Line.Number,
            ArrivedAt = made.Events[0].Event.At, Script = "accueil@1#0000000000000000",
        };
        db.Add(record);
        for (var i = 0; i < made.Events.Count; i++)
            new CallFile(record, call, i).Write(db, sealer, new Recorded([made.Events[i].Event], [], [], null), made.Events[i].ReceivedAt);
        var metered = new MeteredCall { PracticeId = client.Practice.Id, CallId = made.Id, Line = record.Line };
        var usage = TalkTimeMeter.Measure(call, client.Practice.Id)!;
        metered.Take(usage, call.Story, made.Events[^1].ReceivedAt);
        db.Add(metered);
        db.Add(CallDetailRecord.Of(metered));
        return (call, usage);
    }
}
