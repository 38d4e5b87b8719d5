using System.Globalization;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>Numbers are continuous and single whatever happens to those who take them (CGI, annexe II, 242 nonies A).</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
internal sealed class NumberSeriesTests(DatabaseEngine engine)
{
    private const int Invoices = 24;

    [Test]
    public async Task Two_servers_and_cancelled_requests_leave_neither_gap_nor_double()
    {
        await using var house = new BillingHouse(engine);
        var practices = new List<PracticeId>();
        for (var i = 0; i < Invoices; i++)
        {
            practices.Add(await house.AddPractice($"p{i}"));
            await house.Close(practices[i], BillingHouse.September);
        }

        // A second node on the same data, where the engine lets two write.
        await using var other = engine == DatabaseEngine.Sqlite ? null : house.Host.OnSameData();
        IssueInvoice[] nodes = [.. new[] { house.Host, other }.OfType<Support.TestHost>().Select(h => h.Services.GetRequiredService<IssueInvoice>())];
        // Each is asked for three times at once, one of them giving up in the middle.
        await Task.WhenAll(practices.SelectMany((p, i) => Enumerable.Range(0, 3).Select(n => Task.Run(async () =>
        {
            using var gaveUp = new CancellationTokenSource();
            if (n == 0)
                gaveUp.CancelAfter(TimeSpan.FromMilliseconds(i));
            try
            {
                await nodes[(i + n) % nodes.Length].Do(p, BillingHouse.September, gaveUp.Token);
            }
            catch (OperationCanceledException)
            {
                TestContext.Out.WriteLine($"{p} gave up");
            }
        }))));

        var rows = await house.Host.Store.Read((db, token) => db.Set<IssuedInvoice>().ToListAsync(token), default);
        Assert.That(rows.Select(r => r.PracticeId), Is.EquivalentTo(practices), "one invoice each");
        Assert.That(
            rows.Select(r => r.Number).Order(StringComparer.Ordinal),
            Is.EqualTo(Enumerable.Range(1, Invoices).Select(n => string.Create(CultureInfo.InvariantCulture, $"F2026-{n:000000}"))));
        Assert.That(rows.Select(r => r.JournalEntry).Order(), Is.EqualTo(Enumerable.Range(1, Invoices)));
    }

    [Test]
    public async Task Refused_invoice_takes_no_number()
    {
        await using var house = new BillingHouse(engine);
        var wrong = await house.AddPractice("wrong", buyerSiren: "123456789");
        var right = await house.AddPractice("right");
        await house.Close(wrong, BillingHouse.September);
        await house.Close(right, BillingHouse.September);

        var refusal = (await house.Issue(wrong, BillingHouse.September)).Refusal!;
        Assert.That((refusal.StatusCode, refusal.Code), Is.EqualTo((422, BillingProblems.NotIssued)));
        Assert.That(refusal.Faults.Select(f => f.Code), Is.EqualTo(new[] { "INV022" }));
        Assert.That((await house.Issue(right, BillingHouse.September)).Value!.Number, Is.EqualTo("F2026-000001"));
    }
}
