using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>
/// The command that gives a month its invoices is killed in the middle of its work, again and again, and at last let finish. Numbers are continuous, dates
/// never go back, each practice has one invoice, and what a killed command had said stands.
/// </summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
[CancelAfter(3_600_000)]
internal sealed class KilledWhileIssuingTests(DatabaseEngine engine)
{
    private static readonly int Practices = RaceHouse.IsNightly ? 4_000 : 40;

    /// <summary>Who issue at the same time, where the engine lets several write.</summary>
    private readonly int _clerks = engine == DatabaseEngine.Sqlite ? 1 : RaceHouse.IsNightly ? 8 : 2;

    /// <summary>Each time all of them are killed.</summary>
    private readonly int _rounds = !RaceHouse.IsNightly ? 3 : engine == DatabaseEngine.Sqlite ? 50 : 7;
    private readonly ConcurrentBag<string> _said = [];

    [Test]
    public async Task Neither_gap_nor_double_nor_a_number_that_was_told_and_is_gone()
    {
        var chance = new Random(RaceHouse.Seed("kills while issuing"));
        await using var house = new BillingHouse(engine);
        for (var i = 0; i < Practices; i++)
        {
            var practice = await house.AddPractice($"p{i:000}");
            Assert.That((await house.Close(practice, BillingHouse.September)).Refusal, Is.Null);
        }

        for (var round = 0; round < _rounds; round++)
            await Task.WhenAll(Enumerable.Range(0, _clerks).Select(_ => Issue(house, chance.Next(1, Practices / _rounds))));
        Assert.That(await Issued(house), Has.Count.InRange(1, Practices - 1), "killed in the middle of the work");
        await Task.WhenAll(Enumerable.Range(0, _clerks).Select(_ => Issue(house, int.MaxValue)));

        var rows = (await Issued(house)).OrderBy(i => i.Number, StringComparer.Ordinal).ToList();
        Assert.That(rows.Select(r => r.PracticeId).Distinct().Count(), Is.EqualTo(Practices), "one invoice each");
        Assert.That(
            rows.Select(r => r.Number),
            Is.EqualTo(Enumerable.Range(1, Practices).Select(n => string.Create(CultureInfo.InvariantCulture, $"F{rows[0].IssuedOn.Year}-{n:000000}"))));
        Assert.That(rows.Select(r => r.JournalEntry).Order(), Is.EqualTo(Enumerable.Range(1, Practices)));
        Assert.That(rows.Select(r => r.IssuedOn), Is.Ordered);
        var told = _said.Distinct().ToList();
        Assert.That(told, Has.Count.EqualTo(Practices), "each practice was told one number, however often it was told: " + string.Join(", ", told));
        Assert.That(told.Select(t => t.Split(' ')[1]), Is.EquivalentTo(rows.Select(r => r.Number)));
    }

    /// <summary>Runs the command and kills it, as <c>kill -9</c> does, once it has given so many new numbers.</summary>
    private async Task Issue(BillingHouse house, int most)
    {
        var known = _said.ToHashSet();
        using var command = Process.Start(house.Host.Command("issue", "--month", "2026-09"))!;
        while (most > 0 && await command.StandardOutput.ReadLineAsync() is { } line)
        {
            // [3/40] p002 2026-09: F2026-000003, 250.80 EUR with VAT
            if (line.Split(' ') is not [_, var practice, _, ['F', ..] number, ..])
                continue;
            var told = $"{practice} {number.TrimEnd(',')}";
            _said.Add(told);
            most -= known.Contains(told) ? 0 : 1;
        }

        if (most <= 0)
            command.Kill();
        await command.WaitForExitAsync();
        Assert.That(most <= 0 || command.ExitCode == 0, Is.True, () => command.StandardError.ReadToEnd());
    }

    private static Task<List<IssuedInvoice>> Issued(BillingHouse house) => house.Host.Store.Read((db, token) => db.Set<IssuedInvoice>().ToListAsync(token), default);
}
