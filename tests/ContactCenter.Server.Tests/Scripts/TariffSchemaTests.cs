using System.Text.Json.Nodes;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Scripts;

/// <summary>The schema guides an editor; the compiler decides. Here they are held to agree.</summary>
public sealed class TariffSchemaTests
{
    private const string Path = "tariffs/essentiel.yaml";

    private static readonly string SchemaFile = System.IO.Path.Combine(ScriptFolderCopy.Shipped, "tariffs", "schema", "tariff.schema.json");

    private static readonly string Essential = File.ReadAllText(System.IO.Path.Combine(ScriptFolderCopy.Shipped, Path));

    [TestCase("", "", Description = "as shipped")]
    [TestCase("vat: \"20\"", "exemption: Article 261 du CGI")]
    [TestCase("vat: \"20\"", "vat: \"8.5\"")]
    [TestCase("kinds: [talk, wrap_up]", "kinds: [talk, hold, consult, transferred, message, wrap_up]")]
    [TestCase("increment: 1", "increment: 30")]
    [TestCase("increment: 1", "minimum: 600")]
    [TestCase("wrap_up_cap: 60s", "wrap_up_cap: 1h")]
    [TestCase("per: minute", "per: second")]
    [TestCase("mode: marginal", "mode: whole\n    per: unit\n    exemption: Article 261 du CGI")]
    [TestCase("{ seconds: 3600 }", "{ seconds: 3600, appointments: 5 }")]
    [TestCase("price: \"0.65\"", "price: \"0.651234\"")]
    [TestCase("set_up:", "minimum: { amount: \"150\", label: { fr: Minimum, en: Minimum }, vat: \"10\" }\nset_up:")]
    public async Task What_the_compiler_takes_the_schema_takes(string before, string after)
    {
        var text = Edited(before, after);

        Assert.That(Compiles(text), before);
        Assert.That(await ScriptAsEdited.Faults(SchemaFile, Path, text), Is.Empty);
    }

    [TestCase("price: \"0.65\"", "price: \"-0.65\"")]
    [TestCase("price: \"0.65\"", "price: \"0,65\"")]
    [TestCase("price: \"0.65\"", "price: \"0.6512345\"")]
    [TestCase("amount: \"89.00\"", "amount: \"89.001\"")]
    [TestCase("per: minute", "per: quarter")]
    [TestCase("per: minute", "per: unit")]
    [TestCase("    per: minute\n", "")]
    [TestCase("08:00-12:00", "8h-12h")]
    [TestCase("08:00-12:00", "08:00-25:00")]
    [TestCase("[sunday, holiday]", "[sunday, easter]")]
    [TestCase("kinds: [talk, wrap_up]", "kinds: [talk, technical]")]
    [TestCase("increment: 1", "increment: 7")]
    [TestCase("increment: 1", "minimum: 601")]
    [TestCase("vat: \"20\"", "vat: \"19\"")]
    [TestCase("vat: \"20\"", "vat: reverse_charge")]
    [TestCase("vat: \"20\"", "")]
    [TestCase("vat: \"20\"", "vat: \"20\"\nexemption: Article 261 du CGI")]
    [TestCase("    mode: marginal\n", "")]
    [TestCase("    price: \"0.65\"\n", "")]
    [TestCase("    mode: marginal\n", "    mode: marginal\n    price: \"1.00\"\n")]
    [TestCase("seconds: 3600", "secnds: 3600")]
    [TestCase("  rendez-vous:\n", "  Rendez-vous:\n")]
    [TestCase("  jour:\n", "  Jour:\n")]
    [TestCase("counts: appointments", "counts: patients")]
    [TestCase("{ up_to: 100,", "{ up_to: 0,")]
    [TestCase("valid_from: 2026-01-01", "valid_from: 1 January 2026")]
    [TestCase("tariff: essentiel", "tariff: Essentiel")]
    [TestCase("version: 1", "version: 0")]
    [TestCase("label: { fr: Essentiel, en: Essential }", "label: { fr: Essentiel }")]
    public async Task What_the_compiler_refuses_for_its_form_the_schema_refuses_too(string before, string after)
    {
        var text = Edited(before, after);

        Assert.That(Compiles(text), Is.False);
        Assert.That(await ScriptAsEdited.Faults(SchemaFile, Path, text), Is.Not.Empty);
    }

    [Test]
    public void Every_list_of_names_is_the_compilers_own()
    {
        var schema = JsonNode.Parse(File.ReadAllText(SchemaFile))!["definitions"]!;

        Assert.That(Names(schema["day"]), Is.EqualTo(SnakeCase.Names<TariffDay>()));
        Assert.That(Names(schema["meter"]), Is.EqualTo(SnakeCase.Names<Meter>()));
        Assert.That(Names(schema["kind"]), Is.EquivalentTo(SecondsRule.MayBeBillable.Select(SnakeCase.Name)));
        Assert.That(Names(schema["fee"]!["properties"]!["mode"]), Is.EqualTo(SnakeCase.Names<TierMode>()));
        Assert.That(Names(schema["vat"]).Select(r => (int)(decimal.Parse(r, System.Globalization.CultureInfo.InvariantCulture) * 100)),
            Is.EquivalentTo(VatTreatment.LawfulRates));
    }

    [Test]
    public void The_shipped_tariff_names_its_schema() => Assert.That(Essential, Does.StartWith("# yaml-language-server: $schema=schema/tariff.schema.json\n"));

    private static bool Compiles(string text) => TariffCompiler.Compile((ScriptMapping)YamlScript.Read(Path, text).Value!, "0").Value is not null;

    private static string Edited(string before, string after)
    {
        var at = Essential.IndexOf(before, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, before);
        return Essential.Remove(at, before.Length).Insert(at, after);
    }

    private static IEnumerable<string> Names(JsonNode? node) => node!["enum"]!.AsArray().Select(v => v!.GetValue<string>());
}
