using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Domain.Tests.Billing.Invoices;

public sealed class ElectronicInvoiceTests
{
    [Test]
    public void Random_tariffs_and_months_pass_in_both_syntaxes_and_say_the_same()
    {
        var chance = Chance.Seeded();
        var written = 0;
        for (var i = 0; i < (Chance.Nightly ? 2_000 : 150); i++)
        {
            if (Invoiced.Random(chance) is not { } invoice)
                continue;
            var (cii, ubl) = (CiiWriter.Write(invoice), UblWriter.Write(invoice));
            Assert.That(ElectronicInvoiceChecker.Check(cii), Is.Empty, cii);
            Assert.That(ElectronicInvoiceChecker.Check(ubl), Is.Empty, ubl);
            AssertSame(ElectronicInvoiceReader.Read(cii)!, ElectronicInvoiceReader.Read(ubl)!);
            written++;
        }

        Assert.That(written, Is.GreaterThan(100));
    }

    [Test]
    public void Writing_again_gives_the_same_bytes()
    {
        var seed = Chance.Seeded().Next();
        var (once, again) = (Invoiced.Random(new Random(seed)), Invoiced.Random(new Random(seed)));

        Assert.That(once is null == again is null);
        Assert.That(once is null ? "" : CiiWriter.Write(once), Is.EqualTo(again is null ? "" : CiiWriter.Write(again)));
        Assert.That(once is null ? "" : UblWriter.Write(once), Is.EqualTo(again is null ? "" : UblWriter.Write(again)));
    }

    [Test]
    public void Five_hundred_of_five_hundred_mutations_are_refused()
    {
        var chance = Chance.Seeded();
        var tried = InvoiceMutations.Names.ToDictionary(n => n, _ => 0);
        var mutations = Chance.Nightly ? 20_000 : 500;
        for (var i = 0; i < mutations;)
        {
            var invoice = chance.Next(10) == 0 ? Invoiced.Control() : Invoiced.Random(chance);
            if (invoice is null)
                continue;
            var xml = chance.Next(2) == 0 ? CiiWriter.Write(invoice) : UblWriter.Write(invoice);
            var name = InvoiceMutations.Names[i % InvoiceMutations.Names.Count];
            var mutated = InvoiceMutations.Apply(name, xml, chance);
            if (mutated is null)
                continue;
            Assert.That(ElectronicInvoiceChecker.Check(mutated), Is.Not.Empty, () => $"{name}\n{mutated}");
            tried[name]++;
            i++;
        }

        Assert.That(tried.Values, Has.All.GreaterThan(0));
        TestContext.Out.WriteLine($"{mutations} of {mutations} refused: {string.Join(", ", tried.Select(t => $"{t.Key} {t.Value}"))}");
    }

    [Test]
    public void What_stands_twice_or_elsewhere_is_refused_for_its_structure([Values] bool isUbl)
    {
        var chance = Chance.Seeded();
        foreach (var name in InvoiceMutations.OfStructure.Keys)
        {
            for (var i = 0; i < (Chance.Nightly ? 1_000 : 40); i++)
            {
                var invoice = i % 2 == 0 || Invoiced.Random(chance) is not { } drawn ? Invoiced.Control() : drawn;
                var mutated = InvoiceMutations.ApplyToStructure(name, isUbl ? UblWriter.Write(invoice) : CiiWriter.Write(invoice), chance);
                Assert.That(ElectronicInvoiceChecker.Check(mutated!).Select(f => f.Code), Has.Some.EqualTo("CC-02").Or.Some.EqualTo("CC-03"), () => $"{name}\n{mutated}");
            }
        }
    }

    [TestCase("<Invoice xmlns=\"urn:another\"/>")]
    [TestCase("")]
    [TestCase("<a/>")]
    [TestCase("no xml")]
    public void What_is_no_invoice_is_refused(string text) =>
        Assert.That(ElectronicInvoiceChecker.Check(text).Select(f => f.Code), Is.EqualTo(new[] { "CC-01" }));

    private static void AssertSame(ElectronicInvoice cii, ElectronicInvoice ubl)
    {
        Assert.That(ubl with { Lines = [], Notes = [], Vat = [], References = [] }, Is.EqualTo(cii with { Lines = [], Notes = [], Vat = [], References = [] }));
        Assert.That(ubl.Lines, Is.EqualTo(cii.Lines));
        Assert.That(ubl.Notes, Is.EqualTo(cii.Notes));
        Assert.That(ubl.Vat, Is.EqualTo(cii.Vat));
        Assert.That(ubl.References, Is.EqualTo(cii.References));
    }
}
