using System.Text.RegularExpressions;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Billing.Pdf;
using UglyToad.PdfPig;

namespace ContactCenter.Server.Tests.Billing.Pdf;

/// <summary>What is read on the pages, without the spaces, which a PDF does not have.</summary>
public sealed partial class InvoicePagesTests
{
    [Test]
    public void The_first_page_says_who_owes_what_and_by_when()
    {
        var page = Read(DrawnInvoice.Control())[0];

        foreach (var text in new[]
        {
            "Facture", "n° F2026-000001", "Secrétariat & Cie", "SIREN 732 829 320", "TVA FR44732829320", "Cabinet des Lilas", "La Réunion", "2 novembre 2026",
            "du 1er au 31 octobre 2026", "2 décembre 2026", "13 457 s", "3 h 44 min 17 s", "0,65 € / min", "145,78 €", "336,48 €", "67,30 €", "403,78 €", "Net à payer",
            "FR76 3000 6000 0112 3456 7890 189", "prestation de services", "40 euros", "trois fois le taux", "Pas d’escompte", "TVA exigible à l’encaissement",
            "https://appels.example.fr/factures/F2026-000001", "page 1/2",
        })
            Assert.That(page, Does.Contain(Tight(text)));
    }

    [Test]
    public void The_page_of_usage_shows_days_and_kinds()
    {
        var page = Read(DrawnInvoice.Control())[1];

        foreach (var text in new[] { "Votre activité", "Appels reçus 385", "31 octobre 2026", "Conversation", "13 457 s", "Technique, jamais facturé", "page 2/2" })
            Assert.That(page, Does.Contain(Tight(text)));
    }

    [Test]
    public void A_credit_note_names_its_invoice_and_asks_for_no_money()
    {
        var page = Read(DrawnInvoice.CreditNote())[0];

        Assert.That(page, Does.Contain(Tight("Avoir sur la facture F2026-000001 du 2 novembre 2026")).And.Contain(Tight("À votre crédit 5,94 €")));
        Assert.That(page, Does.Not.Contain("IBAN").And.Not.Contain("Échéance").And.Not.Contain("Netàpayer"));
    }

    [Test]
    public void What_is_paid_already_is_not_asked_for()
    {
        var page = Read(DrawnInvoice.Control() with { AlreadyPaid = true })[0];

        Assert.That(page, Does.Contain(Tight("Déjà réglé −403,78 €")).And.Contain(Tight("Net à payer 0,00 €")).And.Not.Contain("IBAN"));
    }

    [Test]
    public void Two_hundred_lines_stand_whole_under_a_head_on_every_page()
    {
        var invoice = DrawnInvoice.Long();
        var pages = Read(invoice);
        var all = string.Concat(pages);

        foreach (var line in invoice.Lines)
            Assert.That(all, Does.Contain(Tight($"{line.Number} {line.Label.Fr}")).Or.Contain(Tight(line.Label.Fr)), $"line {line.Number}");
        Assert.That(invoice.Lines.Count(l => all.Contains(Tight(FrenchText.Amount(l.Net)), StringComparison.Ordinal)), Is.EqualTo(200));
        for (var page = 1; page <= pages.Count; page++)
            Assert.That(pages[page - 1], Does.Contain(Tight($"F2026-000001 · page {page}/{pages.Count}")));
        foreach (var page in pages.Where(p => p.Contains("tranche", StringComparison.Ordinal)))
            Assert.That(page, Does.Contain(Tight("Désignation Quantité Prix unitaire HT TVA Montant HT")));
        Assert.That(all, Does.Contain(Tight(invoice.Buyer.Name)).And.Contain(Tight("exonéré 2 879,49 € 0,00 € Exonération de TVA : Article 261, 4, 1° du CGI")));
    }

    [Test]
    public void Nothing_leaves_the_margins_or_touches_the_foot()
    {
        using var pdf = PdfDocument.Open(DrawnInvoice.Written(DrawnInvoice.Long()));
        var letters = pdf.GetPages().SelectMany(p => p.Letters).Where(l => !string.IsNullOrWhiteSpace(l.Value)).ToList();

        Assert.That(letters.Min(l => l.BoundingBox.Left), Is.GreaterThan(Sheet.Left - 1));
        Assert.That(letters.Max(l => l.BoundingBox.Right), Is.LessThan(Sheet.Right + 1));
        Assert.That(letters.Max(l => l.BoundingBox.Top), Is.LessThan(Sheet.Height - 30));
        Assert.That(letters.Where(l => l.StartBaseLine.Y is > 46 and < 64), Is.Empty, "between the last line and the foot");
    }

    [Test]
    public void Two_texts_never_lie_on_each_other()
    {
        using var pdf = PdfDocument.Open(DrawnInvoice.Written(DrawnInvoice.Long()));
        foreach (var page in pdf.GetPages())
        {
            var rows = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).GroupBy(l => Math.Round(l.StartBaseLine.Y, 1));
            foreach (var row in rows.Select(r => r.OrderBy(l => l.StartBaseLine.X).ToList()))
            {
                for (var i = 1; i < row.Count; i++)
                    Assert.That(row[i].StartBaseLine.X, Is.GreaterThan(row[i - 1].EndBaseLine.X - 0.7), () => $"page {page.Number}: {row[i - 1].Value}{row[i].Value}");
            }
        }
    }

    [Test]
    public void A_name_in_a_script_that_the_font_lacks_is_printed_all_the_same()
    {
        var invoice = DrawnInvoice.Control();
        var page = Read(invoice with { Buyer = invoice.Buyer with { Name = "Cabinet 中 Ḝlan 🏥\tet\u202Ffils" } })[0];

        Assert.That(page, Does.Contain(Tight("Cabinet ?")).And.Contain(Tight("lan ? et fils")));
    }

    /// <summary>Each page's text in the order in which it was drawn.</summary>
    private static List<string> Read(Invoice invoice)
    {
        using var pdf = PdfDocument.Open(DrawnInvoice.Written(invoice));
        return [.. pdf.GetPages().Select(p => Tight(p.Text))];
    }

    private static string Tight(string text) => Blank().Replace(text, "");

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Blank();
}
