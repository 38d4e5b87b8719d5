using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>The practice brings its patients and appointments.</summary>
internal sealed class ImportTests : BrowserTest
{
    [Test]
    public async Task A_list_is_checked_corrected_by_its_report_and_imported()
    {
        var page = (await SignIn("cabinet")).Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Importer" }).ClickAsync();
        var patients = page.Locator("section.import").First;
        var rows = string.Concat(Enumerable.Range(0, 60).Select(n => $"{n};Nom{(char)('a' + (n % 26))}{(char)('a' + (n / 26))};Luc;1970-02-{1 + (n % 28):00}\n"));
        await patients.Locator("input[type=file]").SetInputFilesAsync(Csv("patients.csv", "id;nom;prenom;ddn;couleur\n" + rows + "90;;Léa;1990-01-01;\n91;Petit;Léa;31/02/1990;\n"));
        await patients.GetByRole(AriaRole.Button, new() { Name = "Vérifier" }).PressAsync("Enter");
        await patients.GetByText("rien n’a été changé").WaitForAsync();
        await Picture(page, "import-checked");
        Assert.That((await page.RunAxe()).Violations.Select(v => v.Id), Is.Empty);

        var download = await page.RunAndWaitForDownloadAsync(() => patients.GetByRole(AriaRole.Button, new() { Name = "Télécharger" }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("patients-refuses.csv"));
        var report = await File.ReadAllTextAsync((await download.PathAsync())!);
        Assert.That(report, Does.Contain("IMP103").And.Contain("Petit"));

        await patients.GetByRole(AriaRole.Button, new() { Name = "Importer" }).ClickAsync();
        await patients.GetByText("Importé.", new() { Exact = true }).WaitForAsync();
        Assert.That(await patients.Locator("dl").InnerTextAsync(), Does.Contain("60"));
        await Picture(page, "import-done");

        var appointments = page.Locator("section.import").Nth(1);
        await appointments.Locator("input[type=file]").SetInputFilesAsync(Csv("rdv.csv", "id;id_patient;praticien;motif;debut\n1;3;dr-martin;consultation;2027-01-05 10:00\n2;4;dr-martin;consultation;2027-01-05 10:05\n"));
        await appointments.GetByRole(AriaRole.Button, new() { Name = "Vérifier" }).ClickAsync();
        await appointments.GetByText("déjà pris à ce moment").WaitForAsync();
        await appointments.ScrollIntoViewIfNeededAsync();
        await Picture(page, "import-appointments");
    }

    private static FilePayload Csv(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
