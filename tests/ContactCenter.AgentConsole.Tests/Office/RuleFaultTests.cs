using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Rules;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Tests.Office;

/// <summary>Forms say what is wrong by the names of their own fields, and of which part where it is another.</summary>
internal sealed class RuleFaultTests : RuleFormTest
{
    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Of<OpeningEditor>(
            "practitioners.dr-martin.openings[0]",
            "days from to weeks place mode first last grid_minutes reasons kept_for releases[0].days_before releases[0].at releases[0].to releases[1].before",
            p => p.Add(e => e.Whose, Form.Practitioners[0]).Add(e => e.Form, Form).Add(e => e.Opening, Form.Practitioners[0].Openings[0]).Add(e => e.Index, 0));
        yield return Of<PractitionerEditor>("practitioners.dr-martin", "name specialty", p => p.Add(e => e.Form, Form).Add(e => e.Index, 0));
        yield return Of<PractitionerEditor>(
            "practitioners.praticien",
            "name specialty openings[0].days openings[0].from openings[0].to openings[0].weeks openings[0].place openings[0].mode openings[0].first openings[0].last "
            + "openings[0].grid_minutes openings[0].reasons openings[0].kept_for",
            p => p.Add(e => e.Form, Form));
        yield return Of<ReasonEditor>(
            "reasons.consultation",
            "label agents online mode pool charge_cents new_patients referral.strength ages.from ages.under ages.strength spacing.days spacing.strength spacing.reasons "
            + "minutes.dr-martin by_age[0].from by_age[0].under by_age[0].minutes.dr-martin needs[0].count needs[0].of preparation documents synonyms",
            p => p.Add(e => e.Reason, Form.Reasons[0]).Add(e => e.Form, Form));
        yield return Of<QuotaEditor>("quotas.certificats", "label most per patients counted strength practitioners reasons", p => p.Add(e => e.Form, Form).Add(e => e.Index, 0));
        yield return Of<OverbookingEditor>("overbooking.doublon", "label practitioner lanes per_day from to strength reasons", p => p.Add(e => e.Form, Form).Add(e => e.Index, 0));
        yield return Of<GapEditor>("gaps[0]", "minutes after before", p => p.Add(e => e.Form, Form).Add(e => e.Index, 0));
        yield return Of<ClosureEditor>("closures[0]", "first last why practitioners", p => p.Add(e => e.Form, Form).Add(e => e.Index, 0));
        yield return Of<ExtraOpeningEditor>("extra_openings[0]", "practitioner date from to why place mode grid_minutes reasons kept_for", p => p.Add(e => e.Form, Form));
        yield return Of<SubstituteEditor>("substitutes[0]", "for name first last ages.from ages.under reasons", p => p.Add(e => e.Form, Form));
        yield return Of<SuspensionEditor>("suspensions[0]", "rule first last why", p => p.Add(e => e.Form, Form));
        yield return Of<PlaceEditor>("places.lilas", "name address latitude longitude", p => p.Add(e => e.Form, Form).Add(e => e.Index, 0));
        yield return Of<ResourceEditor>(
            "resources.salle", "name kind place openings[0].days openings[0].from openings[0].to openings[0].weeks openings[0].first openings[0].last",
            p => p.Add(e => e.Form, Form).Add(e => e.Index, 0));
        yield return Of<FamilyEditor>("families.courtes", "", p => p.Add(e => e.Form, Form).Add(e => e.Index, 0));
        yield return Of<MissedEditor>("missed_appointments", "most months strength", p => p.Add(e => e.Form, Form));
        yield return Of<ApprovalEditor>("approval", "within otherwise", p => p.Add(e => e.Form, Form));
        yield return Of<NeighboursEditor>("neighbours", "shares reasons", p => p.Add(e => e.Form, Form));
        yield return Of<HeadEditor>("", "author since zone holidays", p => p.Add(e => e.Form, Form));
        yield return Of<SpanEditor>("", "grid_minutes horizon_days notice_minutes.agent notice_minutes.practice notice_minutes.online", p => p.Add(e => e.Form, Form));
    }

    [TestCaseSource(nameof(Forms))]
    public async Task Each_field_says_its_fault_by_its_own_label(string prefix, string fields, Func<RuleFaultTests, Task<IRenderedComponent<PartForm>>> show)
    {
        var form = await show(this);
        List<string> places = [.. fields.Split(' ').Select(f => f.Length == 0 || prefix.Length == 0 ? prefix + f : $"{prefix}.{f}")];
        Http.On($"POST {Root}/edit", new EditedRules("a", prefix, new([.. places.Select(Fault)], Form, [], [])));
        await form.Find("form").SubmitAsync();
        var said = form.FindAll(".form-error.small").Select(e => (Label(e), e.TextContent)).ToList();
        Assert.That(said, Has.Count.EqualTo(places.Count), string.Join(", ", said));
        Assert.That(said.Select(s => s.TextContent), Is.EqualTo(said.Select(s => $"« {s.Item1} » ne va pas.")));
    }

    [Test]
    public void What_is_wrong_with_several_other_parts_is_said_once_with_their_names()
    {
        var faults = Enumerable.Range(0, 6).Select(i => Fault("places.lilas.name") with { Field = i < 5 ? $"practitioners.dr-{i}.openings[0].place" : "resources.salle.place", InForm = "Il n’y a pas de lieu." });
        var form = Form with { Practitioners = [.. Enumerable.Range(0, 5).Select(i => Form.Practitioners[0] with { Id = $"dr-{i}", Name = $"Dr {i}" })] };
        Assert.That(
            RuleFaultText.Elsewhere(faults, form),
            Is.EqualTo(new[] { "Dr 0, lun. 08:30 – 12:00 ; Dr 1, lun. 08:30 – 12:00 ; Dr 2, lun. 08:30 – 12:00 ; Dr 3, lun. 08:30 – 12:00 et 2 autres : Il n’y a pas de lieu." }));
    }

    [TestCase("practitioners.dr-martin.specialty", "Dr Hélène Martin")]
    [TestCase("reasons.consultation.label", "Motif « Consultation »")]
    [TestCase("quotas.certificats", "Quota « Certificats »")]
    [TestCase("families.courtes[0]", "Famille « courtes »")]
    [TestCase("closures[0].last", "Fermeture du 28/12/2026 au 02/01/2027 · Congés · tous")]
    [TestCase("resources.salle.openings[0].to", "Ressource « Salle de soins »")]
    [TestCase("notice_minutes.online", "Grille, préavis et horizon")]
    [TestCase("closures[7].last", null)]
    [TestCase("zone", "Auteur, fuseau horaire et jours fériés")]
    [TestCase("booking", null)]
    public void A_place_is_named_by_its_part(string field, string? part) => Assert.That(RuleFaultText.Part(field, Form), Is.EqualTo(part));

    private static RuleFault Fault(string field) => new("SCR015", true, null, 1, 1, field, "« clé » ne va pas.", "") { InForm = "« {field} » ne va pas." };

    private static string Label(IElement fault) =>
        (fault.ParentElement!.QuerySelector(":scope > label") ?? fault.ParentElement.QuerySelector(":scope > legend"))!.TextContent.Trim();

    private static TestCaseData Of<TForm>(string prefix, string fields, Action<ComponentParameterCollectionBuilder<TForm>> build)
        where TForm : PartForm => new TestCaseData(
        prefix, fields, async Task<IRenderedComponent<PartForm>> (RuleFaultTests test) =>
        {
            var desk = await test.Rules();
            return test.Browser.Render<TForm>(p =>
            {
                p.AddCascadingValue(desk);
                build(p);
            });
        }).SetArgDisplayNames(typeof(TForm).Name);
}
