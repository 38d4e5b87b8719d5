using ContactCenter.Contracts.Booking;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Forms of what the practice has and how it lets itself be booked: lines of the text, faults at their fields, and what they decide in force.</summary>
internal sealed class PracticeRuleFormsTests
{
    private BookingHouse _house = null!;
    private BookingClient _staff = null!;
    private RulesInForce _rules = null!;

    private RulesForm Form => _rules.Checked.Form!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open();
        _staff = await _house.Staff();
        _rules = await _staff.Rules();
    }

    [OneTimeTearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Rooms_and_places_come_with_their_lines()
    {
        var place = new PlaceForm("annexe", "Annexe", "3 rue Haute, 75019 Paris", "48.88", "-2.39");
        var edited = await _staff.Edit(_rules.Text, new RuleEdit(RulePart.Place, place.Id, Place: place));
        Assert.That(edited.Lines(), Is.EqualTo(["+  annexe: {name: Annexe, address: \"3 rue Haute, 75019 Paris\", latitude: 48.88, longitude: -2.39}"]));
        var echo = new ResourceForm("echographe", "equipment", "Échographe", "annexe", [new(["monday"], "08:30", "12:00", "odd", "", "")]);
        var text = edited.Text;
        edited = await _staff.Edit(text, new RuleEdit(RulePart.Resource, echo.Id, Resource: echo));
        Assert.That(
            edited.Lines().Except(["+  annexe: {name: Annexe, address: \"3 rue Haute, 75019 Paris\", latitude: 48.88, longitude: -2.39}"]),
            Is.EqualTo(["+  echographe:", "+    kind: equipment", "+    name: Échographe", "+    place: annexe", "+    openings:", "+      - {days: [monday], from: \"08:30\", to: \"12:00\", weeks: odd}"]));
        Assert.That((await _staff.Edit(edited.Text, new RuleEdit(RulePart.Resource, echo.Id))).Text, Is.EqualTo(text), "it goes with its lines");
    }

    [Test]
    public async Task A_place_that_openings_name_is_not_taken_out_silently()
    {
        var edited = await _staff.Ask<EditedRules>("edit", new EditRules(_rules.Text, new RuleEdit(RulePart.Place, "lilas")));
        Assert.That(edited.Checked.Faults.Where(f => f.IsError).Select(f => f.Field), Does.Contain("practitioners.dr-martin.openings[0].place").And.Contain("resources.salle-de-soins.place"));
    }

    [Test]
    public async Task Slots_are_shared_with_named_practices_or_with_none_and_one_that_nobody_knows_is_told()
    {
        var edited = await _staff.Edit(_rules.Text, new RuleEdit(RulePart.Neighbours, Neighbours: new("named", ["pediatrie-du-canal", "pediatrie-du-cana"], ["courtes"])));
        Assert.That(edited.Lines(), Is.EqualTo(["-neighbours: {shares: true}", "+neighbours: {shares: [pediatrie-du-canal, pediatrie-du-cana], reasons: [courtes]}"]));
        var unknown = edited.Checked.Faults.Single();
        Assert.That((unknown.Code, unknown.Field, unknown.InForm), Is.EqualTo((
            "LIB011", "neighbours", "Des créneaux sont partagés avec « pediatrie-du-cana », et ce cabinet n’existe pas. Corrigez son nom parmi les cabinets nommés, ou retirez-le.")));
        Assert.That((await _staff.Edit(edited.Text, new RuleEdit(RulePart.Neighbours))).Lines(), Is.EqualTo(["-neighbours: {shares: true}"]));
        edited = await _staff.Edit(edited.Text, new RuleEdit(RulePart.Neighbours, Neighbours: new("all", [], [])));
        Assert.That(edited.Lines(), Is.Empty);
    }

    [Test]
    public async Task The_head_changes_its_own_lines_and_holidays_are_those_of_the_region_once_in_force()
    {
        await using var house = await BookingHouse.Open();
        var staff = await house.Staff();
        var rules = await staff.Rules();
        var text = rules.Text.Replace("zone: Europe/Paris\n", "zone: Europe/Paris # by the clocks of Paris\n", StringComparison.Ordinal);
        var edited = await staff.Edit(text, new RuleEdit(RulePart.Head, Head: new("Dr Karim Benali", "2026-11-02", "Europe/Paris", "alsace_moselle")));
        Assert.That(
            edited.Text,
            Is.EqualTo(RulebookHouse.Next(text).Replace("\nauthor: Dr Hélène Martin\nsince: 2026-01-05\n", "\nauthor: Dr Karim Benali\nsince: 2026-11-02\n", StringComparison.Ordinal)
                .Replace("holidays: metropole", "holidays: alsace_moselle", StringComparison.Ordinal)));
        await BookingClient.Read<RulesTaken>(await staff.Put(new PutRules(edited.Text, rules.Hash, "essai")));
        var claire = await house.Takes();
        var good = await claire.Get<SlotExplanation>("slots/explain?visitReason=consultation&practitioner=dr-martin&local=2027-03-26T09:00");
        Assert.That(good.Rules.Select(r => r.Rule), Is.EqualTo(["Holiday"]), "Good Friday is kept there");
    }

    [Test]
    public async Task A_renamed_family_goes_on_serving_its_openings()
    {
        var edited = await _staff.Edit(_rules.Text, new RuleEdit(RulePart.Family, "courtes", Family: new("visites-courtes", [.. Form.Families[1].Reasons, "vaccination"])));
        Assert.That(
            (edited.Field, edited.Lines().Where(l => l[0] == '+').Select(l => l[1..].Trim())),
            Is.EqualTo(("families.visites-courtes", new[]
            {
                "visites-courtes: [consultation, renouvellement, certificat, urgence-du-jour, vaccination]", "reasons: visites-courtes",
                "- {days: saturday, from: \"09:00\", to: \"12:00\", weeks: even, place: lilas, reasons: visites-courtes}",
            })));
        Assert.That(edited.Checked.Faults, Is.Empty);
    }

    [Test]
    public async Task What_is_wrong_says_so_at_its_field()
    {
        var opening = Form.Practitioners[0].Openings[0];
        foreach (var (edit, field) in new (RuleEdit, string)[]
        {
            (new(RulePart.Place, "p", Place: new("p", "", "", "", "")), "places.p.name"),
            (new(RulePart.Place, "p", Place: new("p", "P", "", "nord", "2")), "places.p.latitude"),
            (new(RulePart.Place, "p", Place: new("p", "P", "", "48.8", "200")), "places.p.longitude"),
            (new(RulePart.Place, "p", Place: new("p", "P", "", "48.8", "")), "places.p.latitude"),
            (new(RulePart.Resource, "r", Resource: new("r", "tool", "R", "", [])), "resources.r.kind"),
            (new(RulePart.Resource, "r", Resource: new("r", "room", "R", "ailleurs", [])), "resources.r.place"),
            (new(RulePart.Resource, "r", Resource: new("r", "room", "R", "", [new([], "08:00", "09:00", "every", "", "")])), "resources.r.openings[0].days"),
            (new(RulePart.Resource, "r", Resource: new("r", "room", "R", "", [new(["monday"], "08:00", "07:00", "every", "", "")])), "resources.r.openings[0].to"),
            (new(RulePart.Family, "f", Family: new("f", [])), "families.f"),
            (new(RulePart.Family, "f", Family: new("f", ["sommeil"])), "families.f"),
            (new(RulePart.Suspension, Suspension: new("personne", "2026-12-01", "", "Congés")), "suspensions[0].rule"),
            (new(RulePart.Suspension, Suspension: new("suivis-longs", "2026-12-05", "2026-12-01", "Congés")), "suspensions[0].last"),
            (new(RulePart.Suspension, Suspension: new("suivis-longs", "2026-12-05", "", "")), "suspensions[0].why"),
            (new(RulePart.Missed, Missed: new("0", "12", "soft")), "missed_appointments.most"),
            (new(RulePart.Missed, Missed: new("2", "toujours", "soft")), "missed_appointments.months"),
            (new(RulePart.Approval, Approval: new("demain", "refuse")), "approval.within"),
            (new(RulePart.Approval, Approval: new("2h", "attendre")), "approval.otherwise"),
            (new(RulePart.Neighbours, Neighbours: new("named", [], [])), "neighbours.shares"),
            (new(RulePart.Neighbours, Neighbours: new("named", ["cabinet-des-lilas"], [])), "neighbours.shares"),
            (new(RulePart.Neighbours, Neighbours: new("named", ["Le Canal"], [])), "neighbours.shares"),
            (new(RulePart.Neighbours, Neighbours: new("all", [], ["sommeil"])), "neighbours.reasons"),
            (new(RulePart.Head, Head: Form.Head with { Author = "" }), "author"),
            (new(RulePart.Head, Head: Form.Head with { Since = "hier" }), "since"),
            (new(RulePart.Head, Head: Form.Head with { Zone = "Europe/Lille" }), "zone"),
            (new(RulePart.Head, Head: Form.Head with { Holidays = "paris" }), "holidays"),
            (new(RulePart.Span, Span: Form.Span with { GridMinutes = "7" }), "grid_minutes"),
            (new(RulePart.Span, Span: Form.Span with { HorizonDays = "" }), "horizon_days"),
            (new(RulePart.Span, Span: Form.Span with { OnlineNotice = "un peu" }), "notice_minutes.online"),
            (new(RulePart.Opening, "dr-martin", 0, Opening: opening with { GridMinutes = "12" }), "practitioners.dr-martin.openings[0].grid_minutes"),
        })
        {
            var edited = await _staff.Ask<EditedRules>("edit", new EditRules(_rules.Text, edit));
            Assert.That(edited.Checked.Faults.Where(f => f.IsError).Select(f => f.Field).Distinct(), Is.EqualTo(new[] { field }).Or.EqualTo(new[] { $"{field}[0]" }), field);
        }
    }

    [Test]
    public async Task What_the_forms_say_decides_once_it_is_in_force()
    {
        await using var house = await BookingHouse.Open();
        var staff = await house.Staff();
        var rules = await staff.Rules();
        var form = rules.Checked.Form!;
        var edited = await staff.Edit(rules.Text, new RuleEdit(RulePart.Resource, "salle-de-soins", Resource: form.Resources[0] with
        {
            Openings = [new(["tuesday"], "10:00", "12:00", "every", "", "")],
        }));
        edited = await staff.Edit(edited.Text, new RuleEdit(RulePart.Opening, "dr-martin", 0, Opening: form.Practitioners[0].Openings[0] with { GridMinutes = "30" }));
        edited = await staff.Edit(edited.Text, new RuleEdit(RulePart.Quota, "certificats", Quota: new("certificats", "Certificats", [], "each", ["certificat"], "all", "day", "0", "hard")));
        edited = await staff.Edit(edited.Text, new RuleEdit(RulePart.Suspension, Suspension: new("certificats", "2026-11-26", "", "Rentrée du club")));
        edited = await staff.Edit(edited.Text, new RuleEdit(RulePart.Family, "courtes", Family: form.Families[1] with { Reasons = ["consultation", "urgence-du-jour"] }));
        edited = await staff.Edit(edited.Text, new RuleEdit(RulePart.Span, Span: form.Span with { HorizonDays = "10" }));
        await BookingClient.Read<RulesTaken>(await staff.Put(new PutRules(edited.Text, rules.Hash, "essai")));
        var claire = await house.Takes();
        async Task<IEnumerable<string>> Stands(string reason, string local) =>
            (await claire.Get<SlotExplanation>($"slots/explain?visitReason={reason}&practitioner=dr-martin&local={local}")).Rules.Select(r => r.Rule);
        Assert.That(await Stands("petite-intervention", "2026-11-24T09:00"), Is.Not.Empty, "the room is not there yet");
        Assert.That(await Stands("consultation", "2026-11-24T09:15"), Is.EqualTo(["Grid"]));
        Assert.That((await Stands("certificat", "2026-11-24T09:00"), await Stands("certificat", "2026-11-26T09:00")), Is.EqualTo((new[] { "QuotaReached" }, Array.Empty<string>())));
        Assert.That(await Stands("renouvellement", "2026-11-24T17:40"), Is.Not.Empty, "it is of the family no more");
        Assert.That(await Stands("consultation", "2026-12-08T09:00"), Is.EqualTo(["Horizon"]));
    }
}
