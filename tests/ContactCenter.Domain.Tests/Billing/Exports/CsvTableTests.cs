using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Domain.Tests.Billing.Invoices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing.Exports;

public sealed class CsvTableTests
{
    [TestCase("=1+1")]
    [TestCase("+33")]
    [TestCase("-2")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    [TestCase("\r=1")]
    [TestCase("  =cmd")]
    [TestCase("\u00a0=cmd")]
    [TestCase("＝1")]
    [TestCase("|calc")]
    public void A_formula_is_neutralised(string text) => Assert.That(Row(CsvCell.Of(text)), Is.EqualTo($"\"'{text}\""));

    [TestCase("a,b", "\"a,b\"")]
    [TestCase("a\"b", "\"a\"\"b\"")]
    [TestCase("a\nb", "\"a\nb\"")]
    [TestCase("Temps de jour", "Temps de jour")]
    [TestCase("", "")]
    public void Text_is_quoted_where_it_must_be(string text, string cell) => Assert.That(Row(CsvCell.Of(text)), Is.EqualTo(cell));

    [Test]
    public void A_negative_amount_stays_a_number() => Assert.That(Row(CsvCell.Of(new Money(-150))), Is.EqualTo("-1.50"));

    [Test]
    public void The_lines_of_an_invoice_stand_in_order()
    {
        var rows = InvoiceCsv.Lines([Invoiced.Control()]).Split("\r\n");

        Assert.That(rows[2], Is.EqualTo("F2026-000001,380,2026-11-02,2026-12-02,552100554,2,Jour,13457,SEC,0.65,60,145.78,S,20.00,2026-10-01,2026-10-31,"));
    }

    [Test]
    public void The_calls_behind_a_line_can_be_followed()
    {
        var calls = MonthUsage.OfCalls([Priced.Talk("2026-10-05 19:59:50", 30)]);
        var lines = Rating.Rate(Priced.Shipped() with { Flat = null }, Priced.Month(2026, 10), Domain.Practices.HolidayRegion.Metropole, calls);

        Assert.That(InvoiceCsv.Uses(new Statement(Priced.Practice, new YearMonth(2026, 10), lines)).Split("\r\n")[1..3], Is.EqualTo(new[]
        {
            "jour/tier-1,00000001-0000-0000-0000-000000000000,,10", "hors-jour/tier-1,00000001-0000-0000-0000-000000000000,,20",
        }));
    }

    private static string Row(CsvCell cell) => CsvTable.Write(["h"], [[cell]])["h\r\n".Length..^2];
}
