using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Tests.Support;

namespace ContactCenter.Domain.Tests.Billing;

public sealed class TariffCompilerTests
{
    private static readonly string Essential = Shipped.Text("tariffs/essentiel.yaml");

    [Test]
    public void The_shipped_tariff_is_clean()
    {
        var tariff = Priced.Shipped();

        Assert.That(tariff.Bands.Select(b => b.Id), Is.EqualTo(new[] { "jour", "hors-jour" }));
        Assert.That(tariff.Fees[0].Tiers[0].Price, Is.EqualTo(new UnitPrice(650_000, 60)));
        Assert.That(tariff.Flat!.Included[Meter.Seconds], Is.EqualTo(3_600));
    }

    [TestCase("\"00:00-08:00\", \"20:00-24:00\"", "\"00:00-08:00\", \"20:30-24:00\"", "TAR001", "20:00 to 20:30")]
    [TestCase("[sunday, holiday]", "[sunday]", "TAR001", "holiday from 00:00 to 24:00")]
    [TestCase("\"00:00-08:00\", \"20:00-24:00\"", "\"00:00-08:00\", \"19:30-24:00\"", "TAR002", "19:30 to 20:00")]
    [TestCase("price: \"0.65\"", "price: \"-0.65\"", "TAR003", "negative")]
    [TestCase("price: \"0.65\"", "price: \"0,65\"", "TAR004", "0,65")]
    [TestCase("amount: \"89.00\"", "amount: \"89.001\"", "TAR004", "2 decimals")]
    [TestCase("per: minute", "per: quarter", "TAR005", "second, minute, hour")]
    [TestCase("per: minute", "per: unit", "TAR006", "per unit")]
    [TestCase("08:00-12:00", "12:00-08:00", "TAR007", "12:00-08:00")]
    [TestCase("bands: [jour]", "bands: [soir]", "TAR008", "soir")]
    [TestCase("bands: [hors-jour]", "bands: [jour]", "TAR009", "hors-jour")]
    [TestCase("bands: [hors-jour]", "bands: [hors-jour, jour]", "TAR010", "'jour' and 'hors-jour'")]
    [TestCase("- { price: \"1.10\" }", "- { up_to: 50, price: \"1.10\" }\n      - { price: \"1.00\" }", "TAR011", "50")]
    [TestCase("- { price: \"1.10\" }", "- { up_to: 500, price: \"1.10\" }", "TAR012", "last tier")]
    [TestCase("kinds: [talk, wrap_up]", "kinds: [talk, technical]", "TAR013", "technical")]
    [TestCase("increment: 1", "increment: 7", "TAR014", "7")]
    [TestCase("vat: \"20\"", "vat: \"19\"", "TAR015", "19")]
    [TestCase("vat: \"20\"", "", "TAR016", "Exactly one")]
    [TestCase("vat: \"20\"", "vat: reverse_charge", "TAR017", "Reverse charge")]
    [TestCase("mode: marginal", "", "TAR023", "mode")]
    [TestCase("{ seconds: 3600 }", "{ messages: 5 }", "TAR020", "messages")]
    [TestCase("    price: \"0.65\"\n", "", "TAR019", "price")]
    [TestCase("seconds: 3600", "secnds: 3600", "SCR012", "seconds")]
    public void What_is_wrong_is_said_in_one_sentence_with_its_place(string right, string wrong, string code, string words)
    {
        var at = Essential.IndexOf(right, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThan(0));
        var compiled = TariffCompiler.Compile(ScriptText.Mapping(Essential.Remove(at, right.Length).Insert(at, wrong), "tariffs/essentiel.yaml"), "0");

        Assert.That(compiled.Value, Is.Null);
        var told = compiled.Diagnostics.First(d => d.Code == code);
        Assert.That(told.Sentence + told.Remedy, Does.Contain(words));
        Assert.That(told.ToString(), Does.Match(@"^tariffs/essentiel\.yaml\(\d+,\d+\): error "));
    }

    [Test]
    public void A_tariff_that_charges_nothing_is_refused() => Assert.That(
        TariffCompiler.Compile(ScriptText.Mapping("tariff: t\nversion: 1\nvalid_from: 2026-01-01\nvat: \"20\"\nlabel: { fr: T, en: T }"), "0").Diagnostics.Places(),
        Is.EqualTo(new[] { "TAR018(1,1)" }));

    [Test]
    public void A_book_keeps_versions_apart_and_finds_the_one_in_force()
    {
        var second = Essential.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("2026-01-01", "2026-07-01", StringComparison.Ordinal);
        var book = TariffBook.Compile([(ScriptText.Mapping(Essential), "a"), (ScriptText.Mapping(second), "b")]).Value!;

        Assert.That(book.InForce("essentiel", new(2026, 6, 30))!.Version.Version, Is.EqualTo(1));
        Assert.That(book.InForce("essentiel", new(2026, 7, 1))!.Version.Version, Is.EqualTo(2));
        Assert.That(book.InForce("essentiel", new(2025, 12, 31)), Is.Null);
        Assert.That(TariffBook.Compile([(ScriptText.Mapping(Essential), "a"), (ScriptText.Mapping(Essential), "a")]).Diagnostics[0].Code, Is.EqualTo("TAR021"));
        var backwards = second.Replace("2026-07-01", "2025-07-01", StringComparison.Ordinal);
        Assert.That(TariffBook.Compile([(ScriptText.Mapping(Essential), "a"), (ScriptText.Mapping(backwards), "b")]).Diagnostics[0].Code, Is.EqualTo("TAR022"));
    }
}
