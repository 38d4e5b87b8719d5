using System.Collections.Immutable;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Pdf;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Pdf;

/// <summary>Invoices to print.</summary>
internal static class DrawnInvoice
{
    public static readonly YearMonth Month = new(2026, 10);

    public static readonly Uri Evidence = new("https://appels.example.fr/factures/F2026-000001");

    private static readonly LocalDate Day = new(2026, 11, 2);

    private static readonly InvoiceParty Seller = new(
        "Secrétariat & Cie", "732829320", "73282932000074", FrenchNumbers.VatNumberOf("732829320"), new("1 rue de la Paix", "75002", "Paris"), "732829320");

    private static readonly InvoiceParty Buyer = new(
        "Cabinet des Lilas", "552100554", null, null, new("12 avenue des Lilas", "97400", "Saint-Denis", "RE"), "552100554_FACT");

    /// <summary>336.48 + 67.30 = 403.78.</summary>
    public static Invoice Control() => Issued(Draft(
        Line("Abonnement mensuel", 1, BillingUnit.Month, new(89_000_000, 1)), Line("Temps de secrétariat, jour", 13_457, BillingUnit.Second, new(650_000, 60)),
        Line("Temps de secrétariat, soir, nuit et jours fériés", 1_833, BillingUnit.Second, new(900_000, 60)),
        Line("Rendez-vous confirmés", 53, BillingUnit.Piece, new(1_400_000, 1))));

    /// <summary>Two hundred lines of two rates and an exemption, and names that fill lines.</summary>
    public static Invoice Long()
    {
        const string Name = "Société civile de moyens des docteurs Anne-Charlotte de La Rochefoucauld-Montmorency, Łukasz Șerban, Nguyễn et associés, ";
        var word = new string('W', 90);
        var lines = Enumerable.Range(1, 200).Select(i => Line(
            i % 7 == 0 ? $"Ligne {i} {Name}" : i == 50 ? word : $"Temps de secrétariat, tranche {i}", i * 97, BillingUnit.Second, new(651_234, 60),
            i % 3 == 0 ? VatTreatment.Standard(850) : i % 5 == 0 ? VatTreatment.Exempt("Article 261, 4, 1° du CGI") : VatTreatment.Standard(2_000)));
        var draft = Draft([.. lines]);
        return Issued(draft with { Buyer = draft.Buyer with { Name = Name + "pneumologues", Address = new(Name + "bâtiment C", "75002", "Paris") } });
    }

    public static Invoice CreditNote() => Issued(((CreditDrafted)CreditNotes.Part(Control(), [], [new(2, 457)])).Note);

    public static InvoicePresentation Presentation(InvoiceLogo? logo = null) => new(Usage(), logo, Evidence);

    public static byte[] Written(Invoice invoice, InvoiceLogo? logo = null) => FacturX.Write(invoice, CiiWriter.Write(invoice), Presentation(logo));

    private static InvoiceUsage Usage()
    {
        var first = Month.ToDateInterval().Start;
        var days = Enumerable.Range(0, 31).Select(i => first.PlusDays(i)).Select(d => d.DayOfWeek >= IsoDayOfWeek.Saturday
            ? new UsageDay(d, d.Day % 4, d.Day % 4 / 2) : new UsageDay(d, 12 + (d.Day * 7 % 11), 8 + (d.Day * 5 % 9) / 2));
        return new InvoiceUsage([.. days],
        [
            new(SegmentKind.Ivr, 3_412), new(SegmentKind.Waiting, 1_205), new(SegmentKind.Ringing, 866), new(SegmentKind.Talk, 13_457), new(SegmentKind.Hold, 733),
            new(SegmentKind.Consult, 112), new(SegmentKind.WrapUp, 1_833), new(SegmentKind.Technical, 4),
        ]);
    }

    private static StatementLine Line(string label, long quantity, BillingUnit unit, UnitPrice price, VatTreatment? vat = null) => new(
        label, new(label, label), quantity, unit, price, vat ?? VatTreatment.Standard(2_000), Month.ToDateInterval().Start, Month.ToDateInterval().End, []);

    private static Invoice Draft(params ImmutableList<StatementLine> lines) => Invoice.Draft(
        new Statement(new PracticeId(Guid.Empty), Month, lines), Seller, Buyer, InvoiceTerms.Usual("FR7630006000011234567890189"));

    private static Invoice Issued(Invoice draft) =>
        ((InvoiceIssued)draft.Issue(InvoiceSeries.Begin(Seller.Siren, InvoiceSeries.CodeOf(draft.Kind), Day.Year), Day)).Invoice;
}
