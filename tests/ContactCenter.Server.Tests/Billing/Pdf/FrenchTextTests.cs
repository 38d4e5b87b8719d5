using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Billing.Pdf;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Pdf;

public sealed class FrenchTextTests
{
    [TestCase(0, "0,00 €")]
    [TestCase(-1, "−0,01 €")]
    [TestCase(123_456_789, "1 234 567,89 €")]
    public void Amounts(long cents, string text) => Assert.That(Spaced(FrenchText.Amount(new Money(cents))), Is.EqualTo(text));

    [TestCase("SEC", 60, 650_000, "0,65 € / min")]
    [TestCase("SEC", 3_600, 39_000_000, "39,00 € / h")]
    [TestCase("SEC", 1, 10_833, "0,010833 € / s")]
    [TestCase("SEC", 30, 325_000, "0,325 € / 30 s")]
    [TestCase("MON", 1, 1_089_000_000, "1 089,00 € / mois")]
    [TestCase("C62", 1, 1_400_000, "1,40 €")]
    [TestCase("C62", 10, 1_400_000, "1,40 € / 10")]
    public void Prices_keep_every_decimal_that_was_agreed(string unit, int per, long micro, string text) =>
        Assert.That(Spaced(FrenchText.Price(Line(unit, 1, new UnitPrice(micro, per)))), Is.EqualTo(text));

    [TestCase("SEC", 13_457, "13 457 s")]
    [TestCase("MON", 1, "1 mois")]
    [TestCase("C62", -1, "−1")]
    public void Quantities(string unit, long quantity, string text) =>
        Assert.That(Spaced(FrenchText.Quantity(Line(unit, quantity, new UnitPrice(1, 1)))), Is.EqualTo(text));

    [TestCase(0, "0 s")]
    [TestCase(59, "59 s")]
    [TestCase(60, "1 min 00 s")]
    [TestCase(13_457, "3 h 44 min 17 s")]
    [TestCase(36_000_000, "10 000 h 00 min 00 s")]
    public void Durations(long seconds, string text) => Assert.That(Spaced(FrenchText.Duration(seconds)), Is.EqualTo(text));

    [Test]
    public void Days()
    {
        Assert.That(FrenchText.Days(new(2026, 10, 1), new(2026, 10, 31)), Is.EqualTo("du 1er au 31 octobre 2026"));
        Assert.That(FrenchText.Days(new(2026, 12, 15), new(2027, 1, 1)), Is.EqualTo("du 15 décembre 2026 au 1er janvier 2027"));
        Assert.That(FrenchText.Days(new(2026, 8, 2), new(2026, 8, 2)), Is.EqualTo("le 2 août 2026"));
    }

    private static InvoiceLine Line(string unit, long quantity, UnitPrice price) => new(
        1, "k", new("k", "k"), quantity, unit, price, VatTreatment.Standard(2_000), new LocalDate(2026, 10, 1), new LocalDate(2026, 10, 31));

    private static string Spaced(string text) => text.Replace('\u00A0', ' ');
}
