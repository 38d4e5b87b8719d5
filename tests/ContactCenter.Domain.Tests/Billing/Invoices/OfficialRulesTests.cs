using System.Diagnostics;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Domain.Tests.Billing.Invoices;

/// <summary>
/// The schemas and rule sets that others publish, which may not be committed here. Two variables name them:
/// <c>CONTACTCENTER_INVOICE_XSD</c> a folder with <c>cii</c> and <c>ubl</c>, each of which holds the root schema and what it includes;
/// <c>CONTACTCENTER_INVOICE_XSLT</c> a folder with <c>cii-*.xslt</c> and <c>ubl-*.xslt</c>, run by Saxon (<c>CONTACTCENTER_SAXON</c>, else Debian's).
/// </summary>
public sealed class OfficialRulesTests
{
    private const string Svrl = "http://purl.oclc.org/dsdl/svrl";

    private static readonly (string Syntax, Func<Invoice, string> Write)[] Syntaxes = [("cii", CiiWriter.Write), ("ubl", UblWriter.Write)];

    private static int Count => Chance.Nightly ? 2_000 : 20;

    [Test]
    public void Invoices_of_chance_are_valid_by_the_schemas()
    {
        var root = Folder("CONTACTCENTER_INVOICE_XSD");
        foreach (var (syntax, write) in Syntaxes)
        {
            var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
            foreach (var file in Directory.GetFiles(Path.Combine(root, syntax), "*.xsd", SearchOption.TopDirectoryOnly))
                schemas.Add(null, file);
            schemas.Compile();
            foreach (var invoice in Drawn())
            {
                var faults = new List<string>();
                XDocument.Parse(write(invoice)).Validate(schemas, (_, e) => faults.Add(e.Message));
                Assert.That(faults, Is.Empty, () => write(invoice));
            }
        }
    }

    [Test]
    public void Invoices_of_chance_fail_no_assertion_of_the_rule_sets()
    {
        var rules = Folder("CONTACTCENTER_INVOICE_XSLT");
        var folder = Directory.CreateTempSubdirectory("contactcenter-rules-").FullName;
        try
        {
            foreach (var (syntax, write) in Syntaxes)
            {
                var (written, said) = (Directory.CreateDirectory(Path.Combine(folder, syntax)).FullName, Directory.CreateDirectory(Path.Combine(folder, $"{syntax}-out")).FullName);
                foreach (var (invoice, index) in Drawn().Select((invoice, index) => (invoice, index)))
                    File.WriteAllText(Path.Combine(written, $"{index}.xml"), write(invoice), new UTF8Encoding(false));
                var files = Directory.GetFiles(rules, $"{syntax}-*.xslt");
                Assert.That(files, Is.Not.Empty, $"CONTACTCENTER_INVOICE_XSLT holds no {syntax}-*.xslt.");
                foreach (var xslt in files)
                {
                    Saxon(written, xslt, said);
                    Assert.That(Directory.GetFiles(said).SelectMany(f => XDocument.Load(f).Descendants(XName.Get("failed-assert", Svrl)).Select(a => $"{Path.GetFileName(f)}: {a.Value.Trim()}")), Is.Empty, xslt);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Invoice> Drawn()
    {
        var chance = Chance.Seeded();
        yield return Invoiced.Control();
        yield return Invoiced.Issue(((CreditDrafted)CreditNotes.Whole(Invoiced.Control(), [])).Note);
        for (var drawn = 0; drawn < Count;)
        {
            if (Invoiced.Random(chance) is not { } invoice)
                continue;
            drawn++;
            yield return invoice;
        }
    }

    // All files of a folder in one run: the start of the virtual machine costs more than a hundred invoices.
    private static void Saxon(string source, string xslt, string output)
    {
        var jar = Environment.GetEnvironmentVariable("CONTACTCENTER_SAXON") ?? "/usr/share/java/Saxon-HE.jar";
        Assert.That(File.Exists(jar), $"No Saxon at {jar}: install libsaxonhe-java, or name it with CONTACTCENTER_SAXON.");
        using var process = Process.Start(new ProcessStartInfo("java", ["-jar", jar, $"-s:{source}", $"-xsl:{xslt}", $"-o:{output}"]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, said);
    }

    private static string Folder(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder && Directory.Exists(folder))
            return folder;
        Assert.Ignore($"NOT CHECKED against the official files: {variable} names no folder. Our own checker and structure tests ran.");
        return "";
    }
}
