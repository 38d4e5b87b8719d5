using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Invoices;

/// <summary>Invoices to look at.</summary>
internal static class Invoiced
{
    public static readonly YearMonth Month = new(2026, 10);

    public static readonly LocalDate Day = new(2026, 11, 2);

    public static readonly InvoiceParty Seller = new(
        "Secrétariat & Cie", "732829320", "73282932000074", FrenchNumbers.VatNumberOf("732829320"), new("1 rue de la Paix", "75002", "Paris"), "732829320");

    public static readonly InvoiceParty Buyer = new(
        "Cabinet des Lilas", "552100554", null, null, new("12 avenue des Lilas", "97400", "Saint-Denis", "RE"), "552100554_FACT");

    public static readonly InvoiceTerms Terms = InvoiceTerms.Usual("FR7630006000011234567890189");

    public static InvoiceSeries Series(InvoiceKind kind = InvoiceKind.Invoice) => InvoiceSeries.Begin(Seller.Siren, InvoiceSeries.CodeOf(kind), 2026);

    public static Invoice Issue(Invoice draft) => draft.Issue(Series(draft.Kind), Day) is InvoiceIssued issued
        ? issued.Invoice
        : throw new AssertionException($"Not issued: {string.Join(' ', ((InvoiceNotIssued)draft.Issue(Series(draft.Kind), Day)).Faults)}");

    public static Invoice Draft(Statement statement) => Invoice.Draft(statement, Seller, Buyer, Terms);

    /// <summary>What an invoice could have been made of.</summary>
    public static Statement StatementOf(Invoice invoice) => new(Priced.Practice, Month,
    [
        .. invoice.Lines.Select(l => new StatementLine(
            l.Key, l.Label, l.Quantity, Enum.GetValues<BillingUnit>().Single(u => new StatementLine("", l.Label, 0, u, l.Price, l.Vat, l.First, l.Last, []).UnitCode == l.UnitCode),
            l.Price, l.Vat, l.First, l.Last, [])),
    ]);

    /// <summary>The invoice of the fact sheet: 336.48 + 67.30 = 403.78.</summary>
    public static Invoice Control()
    {
        var vat = VatTreatment.Standard(2_000);
        var (first, last) = (Month.ToDateInterval().Start, Month.ToDateInterval().End);
        StatementLine Line(string key, long quantity, BillingUnit unit, UnitPrice price) => new(key, new(key, key), quantity, unit, price, vat, first, last, []);
        return Issue(Draft(new Statement(Priced.Practice, Month,
        [
            Line("Abonnement", 1, BillingUnit.Month, new(89_000_000, 1)), Line("Jour", 13_457, BillingUnit.Second, new(650_000, 60)),
            Line("Soir", 1_833, BillingUnit.Second, new(900_000, 60)), Line("Rendez-vous", 53, BillingUnit.Piece, new(1_400_000, 1)),
        ])));
    }

    /// <summary>
    /// A month of chance: several versions of the contract, pauses, discounts and credits among them. Null where these left nothing to invoice.
    /// </summary>
    public static Invoice? Random(Random chance)
    {
        var first = new LocalDate(2026, 10, chance.Next(1, 20));
        var terms = new List<ContractTerm> { new(first, RandomMonth.Tariff(chance)) };
        while (chance.Next(3) == 0 && terms[^1].From.Day < 30)
            terms.Add(new(terms[^1].From.PlusDays(chance.Next(1, 31 - terms[^1].From.Day)), chance.Next(4) == 0 ? null : RandomMonth.Tariff(chance)));
        var contract = new BillingContract(
            Priced.Practice, Priced.Paris, HolidayRegion.Metropole, first, chance.Next(2) == 0 ? null : new(2026, 10, chance.Next(20, 32)), [.. terms])
        {
            Discounts = chance.Next(2) == 0 ? [] : [new(new("Remise", "Discount"), chance.Next(1, 5_000), Month, Month)],
            Credits = chance.Next(3) == 0 ? [new(CreditKind.Goodwill, new("Panne", "Outage"), new(chance.Next(1, 3_000)), Month)] : [],
        };
        var statement = MonthBilling.Rate(contract, Month, RandomMonth.Usage(chance, chance.Next(0, 60), Month));
        return statement.Lines.IsEmpty || statement.Net.MinorUnits < 0 || Draft(statement).Totals.Gross.MinorUnits < 0
            ? null
            : Issue(Draft(statement) with { AlreadyPaid = chance.Next(4) == 0, Terms = Terms with { VatOnDebits = chance.Next(2) == 0 } });
    }
}
