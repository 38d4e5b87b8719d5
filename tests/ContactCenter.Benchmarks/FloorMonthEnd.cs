using ContactCenter.Domain.Billing;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Storage;
using ContactCenter.TwilioSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Benchmarks;

/// <summary>
/// The month of the floor's calls ends, is closed and invoiced; then the notices come that the network had withheld, and the next month is closed. Every
/// call must still be measured as it was, the invoice must be the same to the byte, and what both months charge of the first must be what is known of it.
/// </summary>
internal static class FloorMonthEnd
{
    private static readonly YearMonth June = new(BenchServer.OpenHours.Year, BenchServer.OpenHours.Month);

    /// <summary>Returns how many of these did not hold.</summary>
    public static async Task<int> Pass(WebApplication server, MovableTime time, Simulator simulator, Func<Task<bool>> isMeasuredRight)
    {
        var (store, close, issue) = (
            server.Services.GetRequiredService<Store>(), server.Services.GetRequiredService<CloseMonth>(), server.Services.GetRequiredService<IssueInvoice>());
        time.SetTo(new DateTimeOffset(June.Year, June.Month, 1, 8, 0, 0, TimeSpan.Zero).AddMonths(1));
        var first = await store.Read((db, token) => db.Set<PracticeContract>().Where(c => c.PracticeId == DemoPractice.Id).Select(c => c.First).SingleAsync(token), default);
        for (var month = first.ToYearMonth(); month <= June; month = month.PlusMonths(1))
            Done(month, (await close.Do(DemoPractice.Id, month, default)).Refusal);
        var issued = await issue.Do(DemoPractice.Id, June, default);
        Done(June, issued.Refusal);
        var number = issued.Value!.Number!;
        var invoice = await Bytes(store, number);

        var released = simulator.ReleaseWithheld();
        for (var patience = 1_500; !simulator.IsQuiet && patience > 0; patience--)
            await Task.Delay(200);
        // Twenty seconds after late notices the vendor is asked once more.
        await Task.Delay(TimeSpan.FromSeconds(45));
        var measured = await isMeasuredRight();

        time.SetTo(new DateTimeOffset(June.Year, June.Month, 1, 8, 0, 0, TimeSpan.Zero).AddMonths(2));
        Done(June.PlusMonths(1), (await close.Do(DemoPractice.Id, June.PlusMonths(1), default)).Refusal);
        var (charged, late, known) = await store.Read(async (db, token) =>
        {
            var months = await db.Set<SettledMonth>().Where(m => m.PracticeId == DemoPractice.Id).OrderByDescending(m => m.Month).Take(2).ToListAsync(token);
            var lines = months[0].ReadCharged().Lines.FindAll(l => MonthAdjustment.AdjustedBy(l) == June);
            return (months[1].ReadCharged().Net, lines, months[1].ReadSettled().Net);
        }, default);
        var adjusted = Money.Sum(late.Select(l => l.Net));
        var same = (await Bytes(store, number)).SequenceEqual(invoice);
        Console.WriteLine($"{released} notices came after the month was invoiced: all calls {(measured ? "measured as before" : "NOT measured as before")}, "
            + $"the invoice {(same ? "is the same to the byte" : "CHANGED")}");
        Console.WriteLine($"charged {charged} with the month, {adjusted} with the next, {known} by all that is known");
        foreach (var use in late.SelectMany(l => l.Uses).Take(20))
            Console.WriteLine($"  call {use.Call}: {use.Quantity:+0;-0} charged after the month");
        return (released > 0 ? 0 : 1) + (measured ? 0 : 1) + (same ? 0 : 1) + (charged + adjusted == known ? 0 : 1);
    }

    private static Task<byte[]> Bytes(Store store, string number) => store.Read(
        async (db, token) => System.Text.Encoding.UTF8.GetBytes(await db.Set<IssuedInvoice>().Where(i => i.Number == number).Select(i => i.Document).SingleAsync(token)), default);

    private static void Done(YearMonth month, BillingRefusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"{month}: {refusal}");
    }
}
