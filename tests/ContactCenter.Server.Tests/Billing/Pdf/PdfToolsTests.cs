using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Tests.Billing.Pdf;

/// <summary>Second opinions: readers that were not written by who wrote the file.</summary>
public sealed class PdfToolsTests
{
    private string _folder = "";

    [SetUp]
    public void Folder() => _folder = Directory.CreateTempSubdirectory("contactcenter-pdf-").FullName;

    [TearDown]
    public void Away() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Qpdf_finds_no_fault()
    {
        foreach (var (name, invoice) in Invoices())
        {
            var said = await Run("qpdf", "--check", Saved(name, invoice));

            Assert.That(said, Does.Contain("No syntax or stream encoding errors found"));
        }
    }

    [Test]
    public async Task Poppler_detaches_the_file_and_draws_the_pages()
    {
        foreach (var (name, invoice) in Invoices())
        {
            var (pdf, xml) = (Saved(name, invoice), Path.Combine(_folder, $"{name}.xml"));
            await Run("pdfdetach", "-save", "1", "-o", xml, pdf);
            var complaints = await Run("pdftoppm", "-r", "30", "-png", pdf, Path.Combine(_folder, name));

            Assert.That(await File.ReadAllBytesAsync(xml), Is.EqualTo(Encoding.UTF8.GetBytes(CiiWriter.Write(invoice))));
            Assert.That(complaints, Is.Empty);
            Assert.That(Directory.GetFiles(_folder, $"{name}-*.png"), Is.Not.Empty);
        }
    }

    private static IEnumerable<(string Name, Invoice Invoice)> Invoices() =>
        [("control", DrawnInvoice.Control()), ("long", DrawnInvoice.Long()), ("credit", DrawnInvoice.CreditNote())];

    private string Saved(string name, Invoice invoice)
    {
        var path = Path.Combine(_folder, $"{name}.pdf");
        File.WriteAllBytes(path, DrawnInvoice.Written(invoice));
        return path;
    }

    private static async Task<string> Run(string tool, params string[] arguments)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{tool} is not installed (Debian: qpdf, poppler-utils).");
            throw;
        }

        using (process)
        {
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.That(process.ExitCode, Is.Zero, $"{await said}{await complained}");
            return await said + await complained;
        }
    }
}
