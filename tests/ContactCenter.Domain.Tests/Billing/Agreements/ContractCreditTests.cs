using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Tests.Billing.Invoices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Agreements;

public sealed class ContractCreditTests
{
    private static readonly YearMonth November = new(2026, 11);
    private static readonly YearMonth December = new(2026, 12);

    [Test]
    public void A_credit_is_taken_off_its_month_once_with_the_VAT_of_what_it_is_taken_off()
    {
        var tariff = Priced.OneFee("counts: answered_calls\nprice: \"0\"", "flat: { label: { fr: A, en: A }, amount: \"100\", vat: \"8.5\" }");
        var contract = Contract(tariff, new ContractCredit(CreditKind.Goodwill, new("panne du 3", "outage of the 3rd"), new(2_500), November));
        var line = MonthBilling.Rate(contract, November, MonthUsage.Empty).Lines[^1];

        Assert.That((line.Key, line.Label.Fr, line.Net.ToString(), line.Vat.BasisPoints), Is.EqualTo(("credit-1/S850", "Geste commercial : panne du 3", "-25.00", 850)));
        Assert.That(MonthBilling.Rate(contract, December, MonthUsage.Empty).Net.ToString(), Is.EqualTo("100.00"));
        var again = MonthBilling.Rate(contract, November, MonthUsage.Empty);
        Assert.That(MonthAdjustment.Between(again, MonthBilling.Rate(contract, November, MonthUsage.Empty), Priced.Month(2026, 12)), Is.Empty);
    }

    [Test]
    public void Several_rates_share_a_credit_by_their_amounts_to_the_cent()
    {
        var chance = Chance.Seeded();
        for (var i = 0; i < 300; i++)
        {
            var tariff = RandomMonth.Tariff(chance);
            var amount = new Money(chance.Next(1, 40_000));
            var usage = RandomMonth.Usage(chance, 30, November);
            var without = MonthBilling.Rate(Contract(tariff), November, usage);
            var with = MonthBilling.Rate(Contract(tariff, new ContractCredit(CreditKind.Agreed, new("r", "r"), amount, November)), November, usage);
            var credits = with.Lines.Where(l => l.Key.StartsWith("credit-", StringComparison.Ordinal)).ToList();

            Assert.That(with.Net, Is.EqualTo(without.Net - amount));
            Assert.That(credits.Select(c => c.Vat), Is.Unique);
            if (without.Net.MinorUnits <= 0)
                continue;
            foreach (var credit in credits)
            {
                var basis = Money.Sum(without.Lines.Where(l => l.Vat == credit.Vat).Select(l => l.Net));
                var fair = amount.MinorUnits * (decimal)basis.MinorUnits / without.Lines.GroupBy(l => l.Vat).Select(g => g.Sum(l => l.Net.MinorUnits)).Where(n => n > 0).Sum();
                Assert.That(-credit.Net.MinorUnits, Is.EqualTo(fair).Within(1m));
            }
        }
    }

    [Test]
    public void An_invoice_with_a_credit_passes_the_checker_in_both_syntaxes()
    {
        var contract = Contract(Priced.Shipped(), new ContractCredit(CreditKind.Goodwill, new("panne", "outage"), new(1_234), Invoiced.Month));
        var invoice = Invoiced.Issue(Invoiced.Draft(MonthBilling.Rate(contract with { First = new(2026, 1, 1) }, Invoiced.Month, MonthUsage.Empty)));

        Assert.That(ElectronicInvoiceChecker.Check(CiiWriter.Write(invoice)), Is.Empty);
        Assert.That(ElectronicInvoiceChecker.Check(UblWriter.Write(invoice)), Is.Empty);
        Assert.That(invoice.Totals.Net.ToString(), Is.EqualTo("76.66"));
    }

    [Test]
    public void Where_nothing_was_charged_the_credit_is_taxed_as_the_tariff_is()
    {
        var tariff = Priced.OneFee("counts: answered_calls\nprice: \"1\"\nvat: \"10\"");
        var statement = MonthBilling.Rate(Contract(tariff, new ContractCredit(CreditKind.Agreed, new("r", "r"), new(500), November)), November, MonthUsage.Empty);

        Assert.That(statement.Lines.Select(l => (l.Net.ToString(), l.Vat.BasisPoints)), Is.EqualTo(new[] { ("-5.00", 1_000) }));
    }

    private static BillingContract Contract(Tariff tariff, params ContractCredit[] credits) =>
        new(Priced.Practice, Priced.Paris, HolidayRegion.Metropole, new(2026, 1, 1), null, [new(new(2026, 1, 1), tariff)]) { Credits = [.. credits] };
}
