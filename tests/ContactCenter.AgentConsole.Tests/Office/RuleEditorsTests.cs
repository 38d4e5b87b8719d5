using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Rules;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Tests.Office;

/// <summary>What the practice enters in a form is sent as the text writes it.</summary>
internal sealed class RuleEditorsTests : RuleFormTest
{
    [Test]
    public async Task Each_part_stands_in_one_line()
    {
        var page = await Show();
        string Section(RulePart part) => page.Find($"section[aria-labelledby=part-{part}]").TextContent;
        Assert.Multiple(() =>
        {
            Assert.That(Section(RulePart.Resource), Does.Contain("Salle de soins · salle · Cabinet des Lilas · lun. ven. 08:00 – 12:00 (Semaines impaires)"));
            Assert.That(Section(RulePart.Family), Does.Contain("longues · Famille « courtes »"));
            Assert.That(Section(RulePart.Missed), Does.Contain("à partir de 3 en 12 mois : avec votre accord").And.Not.Contain("Ajouter"));
            Assert.That(Section(RulePart.Approval), Does.Contain("refusée après 2 h").And.Contain("Fixer un délai"));
            Assert.That(Section(RulePart.Neighbours), Does.Contain("avec pediatrie-du-canal · tous les motifs"));
            Assert.That(Section(RulePart.Head), Does.Contain("Dr Hélène Martin, le 05/01/2026 · Europe/Brussels · jours fériés : Alsace-Moselle").And.Not.Contain("Supprimer"));
            Assert.That(Section(RulePart.Span), Does.Contain("un début toutes les 5 min · jusqu’à 180 jours à l’avance · préavis des secrétaires : 15 min · préavis en ligne : 120 min").And.Not.Contain("Supprimer"));
        });
    }

    [Test]
    public async Task A_place_is_sent_with_points_and_a_new_room_with_a_name_of_its_own()
    {
        var page = await Show();
        await Open(page, RulePart.Place, 0);
        Assert.That(page.Find("#field-places-lilas-latitude").GetAttribute("value"), Is.EqualTo("48,8867"));
        await page.Find("#field-places-lilas-longitude").ChangeAsync("-2,5°");
        Assert.That(await Sent(page), Does.Contain("\"latitude\":\"48.8867\"").And.Contain("\"longitude\":\"-2.5\"").And.Contain("\"of\":\"lilas\""));

        await Open(page, RulePart.Resource);
        await page.Find(".rules-edit input").ChangeAsync("Dr Martin");
        await page.Find(".rules-edit select").ChangeAsync("staff");
        await page.FindAll(".rules-edit button").First(b => b.TextContent == "Ajouter des heures").ClickAsync();
        await page.Find("#field-resources--openings-0-from").ChangeAsync("08:00:00");
        Assert.That(await Sent(page), Does.Contain("\"of\":\"dr-martin-2\"").And.Contain("\"kind\":\"staff\"").And.Contain("\"place\":\"lilas\"").And.Contain("\"from\":\"08:00\""));
    }

    [Test]
    public async Task A_family_may_hold_those_above_it()
    {
        var page = await Show();
        await Open(page, RulePart.Family, 0);
        Assert.That(page.FindAll(".rules-edit .check").Select(c => c.TextContent.Trim()), Is.EqualTo(["Consultation"]));
        await page.FindAll(".rules-edit button").First(b => b.TextContent == "Annuler").ClickAsync();
        await Open(page, RulePart.Family);
        Assert.That(page.FindAll(".rules-edit .check").Select(c => c.TextContent.Trim()), Is.EqualTo(["Famille « courtes »", "Famille « longues »", "Consultation"]));
        await page.Find(".rules-edit").SubmitAsync();
        Assert.That(page.Find(".rules-edit .form-error").TextContent, Does.StartWith("« Nom » est vide."), "a family is known by its name alone");
        Assert.That(Http.Received.Any(r => r.Request.Contains("/edit", StringComparison.Ordinal)), Is.False);
        await page.Find(".rules-edit input").ChangeAsync("Visites d’été");
        Assert.That(await Sent(page), Does.Contain("\"of\":\"visites-d-ete\""));
    }

    [Test]
    public async Task A_family_is_renamed_by_its_form()
    {
        var page = await Show();
        await Open(page, RulePart.Family, 1);
        Assert.That(page.Find("#field-families-longues-name").GetAttribute("value"), Is.EqualTo("longues"));
        Assert.That(await Sent(page), Does.Contain("\"of\":\"longues\"").And.Contain("\"id\":\"longues\""));
        await Open(page, RulePart.Family, 1);
        await page.Find("#field-families-longues-name").ChangeAsync("Visites longues");
        Assert.That(await Sent(page), Does.Contain("\"of\":\"longues\"").And.Contain("\"id\":\"visites-longues\""));
    }

    [Test]
    public async Task A_suspension_the_approval_and_the_span_are_sent_as_the_text_writes_them()
    {
        var page = await Show();
        await Open(page, RulePart.Suspension);
        await page.Find("#field-suspensions-0-first").ChangeAsync("2026-12-01");
        Assert.That(await Sent(page), Does.Contain("\"suspension\":{\"rule\":\"certificats\",\"first\":\"2026-12-01\""));
        await Open(page, RulePart.Approval);
        await page.Find("#field-approval-within").ChangeAsync("90 min");
        Assert.That(await Sent(page), Does.Contain("\"approval\":{\"within\":\"90m\",\"otherwise\":\"refuse\"}"));
        await Open(page, RulePart.Span, 0);
        await page.Find("#field-notice_minutes-agent").ChangeAsync("");
        Assert.That(await Sent(page), Does.Contain("\"agentNotice\":\"\"").And.Contain("\"gridMinutes\":\"5\""));
        await page.Find("[aria-label^='Modifier : lundi']").ClickAsync();
        Assert.That(page.Find("#field-practitioners-dr-martin-openings-0-grid_minutes").GetAttribute("value"), Is.EqualTo("20"));
        Assert.That(await Sent(page), Does.Contain("\"gridMinutes\":\"20\""));
    }

    [Test]
    public async Task Neighbours_are_named_as_one_says_them_and_sent_as_the_text_writes_them()
    {
        var page = await Show();
        await Open(page, RulePart.Neighbours, 0);
        var lines = page.Find("#field-neighbours-shares");
        Assert.That((lines.GetAttribute("value"), page.Find($"#{lines.GetAttribute("aria-describedby")}").TextContent), Is.EqualTo(("pediatrie-du-canal", PracticeRuleWords.NeighboursWithHint)));
        await lines.ChangeAsync("Pédiatrie du Canal\n\npediatrie-du-canal\nCabinet de l’Écluse");
        await page.FindAll(".rules-edit .check input")[0].ChangeAsync(true);
        Assert.That(await Sent(page), Does.Contain("\"neighbours\":{\"shares\":\"named\",\"with\":[\"pediatrie-du-canal\",\"cabinet-de-l-ecluse\"],\"reasons\":[\"courtes\"]}"));
        await Open(page, RulePart.Neighbours, 0);
        await page.Find(".rules-edit select").ChangeAsync("no");
        Assert.That(await Sent(page), Does.Contain("\"neighbours\":{\"shares\":\"no\",\"with\":[],\"reasons\":[]}"));
    }

    [Test]
    public async Task The_head_is_sent_as_written_and_another_zone_says_what_becomes_of_appointments()
    {
        var page = await Show();
        await Open(page, RulePart.Head, 0);
        Assert.That(page.Find("#field-zone option[selected]").TextContent, Is.EqualTo("Europe/Brussels"), "what is written stays though no practice is there");
        Assert.That(page.FindAll(".rules-edit [role=status]"), Is.Empty);
        await page.Find("#field-zone").ChangeAsync("Indian/Reunion");
        Assert.That(page.Find(".rules-edit [role=status]").TextContent, Does.Contain("une autre heure"));
        await page.Find("#field-holidays").ChangeAsync("reunion");
        Assert.That(await Sent(page), Does.Contain("\"since\":\"2026-01-05\",\"zone\":\"Indian/Reunion\",\"holidays\":\"reunion\""));
    }

    [Test]
    public async Task Whoever_closes_a_form_or_takes_a_part_out_stands_at_its_button()
    {
        var page = await Show();
        var section = page.Find($"section[aria-labelledby=part-{RulePart.Missed}]");
        var change = section.QuerySelector("button")!.Id;
        await Open(page, RulePart.Missed, 0);
        await page.FindAll(".rules-edit button").First(b => b.TextContent == "Annuler").ClickAsync();
        Assert.That(Focused(), Is.EqualTo($"#{change}"));
        Http.On($"POST {Root}/edit", new EditedRules("a", null, new([], Form with { Missed = null }, [], [])));
        await page.Find($"section[aria-labelledby=part-{RulePart.Missed}] button:not([id])").ClickAsync();
        Assert.That(Focused(), Is.EqualTo($"#{page.Find($"section[aria-labelledby=part-{RulePart.Missed}] button").Id}"));
        Assert.That(Http.Received.Last(r => r.Request.Contains("/edit", StringComparison.Ordinal)).Body, Does.Contain("\"part\":\"Missed\"").And.Not.Contain("\"most\""));
    }

    [Test]
    public async Task What_others_use_is_not_taken_out_and_they_are_named()
    {
        var page = await Show();
        var fault = new RuleFault("BOK005", true, null, 1, 1, "resources.salle.place", "", "") { InForm = "Il n’y a pas de lieu « Cabinet des Lilas »." };
        Http.On($"POST {Root}/edit", new EditedRules("a", null, new([fault], Form, [], [])));
        await page.Find("[aria-label^='Supprimer : Cabinet des Lilas']").ClickAsync();
        Assert.That(
            page.FindAll($"section[aria-labelledby=part-{RulePart.Place}] [role=alert] p").Select(p => p.TextContent),
            Is.EqualTo(new[] { "Rien n’a été supprimé. Ces règles en ont encore besoin, changez-les d’abord : Ressource « Salle de soins »." }));
    }

    [Test]
    public void Every_rule_that_names_a_part_is_told_once_and_what_else_is_wrong_beside_it()
    {
        static RuleFault Fault(string code, string field, string said) => new(code, true, null, 1, 1, field, "", "") { InForm = said };
        const string Nobody = "Il n’y a pas de praticien « Dr Hélène Martin ».";
        Assert.That(
            RuleFaultText.NotTakenOut(
                [
                    Fault("BOK002", "reasons.consultation.minutes.dr-martin", Nobody), Fault("BOK002", "reasons.consultation.new_patient_minutes.dr-martin", Nobody),
                    Fault("BOK002", "overbooking.doublon.practitioner", Nobody), Fault("BOK002", "closures[0].practitioners", Nobody), Fault("SCR010", "practitioners", "« {field} » manque."),
                ],
                Form),
            Is.EqualTo(new[]
            {
                "Rien n’a été supprimé. Ces règles en ont encore besoin, changez-les d’abord : Motif « Consultation » ; Doublon permis « Doublon » ; Fermeture du 28/12/2026 au 02/01/2027 · Congés · tous.",
                "Rien n’a été supprimé. Ce qui ne tiendrait plus :", "« Praticiens » manque.",
            }));
    }

    [Test]
    public async Task A_practitioner_keeps_her_openings_when_renamed_and_a_new_one_brings_the_first()
    {
        var page = await Show();
        var section = page.Find($"section[aria-labelledby=part-{RulePart.Practitioner}]");
        Assert.That(section.TextContent, Does.Contain("Dr Hélène Martin · Médecine générale").And.Not.Contain("Supprimer"), "the only one is not taken out");
        await Open(page, RulePart.Practitioner, 0);
        Assert.That(page.FindAll(".rules-edit fieldset"), Is.Empty);
        await page.Find("#field-practitioners-dr-martin-name").ChangeAsync("Dr Hélène Martin-Roy");
        Assert.That(await Sent(page), Does.Contain("\"of\":\"dr-martin\"").And.Contain("Martin-Roy\"").And.Contain("\"specialty\":\"M").And.Contain("\"releases\":[{"));

        await Open(page, RulePart.Practitioner);
        await page.Find(".rules-edit input").ChangeAsync("Dr Martin");
        await page.Find("#field-practitioners--openings-0-from").ChangeAsync("08:00:00");
        Assert.That(await Sent(page), Does.Contain("\"of\":\"dr-martin-2\"").And.Contain("\"from\":\"08:00\"").And.Contain("\"place\":\"lilas\"").And.Contain("\"specialty\":\"\""));
    }

    private object? Focused() => Browser.JSInterop.Invocations["focus"][^1].Arguments[0];

    /// <summary>The form of a part; of a new one without an index.</summary>
    private static Task Open(IRenderedComponent<RulesPage> page, RulePart part, int? index = null)
    {
        var section = page.Find($"section[aria-labelledby=part-{part}]");
        return (index is { } at ? section.QuerySelectorAll("li")[at].QuerySelector("button")! : section.QuerySelector(":scope > div > button")!).ClickAsync();
    }

    private async Task<string> Sent(IRenderedComponent<RulesPage> page)
    {
        Http.On($"POST {Root}/edit", new EditedRules("booking: lilas\nversion: 2\n", null, new([], Form, [], [])));
        await page.Find(".rules-edit").SubmitAsync();
        Assert.That(page.FindAll(".rules-edit"), Is.Empty);
        return Http.Received.Last(r => r.Request.Contains("/edit", StringComparison.Ordinal)).Body!;
    }

    private async Task<IRenderedComponent<RulesPage>> Show()
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Sophie", "cabinet@demo.contactcenter.local", [Roles.PracticeStaff], [new(Practice, "lilas", "Cabinet des Lilas")], Views.Noon));
        Http.On($"GET {Root}", InForce);
        Http.On($"GET {Root}/history", new List<RulesVersion>());
        await Get<Session>().Load();
        return Browser.Render<RulesPage>(p => p.Add(c => c.PracticeId, Practice));
    }
}
