using System.Globalization;
using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Tests.Billing.Invoices;

namespace ContactCenter.Domain.Tests.Billing.Exports;

public sealed class FecTests
{
    [Test]
    public void Every_entry_balances_and_numbers_are_continuous()
    {
        var chance = Chance.Seeded();
        var issued = new List<Invoice>();
        for (var i = 0; i < (Chance.Nightly ? 2_000 : 80); i++)
        {
            if (Invoiced.Random(chance) is not { } invoice)
                continue;
            issued.Add(invoice);
            if (chance.Next(3) == 0)
                issued.Add(Invoiced.Issue(((CreditDrafted)CreditNotes.Whole(invoice, [])).Note));
        }

        var rows = FecFile.Write(SalesJournal.Of(issued, 41)).Split("\r\n")[..^1].Select(r => r.Split('\t')).ToList();

        Assert.That(rows[0], Is.EqualTo(FecFile.Columns).And.Length.EqualTo(18));
        Assert.That(rows, Has.All.Length.EqualTo(18));
        var entries = rows.Skip(1).GroupBy(r => r[2]).ToList();
        Assert.That(entries.Select(e => int.Parse(e.Key, CultureInfo.InvariantCulture)), Is.EqualTo(Enumerable.Range(41, issued.Count)));
        foreach (var entry in entries)
            Assert.That(entry.Sum(r => Euros(r[11])), Is.EqualTo(entry.Sum(r => Euros(r[12]))));
        Assert.That(rows.Skip(1).SelectMany(r => new[] { r[11], r[12] }), Has.None.StartsWith("-"));
    }

    [Test]
    public void The_control_invoice_stands_in_three_accounts()
    {
        var lines = FecFile.Write(SalesJournal.Of([Invoiced.Control()])).Split("\r\n");

        Assert.That(lines[1], Is.EqualTo("VE\tVentes\t1\t20261102\t411000\tClients\t552100554\tCabinet des Lilas\tF2026-000001\t20261102\tFacture F2026-000001\t403,78\t0,00\t\t\t20261102\t\t"));
        Assert.That(lines[2], Does.Contain("\t706000\t").And.Contain("\t0,00\t336,48\t"));
        Assert.That(lines[3], Does.Contain("\t445710\t").And.Contain("\t0,00\t67,30\t"));
        Assert.That(FecFile.Name("732829320", new(2026, 12, 31)), Is.EqualTo("732829320FEC20261231.txt"));
    }

    [Test]
    public void A_tab_in_a_name_moves_no_column() =>
        Assert.That(
            FecFile.Write([new(1, new(2026, 1, 1), new("411000", "a\tb\r\nc"), null, "p", "l", new(1), new(0))]).Split("\r\n")[1].Split('\t'),
            Has.Length.EqualTo(18).And.Contains("a b  c"));

    private static decimal Euros(string text) => decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);
}
