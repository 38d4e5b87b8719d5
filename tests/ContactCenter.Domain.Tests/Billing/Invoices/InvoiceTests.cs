using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Invoices;

public sealed class InvoiceTests
{
    [Test]
    public void The_control_invoice_comes_to_its_figures()
    {
        var invoice = Invoiced.Control();

        Assert.That(invoice.Lines.Select(l => l.Net.ToString()), Is.EqualTo(new[] { "89.00", "145.78", "27.50", "74.20" }));
        Assert.That(invoice.Totals, Has.Property("Net").EqualTo(new Money(33_648)).And.Property("Vat").EqualTo(new Money(6_730)).And.Property("Gross").EqualTo(new Money(40_378)));
        Assert.That((invoice.State, invoice.Number, invoice.DueOn), Is.EqualTo((InvoiceState.Issued, "F2026-000001", new LocalDate(2026, 12, 2))));
    }

    [Test]
    public void Numbers_follow_each_other_and_dates_do_not_go_back()
    {
        var draft = Invoiced.Control() is var issued ? Draft(issued) : null!;
        var series = Invoiced.Series();
        for (var i = 1; i <= 500; i++)
        {
            var next = (InvoiceIssued)draft.Issue(series, Invoiced.Day.PlusDays(i / 10));
            Assert.That(next.Invoice.Number, Is.EqualTo($"F2026-{i:000000}"));
            series = next.Series;
        }

        Assert.That(Codes(draft.Issue(series, Invoiced.Day)), Is.EqualTo(new[] { "INV011" }));
        Assert.That(Codes(draft.Issue(series, new LocalDate(2027, 1, 1))), Is.EqualTo(new[] { "INV010" }));
    }

    [Test]
    public void What_may_not_be_issued_is_refused_with_one_sentence_each()
    {
        var draft = Draft(Invoiced.Control());
        string[] Refused(Invoice invoice, LocalDate? on = null) => Codes(invoice.Issue(Invoiced.Series(), on ?? Invoiced.Day));

        Assert.That(Refused(Invoiced.Control()), Is.EqualTo(new[] { "INV001" }));
        Assert.That(Refused(draft with { Lines = [] }), Is.EqualTo(new[] { "INV002" }));
        Assert.That(Refused(draft, new LocalDate(2026, 10, 31)), Is.EqualTo(new[] { "INV003" }));
        Assert.That(Refused(draft with { Lines = [draft.Lines[0] with { Quantity = -1 }] }), Is.EqualTo(new[] { "INV004" }));
        Assert.That(Refused(draft with { Terms = Invoiced.Terms with { DaysToPay = 90 } }), Is.EqualTo(new[] { "INV007" }));
        Assert.That(Refused(draft with { Seller = Invoiced.Seller with { VatNumber = "FR00732829320" } }), Is.EqualTo(new[] { "INV021" }));
        Assert.That(Refused(draft with { Buyer = Invoiced.Buyer with { Siren = "" } }), Is.EqualTo(new[] { "INV022" }));
        Assert.That(Refused(draft with { Buyer = Invoiced.Buyer with { VatNumber = "FR12345678901" } }), Is.EqualTo(new[] { "INV023" }));
        Assert.That(Refused(draft with { Terms = Invoiced.Terms with { Iban = "FR7630006000011234567890188" } }), Is.EqualTo(new[] { "INV024" }));
        Assert.That(Refused(draft with { Buyer = Invoiced.Buyer with { Siret = "73282932000074" } }), Is.EqualTo(new[] { "INV025" }));
        Assert.That(Refused(draft with { Buyer = Invoiced.Buyer with { ElectronicAddress = "1" } }), Is.EqualTo(new[] { "INV026" }));
        Assert.That(Refused(draft with { Buyer = Invoiced.Buyer with { Name = "a\u0001" } }), Is.EqualTo(new[] { "INV027" }));
    }

    [Test]
    public void A_credit_note_of_any_invoice_brings_every_rate_to_zero()
    {
        var chance = Chance.Seeded();
        for (var i = 0; i < (Chance.Nightly ? 2_000 : 100); i++)
        {
            if (Invoiced.Random(chance) is not { } invoice)
                continue;
            var credit = (CreditDrafted)CreditNotes.Whole(invoice, []);
            var note = Invoiced.Issue(credit.Note);

            Assert.That(credit.TakesAllBack);
            Assert.That(note.Totals.ByVat, Is.EqualTo(invoice.Totals.ByVat));
            Assert.That(invoice.Totals.Gross - note.Totals.Gross, Is.EqualTo(Money.Zero));
            Assert.That(ElectronicInvoiceChecker.Check(CiiWriter.Write(note)), Is.Empty);
            Assert.That(ElectronicInvoiceChecker.Check(UblWriter.Write(note)), Is.Empty);
            Assert.That(CreditNotes.Whole(invoice, [note]), Is.InstanceOf<CreditRefused>());
        }
    }

    [Test]
    public void A_part_can_be_credited_once_and_the_rest_later()
    {
        var invoice = Invoiced.Control();
        var part = (CreditDrafted)CreditNotes.Part(invoice, [], [new(2, 457)]);
        var note = Invoiced.Issue(part.Note);

        Assert.That(part.TakesAllBack, Is.False);
        Assert.That(note.Lines.Single().Net.ToString(), Is.EqualTo("4.95"));
        Assert.That(CreditNotes.Part(invoice, [note], [new(2, 13_001)]), Is.InstanceOf<CreditRefused>());
        Assert.That(CreditNotes.Part(invoice, [note], [new(9, 1)]), Is.InstanceOf<CreditRefused>());
        Assert.That(CreditNotes.Part(invoice, [note], [new(1, -1)]), Is.InstanceOf<CreditRefused>());
        Assert.That(((CreditDrafted)CreditNotes.Whole(invoice, [note])).TakesAllBack);
        Assert.That(invoice.AsCredited().State, Is.EqualTo(InvoiceState.Credited));
    }

    [Test]
    public void A_contested_segment_is_credited_by_the_corrected_fold()
    {
        var contract = new BillingContract(
            Priced.Practice, Priced.Paris, Domain.Practices.HolidayRegion.Metropole, new(2026, 1, 1), null, [new(new(2026, 1, 1), Priced.Shipped() with { Flat = null })]);
        Statement Rated(long seconds) => MonthBilling.Rate(contract, Invoiced.Month, MonthUsage.OfCalls([Priced.Talk("2026-10-05 10:00:00", seconds)]));
        var invoice = Invoiced.Issue(Invoiced.Draft(Rated(600)));
        var credit = (CreditDrafted)CreditNotes.Correction(invoice, [], Rated(600), Rated(480))!;

        Assert.That(credit.Note.Lines.Select(l => (l.Number, l.Quantity, l.Net.ToString())), Is.EqualTo(new[] { (1, 120L, "1.30") }));
        Assert.That(credit.TakesAllBack, Is.False);
        Assert.That(CreditNotes.Correction(invoice, [], Rated(600), Rated(600)), Is.Null);
        Assert.That(
            ((CreditDrafted)CreditNotes.Correction(invoice, [Invoiced.Issue(credit.Note)], Rated(600), Rated(0))!).Note.Lines.Single().Quantity,
            Is.EqualTo(480), "no more than earlier notes left");
    }

    [Test]
    public void A_corrected_invoice_refers_to_the_one_it_replaces()
    {
        var invoice = Invoiced.Control();
        var draft = invoice.Corrected(new Statement(Priced.Practice, Invoiced.Month, [Line(5)]));
        var corrected = ((InvoiceIssued)draft.Issue(Invoiced.Series() with { Last = 1, LastOn = Invoiced.Day }, Invoiced.Day)).Invoice;

        Assert.That(corrected.Corrects!.Number, Is.EqualTo(invoice.Number));
        Assert.That(ElectronicInvoiceChecker.Check(UblWriter.Write(corrected)), Is.Empty);
        Assert.That(ElectronicInvoiceChecker.Check(CiiWriter.Write(corrected)), Is.Empty);
    }

    [TestCase("732829320", true)]
    [TestCase("732829321", false)]
    [TestCase("73282932", false)]
    [TestCase("73282932O", false)]
    public void A_siren_has_nine_digits_that_check(string siren, bool right) => Assert.That(FrenchNumbers.IsSiren(siren), Is.EqualTo(right));

    [Test]
    public void A_vat_number_has_the_key_of_its_siren() => Assert.That(FrenchNumbers.VatNumberOf("732829320"), Is.EqualTo("FR44732829320"));

    private static StatementLine Line(long quantity) => new(
        "k", new("k", "k"), quantity, BillingUnit.Piece, new(1_000_000, 1), VatTreatment.Exempt("Article 261 du CGI"), new(2026, 10, 1), new(2026, 10, 31), []);

    private static Invoice Draft(Invoice issued) => new()
    {
        Kind = issued.Kind, Seller = issued.Seller, Buyer = issued.Buyer, Terms = issued.Terms, Period = issued.Period, Lines = issued.Lines,
    };

    private static string[] Codes(InvoiceIssue issue) => [.. ((InvoiceNotIssued)issue).Faults.Select(f => f.Code)];
}
