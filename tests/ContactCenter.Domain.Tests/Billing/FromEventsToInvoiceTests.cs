using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Tests.Billing.Invoices;
using ContactCenter.Domain.Tests.Calls;
using CsCheck;

namespace ContactCenter.Domain.Tests.Billing;

/// <summary>The whole way, from what the network told to the bytes that leave, around the autumn change of clocks.</summary>
public sealed class FromEventsToInvoiceTests
{
    [Test]
    public void Events_in_any_order_and_repeated_give_the_same_bytes()
    {
        var tariff = Priced.Shipped();
        (from histories in CallHistories.Any.Array[8]
         from seed in Gen.Int
         select (histories, seed)).Sample(
            drawn =>
            {
                var chance = new Random(drawn.seed);
                var calls = drawn.histories.Select((h, i) => (Id: new CallId(new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), h.Events)).ToArray();
                var bytes = Write(tariff, calls);
                chance.Shuffle(calls);
                Assert.That(Write(tariff, [.. calls.Select(c => (c.Id, (IReadOnlyList<CallEvent>)Disturbed(c.Events, chance)))]), Is.EqualTo(bytes));
            },
            iter: Chance.Nightly ? 2_000 : 100);
    }

    private static string Write(Tariff tariff, (CallId Id, IReadOnlyList<CallEvent> Events)[] calls)
    {
        // The fold takes each event once per key, as its store does.
        var usage = calls.Select(c => TalkTimeMeter.Measure(new Call(c.Id, c.Events.DistinctBy(e => e.Key)), Priced.Practice)).OfType<UsageRecord>().ToList();
        var contract = new BillingContract(Priced.Practice, Priced.Paris, HolidayRegion.Metropole, new(2026, 1, 1), null, [new(new(2026, 1, 1), tariff)]);
        var statement = MonthBilling.Rate(contract, Invoiced.Month, MonthUsage.OfCalls(usage));
        var invoice = Invoiced.Issue(Invoiced.Draft(statement));
        return CiiWriter.Write(invoice) + UblWriter.Write(invoice) + InvoiceCsv.Uses(statement);
    }

    private static CallEvent[] Disturbed(IReadOnlyList<CallEvent> events, Random chance)
    {
        CallEvent[] disturbed = [.. events, .. events.Where(_ => chance.Next(3) == 0)];
        chance.Shuffle(disturbed);
        return disturbed;
    }
}
