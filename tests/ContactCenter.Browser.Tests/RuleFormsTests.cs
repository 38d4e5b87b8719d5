using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>The practice's limits, kept slots and reasons are changed by forms alone, by keyboard.</summary>
internal sealed class RuleFormsTests : BrowserTest
{
    [Test]
    public async Task The_practice_adds_a_quota_and_kept_slots_by_forms_and_puts_them_in_force()
    {
        var page = (await SignIn("cabinet")).Page;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Règles de réservation" }).PressAsync("Enter");
        await page.GetByText("En vigueur : version 1").WaitForAsync();

        await Button(page, "Ajouter un quota").PressAsync("Enter");
        var quota = Form(page, "Nouveau quota");
        await quota.GetByLabel("Nom").FillAsync("Certificats");
        var most = quota.GetByLabel("Au plus", new() { Exact = true });
        await most.FillAsync("tout");
        await quota.GetByLabel("Certificat médical").CheckAsync();
        await most.PressAsync("Enter");
        await quota.Locator(".form-error").Filter(new() { HasText = "« Au plus » doit être un nombre entier" }).WaitForAsync();
        Assert.That(await most.EvaluateAsync<bool>("e => e === document.activeElement"), Is.True);
        await Shown(page, "rules-quota-fault");
        await most.FillAsync("4");
        await most.PressAsync("Enter");
        await page.GetByText("Certificats · au plus 4 par jour · Certificat médical · au-delà : impossible").WaitForAsync();

        await Button(page, "Modifier : mercredi 08:30 – 12:30").PressAsync("Enter");
        var opening = Form(page, "Ouverture de");
        await opening.GetByLabel("Gardés pour").FillAsync("urgence");
        await opening.GetByLabel("Gardés pour").PressAsync("Tab");
        await opening.GetByRole(AriaRole.Button, new() { Name = "Ajouter une libération" }).PressAsync("Enter");
        await opening.GetByLabel("Jours avant").FillAsync("1");
        await opening.GetByLabel("À quelle heure").FillAsync("18:00");
        await opening.GetByRole(AriaRole.Group, new() { Name = "À ces motifs" }).GetByLabel("Certificat médical").CheckAsync();
        await opening.GetByRole(AriaRole.Button, new() { Name = "Ajouter une libération" }).PressAsync("Enter");
        await opening.GetByLabel("Ils s’ouvrent").Last.SelectOptionAsync("length");
        await opening.GetByLabel("Combien de temps avant").FillAsync("2 h");
        await opening.GetByRole(AriaRole.Group, new() { Name = "Créneaux gardés" }).ScrollIntoViewIfNeededAsync();
        await Shown(page, "rules-kept-form");
        await opening.GetByLabel("Combien de temps avant").PressAsync("Enter");
        await page.GetByText("s’ouvre la veille à 18:00 : Certificat médical").WaitForAsync();
        await page.GetByText("s’ouvre la veille à 18:00 : Certificat médical").ScrollIntoViewIfNeededAsync();
        await Shown(page, "rules-kept");

        await Button(page, "Mettre en vigueur").PressAsync("Enter");
        await page.Locator("dialog[open] .diff-come").First.WaitForAsync();
        await page.GetByLabel("Pourquoi ce changement").FillAsync("Moins de certificats, plus d’urgences");
        await page.GetByLabel("Pourquoi ce changement").PressAsync("Enter");
        await page.GetByText("En vigueur : version 2").WaitForAsync();
        await page.GetByText("Certificats · au plus 4 par jour").WaitForAsync();
    }

    [Test]
    public async Task A_practitioner_comes_by_forms_and_one_whom_rules_name_stays()
    {
        var page = (await SignIn("cabinet")).Page;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Règles de réservation" }).PressAsync("Enter");
        await page.GetByText("En vigueur : version 1").WaitForAsync();

        await Button(page, "Ajouter un praticien").PressAsync("Enter");
        var rey = Form(page, "Nouveau praticien");
        var name = rey.GetByLabel("Nom", new() { Exact = true });
        await name.FillAsync("Dr Léa Rey");
        await name.PressAsync("Enter");
        await rey.Locator(".form-error").Filter(new() { HasText = "« Spécialité » est vide." }).WaitForAsync();
        Assert.That(await rey.GetByLabel("Spécialité").EvaluateAsync<bool>("e => e === document.activeElement"), Is.True);
        await Shown(page, "rules-practitioner-fault", rey);
        await rey.GetByLabel("Spécialité").FillAsync("Pédiatrie");
        await rey.GetByLabel("mardi").CheckAsync();
        await rey.GetByLabel("De", new() { Exact = true }).FillAsync("09:00");
        await rey.GetByLabel("À", new() { Exact = true }).FillAsync("12:00");
        await Shown(page, "rules-practitioner", rey);
        await name.PressAsync("Enter");
        await page.GetByText("Rien ne peut être réservé avec Dr Léa Rey").WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Dr Léa Rey" }).WaitForAsync();

        await Button(page, "Supprimer : Dr Karim Benali").PressAsync("Enter");
        await page.GetByText("Ces règles en ont encore besoin, changez-les d’abord : Motif « Certificat médical »").WaitForAsync();
        await Shown(page, "rules-practitioner-named", page.GetByRole(AriaRole.Region, new() { Name = "Praticiens" }));

        await Button(page, "Modifier : Consultation enfant").PressAsync("Enter");
        var reason = Form(page, "Motif « Consultation enfant");
        await reason.GetByLabel("Dr Léa Rey", new() { Exact = true }).First.FillAsync("30");
        await reason.GetByLabel("Dr Léa Rey", new() { Exact = true }).First.PressAsync("Enter");
        await page.GetByText("30 min avec Dr Léa Rey").WaitForAsync();
        await Button(page, "Mettre en vigueur").PressAsync("Enter");
        await page.GetByLabel("Pourquoi ce changement").FillAsync("Le Dr Rey nous rejoint");
        await page.GetByLabel("Pourquoi ce changement").PressAsync("Enter");
        await page.GetByText("En vigueur : version 2").WaitForAsync();
    }

    [Test]
    public async Task Neighbours_the_head_and_the_name_of_a_family_change_by_forms()
    {
        var page = (await SignIn("cabinet")).Page;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Règles de réservation" }).PressAsync("Enter");
        await page.GetByText("En vigueur : version 1").WaitForAsync();

        await Button(page, "Modifier : avec tous les cabinets").PressAsync("Enter");
        var neighbours = Form(page, "Créneaux partagés");
        await neighbours.GetByLabel("Partagés").SelectOptionAsync("named");
        await neighbours.GetByRole(AriaRole.Button, new() { Name = "Appliquer" }).PressAsync("Enter");
        await neighbours.Locator(".form-error").Filter(new() { HasText = "« Cabinets » est vide." }).WaitForAsync();
        await neighbours.GetByLabel("Cabinets", new() { Exact = true }).FillAsync("Pédiatrie du Canal");
        await neighbours.GetByLabel("Certificat médical").CheckAsync();
        await Shown(page, "rules-neighbours", neighbours);
        await neighbours.GetByRole(AriaRole.Button, new() { Name = "Appliquer" }).PressAsync("Enter");
        await page.GetByText("avec pediatrie-du-canal · Certificat médical").WaitForAsync();

        await Button(page, "Modifier : Dr Hélène Martin, le").PressAsync("Enter");
        var head = Form(page, "Auteur, fuseau horaire");
        await head.GetByLabel("Fuseau horaire").SelectOptionAsync("Indian/Reunion");
        await head.GetByText("se liront à une autre heure").WaitForAsync();
        await Shown(page, "rules-head", head);
        await head.GetByLabel("Fuseau horaire").SelectOptionAsync("Europe/Paris");
        await head.GetByLabel("Jours fériés").SelectOptionAsync("alsace_moselle");
        await head.GetByLabel("Auteur des règles").PressAsync("Enter");
        await page.GetByText("jours fériés : Alsace-Moselle").WaitForAsync();

        await Button(page, "Modifier : courtes").PressAsync("Enter");
        var family = Form(page, "Famille « courtes »");
        await family.GetByLabel("Nom").FillAsync("Un quart d’heure");
        await Shown(page, "rules-family-name", family);
        await family.GetByLabel("Nom").PressAsync("Enter");
        await page.GetByRole(AriaRole.Cell).Filter(new() { HasText = "Famille « un-quart-d-heure »" }).First.WaitForAsync();

        await Button(page, "Mettre en vigueur").PressAsync("Enter");
        await page.Locator("dialog[open] .diff-come").First.WaitForAsync();
        await page.GetByLabel("Pourquoi ce changement").FillAsync("Accord avec la Pédiatrie du Canal");
        await page.GetByLabel("Pourquoi ce changement").PressAsync("Enter");
        await page.GetByText("En vigueur : version 2").WaitForAsync();
    }

    [Test]
    public async Task Each_form_of_limits_reasons_and_substitutes_is_whole_at_the_width_of_a_laptop()
    {
        var page = (await SignIn("cabinet")).Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Règles de réservation" }).PressAsync("Enter");
        await page.GetByText("En vigueur : version 1").WaitForAsync();
        await Button(page, "Modifier : Âges que prend Dr Karim Benali").PressAsync("Enter");
        await Shown(page, "rules-ages", Form(page, "Âges que prend"));
        await Button(page, "Modifier : Petit geste en salle de soins").PressAsync("Enter");
        var reason = Form(page, "Motif « Petit geste");
        await reason.GetByLabel("Dès l’âge de").First.FillAsync("16 ans");
        await reason.GetByLabel("Jours entre deux visites").FillAsync("7");
        await reason.GetByRole(AriaRole.Button, new() { Name = "Ajouter un âge" }).PressAsync("Enter");
        await Shown(page, "rules-reason", reason);
        await Shown(page, "rules-reason-who", reason.GetByRole(AriaRole.Group, new() { Name = "Qui peut venir" }));
        await Shown(page, "rules-reason-ages", reason.GetByRole(AriaRole.Group, new() { Name = "Autre durée selon l’âge" }));
        await Shown(page, "rules-reason-needs", reason.GetByRole(AriaRole.Group, new() { Name = "Salles, appareils et personnel" }));
        await Button(page, "Modifier : 10 min libres").PressAsync("Enter");
        await Shown(page, "rules-gap", Form(page, "Temps libre"));
        await Button(page, "Modifier : Doublon d’urgence").PressAsync("Enter");
        await Shown(page, "rules-overbooking", Form(page, "Doublon permis"));
        await Button(page, "Ajouter un remplacement").PressAsync("Enter");
        await Shown(page, "rules-substitute", Form(page, "Nouveau remplacement"));
        await Button(page, "Ajouter une salle").PressAsync("Enter");
        var room = Form(page, "Nouvelle salle");
        await room.GetByRole(AriaRole.Button, new() { Name = "Ajouter des heures" }).PressAsync("Enter");
        await Shown(page, "rules-resource", room);
        await Button(page, "Modifier : courtes").PressAsync("Enter");
        await Shown(page, "rules-family", Form(page, "Famille"));
        await Button(page, "Modifier : Cabinet des Lilas").PressAsync("Enter");
        await Shown(page, "rules-place", Form(page, "Lieu"));
        await Button(page, "Ajouter une suspension").PressAsync("Enter");
        await Shown(page, "rules-suspension", Form(page, "Nouvelle suspension"));
        await Button(page, "Modifier : à partir de 3").PressAsync("Enter");
        await Button(page, "Modifier : 2 h pour décider").PressAsync("Enter");
        await Button(page, "Modifier : un début toutes les").PressAsync("Enter");
        await Shown(page, "rules-span", Form(page, "Rendez-vous manqués"));
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    private static ILocator Form(IPage page, string name) => page.GetByRole(AriaRole.Form, new() { Name = name });

    private static async Task Shown(IPage page, string state, ILocator? from = null)
    {
        if (from is not null)
            await from.EvaluateAsync("e => e.scrollIntoView()");
        await Picture(page, state);
        Assert.That(await PageCheck.Faults(page, state), Is.Empty);
    }
}
