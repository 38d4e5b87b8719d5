using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Agreements;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Agreements;

public sealed class ContractChecksTests
{
    private static readonly BillingLabel Why = new("Panne", "Outage");

    private static readonly (string Faults, Func<ContractDraft, ContractDraft> Spoil)[] Wrong =
    [
        ("buyer.siren INV022, buyer.electronic_address INV026", d => d with { Buyer = d.Buyer with { Siren = "552100555" } }),
        ("buyer.siren INV022", d => d with { Buyer = d.Buyer with { Siren = "", ElectronicAddress = "" } }),
        ("buyer.siret INV025", d => d with { Buyer = d.Buyer with { Siret = "73282932000074" } }),
        ("buyer.vat_number INV023", d => d with { Buyer = d.Buyer with { VatNumber = "FR00552100554" } }),
        ("buyer.electronic_address INV026", d => d with { Buyer = d.Buyer with { ElectronicAddress = "cabinet@example.org" } }),
        ("buyer.city INV027", d => d with { Buyer = d.Buyer with { Address = d.Buyer.Address with { City = " " } } }),
        ("buyer.country INV028", d => d with { Buyer = d.Buyer with { Address = d.Buyer.Address with { CountryCode = "BE" } } }),
        ("time_zone CON001", d => d with { TimeZone = "Paris" }),
        ("last CON002, tariffs[0].from CON013", d => d with { Last = new(2026, 11, 30) }),
        ("days_to_pay INV007", d => d with { DaysToPay = 61 }),
        ("tariffs CON010", d => d with { Tariffs = [] }),
        ("tariffs[0].from CON011", d => d with { First = new(2026, 11, 30) }),
        ("tariffs[1].from CON012", d => d with { Tariffs = [.. d.Tariffs, new(new(2026, 12, 1), null)] }),
        ("tariffs[1].from CON013", d => d with { Last = new(2027, 1, 31), Tariffs = [.. d.Tariffs, new(new(2027, 2, 1), "essentiel@1")] }),
        ("tariffs[0].tariff CON014", d => d with { Tariffs = [new(new(2026, 12, 1), null)] }),
        ("tariffs[0].tariff CON015", d => d with { Tariffs = [new(new(2026, 12, 1), "essentiel@2")] }),
        ("tariffs[0].tariff CON015", d => d with { Tariffs = [new(new(2026, 12, 1), "essentiel")] }),
        ("tariffs[0].from CON016", d => d with { First = new(2025, 12, 1), Tariffs = [new(new(2025, 12, 1), "essentiel@1")] }),
        ("discounts[0].percent CON020", d => d with { Discounts = [new(Why, 0, new(2026, 12), new(2026, 12))] }),
        ("discounts[0].last CON021", d => d with { Discounts = [new(Why, 100, new(2027, 1), new(2026, 12))] }),
        ("discounts[0].label CON022", d => d with { Discounts = [new(new("", "x"), 100, new(2026, 12), new(2026, 12))] }),
        ("discounts[1].percent CON023", d => d with { Discounts = [new(Why, 6_000, new(2026, 12), new(2027, 3)), new(Why, 6_000, new(2027, 3), new(2027, 5))] }),
        ("credits[0].amount CON030", d => d with { Credits = [new(CreditKind.Goodwill, Why, new(0), new(2026, 12))] }),
        ("credits[0].reason CON031", d => d with { Credits = [new(CreditKind.Goodwill, new("a\u0001", "b"), new(1), new(2026, 12))] }),
        ("credits[0].month CON032", d => d with { Credits = [new(CreditKind.Goodwill, Why, new(1), new(2026, 11))] }),
    ];

    [Test]
    public void What_makes_sense_is_a_contract() => Assert.That(Agreed.Check(Agreed.Draft).Contract!.Terms[0].Tariff!.Version.Name, Is.EqualTo("essentiel"));

    [TestCaseSource(nameof(Wrong))]
    public void Each_fault_has_its_field_its_code_and_one_sentence_in_each_language((string Faults, Func<ContractDraft, ContractDraft> Spoil) wrong)
    {
        var found = Agreed.Check(wrong.Spoil(Agreed.Draft));

        Assert.That(found.Contract, Is.Null);
        Assert.That(string.Join(", ", found.Faults.Select(f => $"{f.Field} {f.Fault.Code}")), Is.EqualTo(wrong.Faults));
        Assert.That(found.Faults.SelectMany(f => new[] { f.Fault.Fr, f.Fault.En }), Has.All.EndsWith("."));
    }

    [Test]
    public void Discounts_that_overlap_to_more_than_all_are_found_whichever_begins_first() => Assert.That(
        Agreed.Check(Agreed.Draft with { Discounts = [new(Why, 6_000, new(2027, 3), new(2027, 5)), new(Why, 6_000, new(2026, 12), new(2027, 3))] }).Faults,
        Is.Not.Empty);

    [Test]
    public void Service_may_rest_and_begin_again()
    {
        var draft = Agreed.Draft with { Tariffs = [.. Agreed.Draft.Tariffs, new(new(2027, 2, 15), null), new(new(2027, 4, 10), "essentiel@1")] };
        var contract = Agreed.Check(draft).Contract!;
        string[] Days(int month) => [.. contract.PiecesOf(new YearMonth(2027, month)).Select(p => $"{p.Period.First.Day}-{p.Period.Last.Day}")];

        Assert.That((Days(1), Days(2), Days(3), Days(4)), Is.EqualTo((new[] { "1-31" }, new[] { "1-14" }, Array.Empty<string>(), new[] { "10-30" })));
        Assert.That(contract.TariffAt(Priced.At("2027-03-10 10:00:00")), Is.Null);
        // 89.00 x 14 / 28, and the set-up fee of December does not come again.
        Assert.That(MonthBilling.Rate(contract, new(2027, 2), MonthUsage.Empty).Net.ToString(), Is.EqualTo("44.50"));
        Assert.That(MonthBilling.Simulate(contract, new(2027, 2), MonthUsage.Empty, Agreed.Book.All.Single()).Net.ToString(), Is.EqualTo("44.50"));
        Assert.That(MonthBilling.Rate(contract, new(2027, 3), MonthUsage.Empty).Lines, Is.Empty);
    }
}
