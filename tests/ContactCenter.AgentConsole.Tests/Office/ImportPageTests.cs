using System.Net;
using Bunit;
using ContactCenter.AgentConsole.Office.Imports;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Imports;
using Microsoft.AspNetCore.Components.Forms;

namespace ContactCenter.AgentConsole.Tests.Office;

internal sealed class ImportPageTests : DeskTest
{
    private static readonly Guid Practice = Guid.Parse("00000000-0000-7000-8000-000000000001");

    private static string Root => $"/api/practices/{Practice}";

    [Test]
    public async Task A_file_is_checked_first_and_imported_then()
    {
        Http.Lines($"POST {Root}/imports/patients?dryRun=True", new ImportStep(0, 3), new ImportStep(3, 3, Report(isDryRun: true)));
        Http.Lines($"POST {Root}/imports/patients?dryRun=False", new ImportStep(3, 3, Report(isDryRun: false)));
        var page = await Show();
        Assert.That(Buttons(page).Take(2).Select(b => b.HasAttribute("disabled")), Is.EqualTo([true, true]), "no file yet");
        page.FindComponents<InputFile>()[0].UploadFiles(InputFileContent.CreateFromText("nom;prenom\nA;B\n", "patients.csv"));
        Assert.That(Buttons(page).Take(2).Select(b => b.HasAttribute("disabled")), Is.EqualTo([false, true]), "not checked yet");

        await Buttons(page)[0].ClickAsync();
        Assert.That(page.Find("#patients-title").ParentElement!.TextContent, Does.Contain("À importer2").And.Contain("Lignes refusées1").And.Contain("La colonne nom manque. IMP004").And.Contain("1 remarque"));
        await Buttons(page)[1].ClickAsync();
        Assert.That(Http.Received.Last().Body, Is.EqualTo("nom;prenom\nA;B\n"));
        Assert.That(page.Find(".import [role=status]").TextContent, Is.EqualTo("Importé."));
    }

    [Test]
    public async Task A_file_that_cannot_be_used_says_where_and_why_and_cannot_be_imported()
    {
        Http.On($"POST {Root}/imports/patients?dryRun=True", new { code = ImportProblems.Unusable, detail = "La colonne nom manque.", line = 1, column = 1 }, HttpStatusCode.UnprocessableEntity);
        var page = await Show();
        page.FindComponents<InputFile>()[0].UploadFiles(InputFileContent.CreateFromText("prenom\nA\n", "patients.csv"));
        await Buttons(page)[0].ClickAsync();
        Assert.That(page.Find(".import [role=alert]").TextContent, Is.EqualTo("Rien n’a été importé. Ligne 1, colonne 1 : La colonne nom manque."));
        Assert.That(Buttons(page)[1].HasAttribute("disabled"), Is.True);
    }

    [Test]
    public async Task An_answer_that_breaks_off_is_no_success()
    {
        Http.Lines($"POST {Root}/imports/patients?dryRun=True", new ImportStep(0, 3));
        var page = await Show();
        page.FindComponents<InputFile>()[0].UploadFiles(InputFileContent.CreateFromText("nom\nA\n", "patients.csv"));
        await Buttons(page)[0].ClickAsync();
        Assert.That(page.Find(".import [role=alert]").TextContent, Does.Contain("recommencez"));
    }

    [Test]
    public async Task A_calendar_is_sent_as_one_with_the_choices_beside_it()
    {
        var address = $"POST {Root}/imports/appointments?dryRun=True&format=ics&practitioner=dr-martin&visitReason=consultation";
        Http.Lines(address, new ImportStep(1, 1, Report(isDryRun: true)));
        var page = await Show();
        await page.FindAll(".import-choices select")[0].ChangeAsync("dr-martin");
        await page.FindAll(".import-choices select")[1].ChangeAsync("consultation");
        page.FindComponents<InputFile>()[1].UploadFiles(InputFileContent.CreateFromText("BEGIN:VCALENDAR", "agenda.ICS"));
        await Buttons(page)[2].ClickAsync();
        Assert.That(Http.Received.Last().Request, Is.EqualTo(address));
    }

    private static ImportReportView Report(bool isDryRun) =>
        new(isDryRun, 3, 2, 0, 0, 1, [new(1, 1, "IMP004", "La colonne nom manque.")], "a,b\r\n", [new(1, 5, "IMP011", "Cette colonne n’est pas lue.")]);

    private static IReadOnlyList<AngleSharp.Dom.IElement> Buttons(IRenderedComponent<ImportPage> page) => page.FindAll(".import .office-acts button.primary, .import .office-acts button.quiet");

    private async Task<IRenderedComponent<ImportPage>> Show()
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Sophie", "cabinet@demo.contactcenter.local", [Roles.PracticeStaff], [new(Practice, "lilas", "Cabinet des Lilas")], Views.Noon));
        await Get<Session>().Load();
        Http.On($"GET {Root}/resources", new List<CalendarResource> { new("dr-martin", "Dr Hélène Martin", CalendarResourceKind.Practitioner) });
        Http.On($"GET {Root}/visit-reasons", new List<VisitReasonView> { new("consultation", "Consultation", new Dictionary<string, int>(), [], []) });
        return Browser.Render<ImportPage>(p => p.Add(c => c.PracticeId, Practice));
    }
}
