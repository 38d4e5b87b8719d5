using System.Net;
using Bunit;
using Bunit.TestDoubles;
using ContactCenter.AgentConsole.Office.Rules;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using Microsoft.AspNetCore.Components;

namespace ContactCenter.AgentConsole.Tests.Office;

/// <summary>The practice changes its rules: one text, two ways.</summary>
internal sealed class RulesPageTests : DeskTest
{
    private const string Text = "booking: lilas\nversion: 1\n";
    private const string Next = "booking: lilas\nversion: 2\n";
    private static readonly Guid Practice = Views.Practice().PracticeId;
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    private static readonly OpeningForm Morning = new(["monday", "friday"], "08:30", "12:00", "every", "", "", "lilas", "office", [], "");

    private static readonly RulesForm Form = new(
        [new("dr-martin", "Dr Hélène Martin", new(true, "hard"), [Morning])],
        [new("consultation", "Consultation", [new("dr-martin", "15", "30")], new(true, "hard"), "at_once", "no", [], [], [])],
        [new("2026-12-28", "2027-01-02", "Congés", [])], [], [], [new("lilas", "Cabinet des Lilas")], [new FamilyForm("courtes", ["consultation"])]);

    private static readonly RuleFault Late = new("BOK007", true, null, 3, 7, "practitioners.dr-martin.openings[0].to", "Cette ouverture finit à 08:00.", "Faites-la finir plus tard.")
    {
        InForm = "« {field} » : cette ouverture finit à 08:00. Faites-la finir plus tard.",
    };

    private static string Root => $"/api/practices/{Practice}/rules";

    private static CheckedRules Clean => new([], Form, [new(2, null, "version: 1"), new(null, 2, "version: 2")], []);

    [Test]
    public async Task A_text_is_checked_compared_and_put_in_force_with_its_reason()
    {
        var page = await Show();
        Assert.That(page.Find(".panel-head .muted").TextContent, Does.Contain("version 1").And.Contain("Sophie"));
        await Write(page, Next);
        Http.On($"POST {Root}/check", Clean);
        await Button(page, "Mettre en vigueur").ClickAsync();
        Assert.That(page.FindAll(".diff-gone code, .diff-come code").Select(c => c.TextContent), Is.EqualTo(new[] { "version: 1", "version: 2" }));
        await page.Find(".rules-put form").SubmitAsync();
        Assert.That(page.Find("#rules-why").GetAttribute("aria-invalid"), Is.EqualTo("true"), "a reason is needed");
        Http.On($"PUT {Root}", new RulesTaken("bbbb", At));
        Http.On($"GET {Root}", InForce(Next, "bbbb"));
        await page.Find("#rules-why").InputAsync("Plus long");
        await page.Find(".rules-put form").SubmitAsync();
        var sent = Http.Received.Last(r => r.Key is not null);
        Assert.That(sent.Body, Does.Contain("\"fromHash\":\"aaaa\"").And.Contain("\"comment\":\"Plus long\"").And.Contain("\"confirmedAppointments\":0"));
        Assert.That(page.FindAll(".rules-put"), Is.Empty);
        Assert.That(page.Markup, Does.Contain("Les nouvelles règles sont en vigueur."));
    }

    [Test]
    public async Task What_is_faulty_is_not_asked_about_and_its_place_is_shown()
    {
        var page = await Show();
        await Write(page, Next);
        Http.On($"POST {Root}/check", Clean with { Faults = [Late] });
        await Button(page, "Mettre en vigueur").ClickAsync();
        Assert.That(page.FindAll(".rules-put"), Is.Empty);
        Assert.That(page.Find(".rules-verdict").TextContent, Does.Contain("1 erreur"));
        Assert.That(page.Find(".rules-faults").TextContent, Does.Contain("Ligne 3, colonne 7").And.Contain("Cette ouverture finit à 08:00. Faites-la finir plus tard."));
        Assert.That(page.Find(".rules-lines .has-error").TextContent.Trim(), Is.EqualTo("3"));
        await Button(page, "Formulaires").ClickAsync();
        Assert.That(page.Find(".rules-faults").TextContent, Does.Contain("Dr Hélène Martin, lun. ven. 08:30 – 12:00").And.Contain("« À » : cette ouverture").And.Contain("Ligne 3"));
    }

    [Test]
    public async Task What_coming_appointments_use_must_be_confirmed()
    {
        var page = await Show();
        await Write(page, Next);
        Http.On($"POST {Root}/check", Clean with { Dropped = [new(DroppedKind.Reason, "vaccination", "Vaccination", 3)] });
        Http.On($"PUT {Root}", new RulesTaken("bbbb", At));
        await Button(page, "Mettre en vigueur").ClickAsync();
        Assert.That(page.Find(".rules-put .rules-note").TextContent, Does.Contain("le motif « Vaccination » : 3"));
        Assert.That(page.Find(".rules-put button[type=submit]").HasAttribute("disabled"), Is.True);
        await page.Find(".rules-put input[type=checkbox]").ChangeAsync(true);
        await page.Find("#rules-why").InputAsync("Plus de vaccins");
        await page.Find(".rules-put form").SubmitAsync();
        Assert.That(Http.Received.Last(r => r.Key is not null).Body, Does.Contain("\"confirmedAppointments\":3"));
    }

    [Test]
    public async Task Rules_of_somebody_else_meanwhile_are_named_and_hers_are_kept()
    {
        var page = await Show();
        await Write(page, Next);
        Http.On($"POST {Root}/check", Clean);
        await Button(page, "Mettre en vigueur").ClickAsync();
        Http.On($"PUT {Root}", new { code = RulesProblems.Outdated, detail = "D’autres règles.", current = InForce("booking: lilas\nversion: 7\n", "cccc", 7, "Karim") }, HttpStatusCode.Conflict);
        await page.Find("#rules-why").InputAsync("Plus long");
        await page.Find(".rules-put form").SubmitAsync();
        Assert.That(page.Find(".rules-note").TextContent, Does.Contain("version 7").And.Contain("Karim"));
        Assert.That(page.Find("#rules-text").GetAttribute("value"), Is.EqualTo(Next));
        Assert.That(Button(page, "Mettre en vigueur").HasAttribute("disabled"), Is.True);
        await Button(page, "J’ai comparé : garder mon texte").ClickAsync();
        Assert.That(Button(page, "Mettre en vigueur").HasAttribute("disabled"), Is.False);
    }

    [Test]
    public async Task Leaving_with_changes_asks_first()
    {
        var page = await Show();
        await Write(page, Next);
        Get<NavigationManager>().NavigateTo("office");
        Assert.That(page.Find("[role=alertdialog]").TextContent, Does.Contain("ne sont pas en vigueur"));
        Assert.That(Get<NavigationManager>().Uri, Does.Not.EndWith("office"));
        await Button(page, "Partir").ClickAsync();
        Assert.That(Get<NavigationManager>().Uri, Does.EndWith("office"));
    }

    [Test]
    public async Task A_form_changes_the_text_and_its_faults_stand_beside_their_fields()
    {
        var page = await Show();
        await page.Find("[aria-label^='Modifier : lundi']").ClickAsync();
        Http.On($"POST {Root}/edit", new EditedRules(Next, "practitioners.dr-martin.openings[0]", Clean with { Faults = [Late] }));
        await page.Find("#field-practitioners-dr-martin-openings-0-to").ChangeAsync("08:00:00");
        await page.Find(".rules-edit").SubmitAsync();
        var field = page.Find("#field-practitioners-dr-martin-openings-0-to");
        Assert.That((field.GetAttribute("aria-invalid"), page.Find($"#{field.GetAttribute("aria-describedby")}").TextContent), Is.EqualTo(("true", "« À » : cette ouverture finit à 08:00. Faites-la finir plus tard.")));
        Assert.That(Button(page, "Mettre en vigueur").HasAttribute("disabled"), Is.True, "the text stands as it stood");

        Http.On($"POST {Root}/edit", new EditedRules(Next, "practitioners.dr-martin.openings[0]", Clean));
        await page.Find(".rules-edit").SubmitAsync();
        Assert.That(Http.Received.Last(r => r.Request.Contains("/edit", StringComparison.Ordinal)).Body, Does.Contain("\"to\":\"08:00\"").And.Contain("\"index\":0").And.Contain("\"part\":\"Opening\""));
        Assert.That(page.FindAll(".rules-edit"), Is.Empty);
        Assert.That(Button(page, "Mettre en vigueur").HasAttribute("disabled"), Is.False);
    }

    [Test]
    public async Task A_new_reason_gets_a_short_name_of_its_own()
    {
        var page = await Show();
        await Button(page, "Ajouter un motif").ClickAsync();
        Http.On($"POST {Root}/edit", new EditedRules(Next, "reasons.electro-2", Clean));
        await page.Find(".rules-edit input").ChangeAsync("Électro-cardiogramme (repos)");
        await page.Find(".rules-edit").SubmitAsync();
        Assert.That(Http.Received.Last(r => r.Request.Contains("/edit", StringComparison.Ordinal)).Body, Does.Contain("\"of\":\"electro-cardiogramme-repos\""));
        Assert.That(RulesLists.IdOf("42", ["motif"], "motif"), Is.EqualTo("motif-2"));
    }

    [Test]
    public async Task A_past_version_is_compared_and_taken_up_again()
    {
        Http.On($"GET {Root}/history/0000", new RulesVersionText("0000", "booking: lilas\nversion: 0\n", [new(1, 1, "booking: lilas"), new(null, 2, "version: 0")]));
        var page = await Show();
        await page.Find("[aria-label^='Voir ce qui change']:not([aria-expanded=true])").ClickAsync();
        Http.On($"POST {Root}/check", Clean);
        await Button(page, "Reprendre ce texte").ClickAsync();
        await Button(page, "Texte").ClickAsync();
        Assert.That(page.Find("#rules-text").GetAttribute("value"), Does.Contain("version: 0"));
    }

    [Test]
    public async Task The_page_is_the_practice_s_own()
    {
        var page = await Show(Roles.Billing);
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("cabinet"));
        Assert.That(Http.Received.Where(r => r.Request.Contains("rules", StringComparison.Ordinal)), Is.Empty);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<RulesPage> page, string name) => page.FindAll("button").First(b => b.TextContent.Trim() == name);

    private static RulesInForce InForce(string text, string hash, int version = 1, string by = "Sophie") => new(text, hash, version, At, by, "Premier texte", new CheckedRules([], Form, [], []));

    private static async Task Write(IRenderedComponent<RulesPage> page, string text)
    {
        await Button(page, "Texte").ClickAsync();
        await page.Find("#rules-text").InputAsync(text);
    }

    private async Task<IRenderedComponent<RulesPage>> Show(string role = Roles.PracticeStaff)
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Sophie", "cabinet@demo.contactcenter.local", [role], [new(Practice, "lilas", "Cabinet des Lilas")], Views.Noon));
        Http.On($"GET {Root}", InForce(Text, "aaaa"));
        Http.On($"GET {Root}/history", new List<RulesVersion>
        {
            new("aaaa", 1, At, "Sophie", "Premier texte", RulesVersionState.InForce), new("0000", 0, At.AddDays(-1), null, null, RulesVersionState.Past),
        });
        Http.On($"GET {Root}/history/aaaa", new RulesVersionText("aaaa", Text, []));
        await Get<Session>().Load();
        return Browser.Render<RulesPage>(p => p.Add(c => c.PracticeId, Practice));
    }
}
