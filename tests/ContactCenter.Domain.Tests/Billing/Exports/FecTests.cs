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
    public void A_corrected_invoice_takes_the_old_one_back_and_books_the_new_in_one_balanced_entry()
    {
        var wrong = Invoiced.Control();
        var buyer = wrong.Buyer with { Siren = "732829320", Name = "Le bon cabinet", ElectronicAddress = "732829320" };
        var draft = wrong.Corrected(Invoiced.StatementOf(wrong)) with { Buyer = buyer };
        var right = ((InvoiceIssued)draft.Issue(Invoiced.Series() with { Last = 1 }, Invoiced.Day)).Invoice;
        var rows = FecFile.Write(SalesJournal.Of([right], 7, [wrong])).Split("\r\n")[1..^1].Select(r => r.Split('\t')).ToList();

        Assert.That(rows.Select(r => $"{r[2]} {r[4]} {r[6]} {r[10]} {r[11]} {r[12]}"), Is.EqualTo(new[]
        {
            "7 411000 552100554 Annulation F2026-000001 0,00 403,78", "7 706000  Annulation F2026-000001 336,48 0,00", "7 445710  Annulation F2026-000001 67,30 0,00",
            "7 411000 732829320 Facture rectificative F2026-000002 403,78 0,00", "7 706000  Facture rectificative F2026-000002 0,00 336,48",
            "7 445710  Facture rectificative F2026-000002 0,00 67,30",
        }));
        Assert.That(() => SalesJournal.Of([right]), Throws.InvalidOperationException, "what it replaces is not known");
    }

    [Test]
    public void The_bytes_are_UTF_8_without_mark_and_every_row_ends_with_CR_LF()
    {
        var buyer = Invoiced.Buyer with { Name = "Cabinet « Été » – œuvre à l’Haÿ, 12 €" };
        var invoice = Invoiced.Issue(Invoiced.Draft(Invoiced.StatementOf(Invoiced.Control())) with { Buyer = buyer });
        var bytes = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(FecFile.Write(SalesJournal.Of([invoice])));

        Assert.That(bytes[..3], Is.Not.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        Assert.That(new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), Does.Contain(buyer.Name));
        Assert.That(bytes.AsSpan().IndexOf("Ha\u00C3\u00BF"u8), Is.LessThan(0), "nothing is encoded twice");
        Assert.That(bytes.Count(b => b == (byte)'\n'), Is.EqualTo(4).And.EqualTo(bytes.Count(b => b == (byte)'\r')));
        Assert.That(bytes.Where(b => b < 0x20), Has.All.AnyOf((byte)'\t', (byte)'\r', (byte)'\n'));
    }

    [Test]
    public void A_tab_in_a_name_moves_no_column() =>
        Assert.That(
            FecFile.Write([new(1, new(2026, 1, 1), new("411000", "a\tb\r\nc"), null, "p", "l", new(1), new(0))]).Split("\r\n")[1].Split('\t'),
            Has.Length.EqualTo(18).And.Contains("a b  c"));

    private static decimal Euros(string text) => decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);
}
