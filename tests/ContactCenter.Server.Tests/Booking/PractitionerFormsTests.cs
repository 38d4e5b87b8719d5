using ContactCenter.Contracts.Booking;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Who the practitioners are, by forms: lines of the text, faults at their fields, and whom one can book once it is in force.</summary>
internal sealed class PractitionerFormsTests
{
    private static readonly OpeningForm Tuesday = new(["tuesday"], "09:00", "12:00", "every", "", "", "lilas", "office", []);

    private static readonly PractitionerForm Rey = new("dr-rey", "Dr Léa Rey", new(true, "hard"), [Tuesday]) { Specialty = "Pédiatrie" };

    private BookingHouse _house = null!;
    private BookingClient _staff = null!;
    private RulesInForce _rules = null!;

    private RulesForm Form => _rules.Checked.Form!;

    [SetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open();
        _staff = await _house.Staff();
        _rules = await _staff.Rules();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task A_new_practitioner_comes_with_her_lines_and_is_booked_once_a_reason_names_her()
    {
        var edited = await _staff.Edit(_rules.Text, new RuleEdit(RulePart.Practitioner, Rey.Id, Practitioner: Rey));
        Assert.That(
            edited.Lines(),
            Is.EqualTo([
                "+  dr-rey:", "+    name: Dr Léa Rey", "+    specialty: Pédiatrie", "+    openings:",
                "+      - {days: [tuesday], from: \"09:00\", to: \"12:00\", place: lilas}",
            ]));
        Assert.That((edited.Field, edited.Checked.Faults.Select(f => f.Code)), Is.EqualTo(("practitioners.dr-rey", new[] { "BOK039" })), "nothing is booked with her yet");
        var reason = Form.Reasons.Single(r => r.Id == "consultation-enfant");
        edited = await _staff.Edit(edited.Text, new RuleEdit(RulePart.Reason, reason.Id, Reason: reason with { Minutes = [.. reason.Minutes, new(Rey.Id, "30", "")] }));
        Assert.That(edited.Checked.Faults, Is.Empty);
        await BookingClient.Read<RulesTaken>(await _staff.Put(new PutRules(edited.Text, _rules.Hash, "Le Dr Rey arrive")));
        var claire = await _house.Takes();
        var explained = await claire.Get<SlotExplanation>("slots/explain?visitReason=consultation-enfant&practitioner=dr-rey&local=2026-11-24T09:00");
        Assert.That((explained.IsOffered, explained.End), Is.EqualTo((true, new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.FromHours(1)))));
    }

    [Test]
    public async Task A_name_and_a_specialty_change_two_lines_and_keep_what_stands_around_them()
    {
        var text = _rules.Text.Replace("    name: Dr Karim Benali\n", "    # Since 2019.\n    name: Dr Karim Benali # on the plate too\n    author: Dr Hélène Martin\n", StringComparison.Ordinal);
        var benali = Form.Practitioners[1] with { Name = "Dr Karim Benali-Roy", Specialty = "Pédiatrie, allergologie" };
        var edited = await _staff.Edit(text, new RuleEdit(RulePart.Practitioner, benali.Id, Practitioner: benali));
        Assert.That(
            edited.Text,
            Is.EqualTo(RulebookHouse.Next(text).Replace("name: Dr Karim Benali #", "name: Dr Karim Benali-Roy #", StringComparison.Ordinal)
                .Replace("    specialty: Pédiatrie\n", "    specialty: \"Pédiatrie, allergologie\"\n", StringComparison.Ordinal)));
    }

    [Test]
    public async Task One_whom_other_rules_name_stays_until_they_do_without_and_every_one_of_them_is_told()
    {
        var edited = await _staff.Ask<EditedRules>("edit", new EditRules(_rules.Text, new RuleEdit(RulePart.Practitioner, "dr-benali")));
        var naming = edited.Checked.Faults.Where(f => f.IsError).ToList();
        Assert.That(naming.Select(f => f.Code).Distinct(), Is.EqualTo(["BOK002"]));
        Assert.That(
            naming.Select(f => f.Field),
            Is.EquivalentTo([
                "reasons.certificat.minutes.dr-benali", "reasons.consultation-enfant.minutes.dr-benali", "reasons.consultation-enfant.new_patient_minutes.dr-benali",
                "reasons.enfant-malade.minutes.dr-benali", "reasons.vaccination.minutes.dr-benali", "reasons.examen-nourrisson.minutes.dr-benali",
                "reasons.examen-nourrisson.by_age[0].minutes.dr-benali", "closures[1].practitioners",
            ]));
        var come = await _staff.Edit(_rules.Text, new RuleEdit(RulePart.Practitioner, Rey.Id, Practitioner: Rey));
        Assert.That((await _staff.Edit(come.Text, new RuleEdit(RulePart.Practitioner, Rey.Id))).Lines(), Is.Empty, "whom nothing names goes with her lines");
    }

    [Test]
    public async Task What_is_wrong_says_so_at_its_field()
    {
        foreach (var (next, field) in new (PractitionerForm, string)[]
        {
            (Rey with { Name = "" }, "name"),
            (Rey with { Specialty = "" }, "specialty"),
            (Rey with { Openings = [] }, "openings"),
            (Rey with { Openings = [Tuesday with { Days = [] }] }, "openings[0].days"),
            (Rey with { Openings = [Tuesday with { To = "08:00" }] }, "openings[0].to"),
            (Rey with { Openings = [Tuesday with { Place = "ailleurs" }] }, "openings[0].place"),
        })
        {
            var edited = await _staff.Ask<EditedRules>("edit", new EditRules(_rules.Text, new RuleEdit(RulePart.Practitioner, Rey.Id, Practitioner: next)));
            Assert.That(edited.Checked.Faults.Where(f => f.IsError).Select(f => f.Field).Distinct(), Is.EqualTo(new[] { $"practitioners.dr-rey.{field}" }), field);
        }
    }
}
