using ContactCenter.Contracts.Booking;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What was entered in forms decides once it is in force.</summary>
internal sealed class RuleFormsInForceTests
{
    private BookingHouse _house = null!;
    private BookingClient _staff = null!;
    private BookingClient _claire = null!;
    private RulesInForce _rules = null!;

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
    public async Task Quotas_distances_needs_and_substitutes_of_forms_decide()
    {
        var text = _rules.Text.Replace("resources:\n", "resources:\n  ecg: {kind: equipment, name: ECG}\n  aide: {kind: staff, name: Aide}\n", StringComparison.Ordinal);
        var reason = _rules.Checked.Form!.Reasons.Single(r => r.Id == "petite-intervention");
        var edited = await _staff.Edit(text, new RuleEdit(RulePart.Reason, reason.Id, Reason: reason with
        {
            Ages = new("16", "", "approval"),
            Referral = new("hard"),
            Needs = [.. reason.Needs, new("1", ["ecg", "aide"])],
            ByAge = [new("", "18", [new("dr-martin", "40", "")])],
            Pool = "urgence",
            ChargeCents = "4550",
        }));
        Assert.That(
            edited.Lines().Where(l => l.StartsWith("+    ", StringComparison.Ordinal)),
            Is.EqualTo([
                "+      - {of: [ecg, aide]}", "+    by_age:", "+      - {under: 18, minutes: {dr-martin: 40}}", "+    ages: {from: 16, strength: approval}",
                "+    referral: {needed: true}", "+    pool: urgence", "+    charge_cents: 4550",
            ]));
        var quota = new QuotaForm("certificats", "Certificats", [], "each", ["certificat"], "all", "day", "0", "hard");
        edited = await _staff.Edit(edited.Text, new RuleEdit(RulePart.Quota, quota.Id, Quota: quota));
        var substitute = new SubstituteForm("dr-martin", "Dr Rey", "2026-11-24", "2026-11-25", [], false) { Ages = new AgeBandForm("", "60") };
        edited = await _staff.Edit(edited.Text, new RuleEdit(RulePart.Substitute, Substitute: substitute));
        Assert.That(edited.Text, Does.EndWith("\nsubstitutes:\n  - {for: dr-martin, name: Dr Rey, first: 2026-11-24, last: 2026-11-25, ages: {under: 60}}\n"));
        await PutInForce(edited);

        Assert.That(await _claire.Slots("certificat", "dr-martin"), Is.Empty);
        Assert.That((await Explained("certificat", "2026-11-24T09:00")).Rules.Select(r => r.Rule), Is.EqualTo(["QuotaReached"]));
        Assert.That((await Explained("petite-intervention", "2026-11-24T09:00&referral=false")).Rules.Select(r => r.Rule), Does.Contain("Referral"));
        Assert.That((await Explained("petite-intervention", "2026-11-24T09:00", 17)).End, Is.EqualTo(new DateTimeOffset(2026, 11, 24, 9, 40, 0, TimeSpan.FromHours(1))));
        Assert.That((await Explained("consultation", "2026-11-24T09:00", 40)).IsOffered, Is.True);
        Assert.That((await Explained("consultation", "2026-11-24T09:00", 70)).Rules.Single().Sentence, Does.Contain("Dr Rey"));
    }

    [Test]
    public async Task Kept_slots_stand_in_their_opening_and_open_by_their_ladder()
    {
        var morning = _rules.Checked.Form!.Practitioners[0].Openings[0];
        var kept = morning with { KeptFor = "urgence", Releases = [new(["certificat"], "1", "08:00", ""), new([], "", "", "2h")] };
        var edited = await _staff.Edit(_rules.Text, new RuleEdit(RulePart.Opening, "dr-martin", 0, Opening: kept));
        Assert.That(
            edited.Lines(),
            Is.EqualTo([
                "-      - {days: [monday, tuesday, thursday, friday], from: \"08:30\", to: \"12:00\", place: lilas}",
                "+      - {days: [monday, tuesday, thursday, friday], from: \"08:30\", to: \"12:00\", place: lilas, kept_for: urgence, releases: [{to: [certificat], days_before: 1, at: \"08:00\"}, {before: 2h}]}",
            ]));
        await PutInForce(edited);
        async Task<bool> Opens(string reason, string local) => (await Explained(reason, local)).IsOffered;
        Assert.That(
            (await Opens("urgence-du-jour", "2026-11-24T09:00"), await Opens("certificat", "2026-11-24T09:00"), await Opens("consultation", "2026-11-24T09:00")),
            Is.EqualTo((true, true, false)));
        Assert.That((await Opens("consultation", "2026-11-23T10:30"), await Opens("consultation", "2026-11-23T11:30")), Is.EqualTo((true, false)), "it is 9 o'clock there");
        var open = await _staff.Edit(edited.Text, new RuleEdit(RulePart.Opening, "dr-martin", 0, Opening: morning));
        Assert.That(open.Text, Is.EqualTo(RulebookHouse.Next(_rules.Text, 3)), "what was kept is open again, as it was written");
    }

    private async Task PutInForce(EditedRules edited)
    {
        await BookingClient.Read<RulesTaken>(await _staff.Put(new PutRules(edited.Text, _rules.Hash, "essai")));
        _claire = await _house.Takes();
    }

    private Task<SlotExplanation> Explained(string reason, string local, int? age = null) => _claire.Get<SlotExplanation>(
        $"slots/explain?visitReason={reason}&practitioner=dr-martin&local={local}{(age is { } years ? $"&age={years}" : "")}");
}
