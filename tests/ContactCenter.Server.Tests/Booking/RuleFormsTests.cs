using ContactCenter.Contracts.Booking;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What the practice enters in a form becomes lines of its text and nothing else of it changes; what is wrong says so at its place.</summary>
internal sealed class RuleFormsTests
{
    private BookingHouse _house = null!;
    private BookingClient _staff = null!;
    private RulesInForce _rules = null!;

    private RulesForm Form => _rules.Checked.Form!;

    /// <summary>Nothing is put in force here.</summary>
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
    public async Task A_quota_comes_with_its_lines_and_goes_with_them()
    {
        var quota = new QuotaForm("certificats", "Certificats : deux par semaine", [], "together", ["certificat"], "all", "week", "2", "hard");
        var edited = await Edited(new RuleEdit(RulePart.Quota, quota.Id, Quota: quota));
        Assert.That(
            edited.Lines(),
            Is.EqualTo([
                "+  certificats:", "+    label: \"Certificats : deux par semaine\"", "+    counted: together", "+    reasons: [certificat]", "+    per: week", "+    most: 2",
            ]));
        Assert.That(edited.Checked.Form!.Quotas.Select(q => q.Id), Is.EqualTo(["nouveaux-martin", "suivis-longs", "certificats"]));
        Assert.That((await _staff.Edit(edited.Text, new RuleEdit(RulePart.Quota, quota.Id))).Lines(), Is.Empty);
    }

    [Test]
    public async Task A_distance_between_visits_and_free_time_between_appointments_come_with_their_lines()
    {
        var reason = Reason("certificat");
        var spaced = await Edited(new RuleEdit(RulePart.Reason, reason.Id, Reason: reason with { Spacing = new("90", ["certificat"], "hard") }));
        Assert.That(spaced.Lines(), Is.EqualTo(["+    spacing:", "+      days: 90", "+      reasons: [certificat]"]));
        var gap = await Edited(new RuleEdit(RulePart.Gap, Gap: new GapForm([], ["consultation-enfant"], "5")));
        Assert.That(gap.Lines(), Is.EqualTo(["+  - {before: [consultation-enfant], minutes: 5}"]));
        Assert.That((await Edited(new RuleEdit(RulePart.Gap, Index: 0))).Lines(), Is.EqualTo(["-gaps:", "-  - {after: petite-intervention, minutes: 10}"]));
    }

    [Test]
    public async Task Ages_of_a_practitioner_change_one_word_and_keep_their_author() => Assert.That(
        (await Edited(new RuleEdit(RulePart.Ages, "dr-benali", Ages: new("", "16", "hard")))).Lines(),
        Is.EqualTo(["-    ages: {under: 18, strength: hard, author: Dr Karim Benali}", "+    ages: {under: 16, strength: hard, author: Dr Karim Benali}"]));

    [Test]
    public async Task A_rung_of_the_ladder_changes_alone()
    {
        var evening = Form.Practitioners[0].Openings[2];
        var edited = await Edited(new RuleEdit(
            RulePart.Opening, "dr-martin", 2, Opening: evening with { Releases = [evening.Releases[0] with { At = "17:00" }, evening.Releases[1]] }));
        Assert.That(edited.Lines().Select(l => l.Replace("          ", "", StringComparison.Ordinal)), Is.EqualTo([
            "-- {to: [renouvellement, certificat], days_before: 1, at: \"18:00\"}", "+- {to: [renouvellement, certificat], days_before: 1, at: \"17:00\"}",
        ]));
    }

    [Test]
    public async Task A_rung_that_goes_while_another_comes_leaves_the_one_between_alone()
    {
        var evening = Form.Practitioners[0].Openings[2];
        var edited = await Edited(new RuleEdit(
            RulePart.Opening, "dr-martin", 2, Opening: evening with { Releases = [evening.Releases[1], new(["certificat"], "0", "12:00", "")] }));
        Assert.That(edited.Lines().Select(l => l.Replace("          ", "", StringComparison.Ordinal)), Is.EqualTo([
            "-- {to: [renouvellement, certificat], days_before: 1, at: \"18:00\"}", "+- {to: [certificat], days_before: 0, at: \"12:00\"}",
        ]));
    }

    [Test]
    public async Task A_letter_that_was_not_needed_becomes_needed_and_keeps_its_author()
    {
        var text = _rules.Text.Replace("\n  certificat:\n", "\n  certificat:\n    referral: {needed: false, author: Dr Rey}\n", StringComparison.Ordinal);
        var edited = await _staff.Edit(text, new RuleEdit(RulePart.Reason, "certificat", Reason: Reason("certificat") with { Referral = new("soft") }));
        Assert.That(edited.Lines(), Is.EqualTo(["+    referral: {needed: true, author: Dr Rey, strength: soft}"]));
    }

    [Test]
    public async Task Overbooking_comes_with_its_lines()
    {
        var doublon = new OverbookingForm("doublon-certificat", "Doublon", "dr-martin", ["certificat"], "1", "2", "08:30", "12:00", "soft");
        Assert.That(
            (await Edited(new RuleEdit(RulePart.Overbooking, doublon.Id, Overbooking: doublon))).Lines(),
            Is.EqualTo([
                "+  doublon-certificat:", "+    label: Doublon", "+    practitioner: dr-martin", "+    reasons: [certificat]", "+    per_day: 2",
                "+    from: \"08:30\"", "+    to: \"12:00\"",
            ]));
    }

    [TestCase("beaucoup", "day", "all", "most")]
    [TestCase("3", "month", "all", "per")]
    [TestCase("3", "day", "old", "patients")]
    public async Task A_quota_that_is_wrong_says_so_at_its_field(string most, string per, string patients, string field) =>
        await Refused(new RuleEdit(RulePart.Quota, "q", Quota: new QuotaForm("q", "Q", [], "each", [], patients, per, most, "soft")), $"quotas.q.{field}");

    [Test]
    public async Task Free_time_off_the_steps_says_so_at_its_field() =>
        await Refused(new RuleEdit(RulePart.Gap, Gap: new GapForm([], [], "7")), "gaps[1].minutes");

    [Test]
    public async Task What_is_wrong_of_a_reason_says_so_at_its_field()
    {
        var reason = Reason("petite-intervention");
        foreach (var (next, field) in new (ReasonForm, string)[]
        {
            (reason with { Spacing = new("souvent", [], "hard") }, "spacing.days"),
            (reason with { Spacing = new("7", ["sommeil"], "hard") }, "spacing.reasons"),
            (reason with { Ages = new("vieux", "", "hard") }, "ages.from"),
            (reason with { Ages = new("16", "12", "hard") }, "ages.under"),
            (reason with { Referral = new("perhaps") }, "referral.strength"),
            (reason with { Needs = [new("2", ["salle-de-soins"])] }, "needs[0]"),
            (reason with { Needs = [new("1", ["cave"])] }, "needs[0].of"),
            (reason with { ByAge = [new("", "6", [new("dr-benali", "20", "")])] }, "by_age[0].minutes"),
            (reason with { ByAge = [new("", "6", [new("dr-martin", "22", "")])] }, "by_age[0].minutes.dr-martin"),
            (reason with { ByAge = [new("", "", [new("dr-martin", "20", "")])] }, "by_age[0]"),
            (reason with { ByAge = [new("", "6", [new("dr-martin", "", "")])] }, "by_age[0]"),
            (reason with { ChargeCents = "cher" }, "charge_cents"),
            (reason with { Pool = "Du jour" }, "pool"),
        })
            await Refused(new RuleEdit(RulePart.Reason, reason.Id, Reason: next), $"reasons.{reason.Id}.{field}");
    }

    [TestCase("", "", "", "releases[0]")]
    [TestCase("1", "18h", "", "releases[0].at")]
    [TestCase("hier", "18:00", "", "releases[0].days_before")]
    [TestCase("", "", "longtemps", "releases[0].before")]
    public async Task A_rung_that_is_wrong_says_so_at_its_field(string days, string at, string before, string field) => await Refused(
        new RuleEdit(RulePart.Opening, "dr-martin", 0, Opening: Form.Practitioners[0].Openings[0] with { KeptFor = "urgence", Releases = [new([], days, at, before)] }),
        $"practitioners.dr-martin.openings[0].{field}");

    [TestCase("dr-personne", "1", "2", "08:30", "soft", "practitioner")]
    [TestCase("dr-martin", "0", "2", "08:30", "soft", "lanes")]
    [TestCase("dr-martin", "1", "", "08:30", "soft", "per_day")]
    [TestCase("dr-martin", "1", "2", "8h30", "soft", "from")]
    [TestCase("dr-martin", "1", "2", "13:00", "soft", "to")]
    [TestCase("dr-martin", "1", "2", "08:30", "hard", "strength")]
    public async Task Overbooking_that_is_wrong_says_so_at_its_field(string practitioner, string lanes, string perDay, string from, string strength, string field) => await Refused(
        new RuleEdit(RulePart.Overbooking, "d", Overbooking: new OverbookingForm("d", "D", practitioner, [], lanes, perDay, from, "12:00", strength)), $"overbooking.d.{field}");

    [TestCase("dr-martin", "12", "3", "substitutes[0].ages.under", "BOK015")]
    [TestCase("dr-martin", "jeune", "", "substitutes[0].ages.from", "BOK016")]
    [TestCase("dr-martin", "200000000", "", "substitutes[0].ages.from", "BOK016")]
    [TestCase("dr-benali", "40", "", "substitutes[0]", "BOK043")]
    public async Task A_substitute_of_ages_that_nobody_has_is_told(string practitioner, string from, string under, string field, string code)
    {
        var substitute = new SubstituteForm(practitioner, "Dr Rey", "2026-11-24", "", [], false) { Ages = new(from, under) };
        Assert.That((await Refused(new RuleEdit(RulePart.Substitute, Substitute: substitute), field)).Code, Is.EqualTo(code));
    }

    private ReasonForm Reason(string id) => Form.Reasons.Single(r => r.Id == id);

    private Task<EditedRules> Edited(RuleEdit edit) => _staff.Edit(_rules.Text, edit);

    /// <summary>The one error that the form's part has, in one sentence.</summary>
    private async Task<RuleFault> Refused(RuleEdit edit, string field)
    {
        var edited = await _staff.Ask<EditedRules>("edit", new EditRules(_rules.Text, edit));
        var fault = edited.Checked.Faults.Single(f => f.IsError);
        Assert.That(fault.Field, Is.EqualTo(field).Or.StartsWith($"{field}["));
        Assert.That(edited.Text.Split('\n')[fault.Line - 1], Has.Length.GreaterThanOrEqualTo(fault.Column));
        Assert.That(fault.Sentence, Does.EndWith(".").And.Not.Contain("{"));
        return fault;
    }
}
