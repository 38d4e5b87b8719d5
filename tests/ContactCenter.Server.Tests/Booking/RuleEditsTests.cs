using System.Text.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Booking.Rulebook;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Scripts.Yaml;
using ContactCenter.Server.Scripts.Yaml.Editing;
using ContactCenter.Server.Tests.Support;
using CsCheck;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Forms change the text of the rules: what comes out says what the form says, and nothing else is otherwise.</summary>
internal sealed class RuleEditsTests
{
    private const string Martin = "dr-martin";
    private static readonly string Shipped = File.ReadAllText(Path.Combine(ScriptFolderCopy.Shipped, BookingHouse.File));

    private static readonly Gen<string> Time = Gen.Int[0, 23 * 12].Select(step => $"{step / 12:00}:{step % 12 * 5:00}");
    private static readonly Gen<string> Date = Gen.OneOf("", "2026-12-01", "2027-03-31");
    private static readonly Gen<string> Words = Gen.OneOf("Congés", "Formation: « enfants » # 2", "l'été", "a, b [c] {d}", "true", "12", "é\"x\\");
    private static readonly Gen<IReadOnlyList<string>> Reasons = Some("courtes", "consultation", "certificat", "vaccination");

    private static readonly Gen<ReleaseForm> Release =
        from to in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        from days in Gen.OneOf("", "0", "2")
        from at in Time
        from before in Gen.OneOf("2h", "90m")
        select days.Length == 0 ? new ReleaseForm(to, "", "", before) : new ReleaseForm(to, days, at, "");

    private static readonly Gen<OpeningForm> Opening =
        from days in Some("monday", "wednesday", "sunday")
        from @from in Time
        from to in Time
        from weeks in Gen.OneOf("every", "odd", "even")
        from first in Date
        from last in Date
        from place in Gen.OneOf("", "lilas")
        from mode in Gen.OneOf("office", "tele")
        from reasons in Reasons
        from kept in Gen.OneOf("", "urgence", "collegues")
        from releases in Release.List[0, 3]
        select new OpeningForm(days, @from, to, weeks, first, last, place, mode, reasons, kept) { Releases = releases };

    private static readonly Gen<NewPatientsForm> NewPatients = Gen.OneOf(new NewPatientsForm(true, "hard"), new(false, "hard"), new(false, "soft"), new(false, "approval"));

    private static readonly Gen<SpacingForm?> Spacing =
        from days in Gen.OneOf("", "21", "90")
        from reasons in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        from strength in Gen.OneOf("hard", "soft", "approval")
        select days.Length == 0 ? null : new SpacingForm(days, reasons, strength);

    private static readonly Gen<AgesForm?> Ages =
        from @from in Gen.OneOf("", "3", "18m")
        from under in Gen.OneOf("", "16y", "90")
        from strength in Gen.OneOf("hard", "soft")
        select @from.Length + under.Length == 0 ? null : new AgesForm(@from, under, strength);

    private static readonly Gen<AgeMinutesForm> AgeMinutes =
        from @from in Gen.OneOf("", "2")
        from under in Gen.OneOf("6", "16")
        from minutes in Gen.OneOf("30", "45")
        from first in Gen.OneOf("", "60")
        select new AgeMinutesForm(@from, under, [new(Martin, minutes, first)]);

    private static readonly Gen<NeedForm> Need =
        from count in Gen.OneOf("1", "2")
        from of in Some("salle-de-soins", "ecg")
        select new NeedForm(count, of);

    private static readonly Gen<ReasonForm> Reason =
        from label in Words
        from martin in Gen.OneOf("10", "25")
        from benali in Gen.OneOf("", "20")
        from first in Gen.OneOf("", "40")
        from welcome in NewPatients
        from agents in Gen.OneOf("at_once", "with_approval", "no")
        from online in Gen.OneOf("at_once", "no")
        from lines in Some("Venir à jeun", "Boire: 1 l", "# rien")
        from spacing in Spacing
        from ages in Ages
        from referral in Gen.OneOf(null, new ReferralForm("hard"), new ReferralForm("approval"))
        from byAge in AgeMinutes.List[0, 2]
        from needs in Need.List[0, 2]
        from mode in Gen.OneOf("office", "tele")
        from pool in Gen.OneOf("", "urgence")
        from charge in Gen.OneOf("", "3000")
        select new ReasonForm("", label, [.. new MinutesForm[] { new(Martin, martin, first), new("dr-benali", benali, "") }.Where(m => m.Minutes.Length > 0)], welcome, agents, online, lines, [], lines)
        {
            Spacing = spacing, Ages = ages, Referral = referral, ByAge = byAge, Needs = needs, Mode = mode, Pool = pool, ChargeCents = charge,
        };

    private static readonly Gen<ClosureForm> Closure =
        from first in Gen.OneOf("2026-12-01", "2027-01-01")
        from last in Date
        from why in Words
        from whose in Some(Martin, "dr-benali")
        select new ClosureForm(first, last, why, whose);

    private static readonly Gen<QuotaForm> Quota =
        from label in Words
        from whose in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Some(Martin, "dr-benali"))
        from counted in Gen.OneOf("each", "together")
        from reasons in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        from patients in Gen.OneOf("all", "new")
        from per in Gen.OneOf("day", "week")
        from most in Gen.OneOf("0", "12")
        from strength in Gen.OneOf("hard", "soft", "approval")
        select new QuotaForm("", label, whose, counted, reasons, patients, per, most, strength);

    private static readonly Gen<OverbookingForm> Overbooking =
        from label in Words
        from reasons in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        from lanes in Gen.OneOf("1", "3")
        from perDay in Gen.OneOf("2", "8")
        from hours in Gen.OneOf(("", ""), ("08:30", "12:00"))
        from strength in Gen.OneOf("soft", "approval")
        select new OverbookingForm("", label, Martin, reasons, lanes, perDay, hours.Item1, hours.Item2, strength);

    [Test]
    public void An_opening_says_what_its_form_says_and_the_others_are_as_they_were() => Gen.Select(Opening, Gen.Int[-1, 5]).Sample((opening, index) =>
    {
        var form = Form(Shipped);
        var openings = form.Practitioners[0].Openings.ToList();
        if (index < 0)
            openings.Add(opening);
        else
            openings[index] = opening;
        var meant = form with { Practitioners = [form.Practitioners[0] with { Openings = openings }, form.Practitioners[1]] };
        Holds(new RuleEdit(RulePart.Opening, Martin, index < 0 ? null : index, Opening: opening), meant);
    });

    [Test]
    public void A_reason_says_what_its_form_says() => Gen.Select(Reason, Gen.Int[-1, 10]).Sample((reason, index) =>
    {
        var form = Form(Shipped);
        var (reasons, id) = (form.Reasons.ToList(), index < 0 ? "tout-neuf" : form.Reasons[index].Id);
        if (index < 0)
            reasons.Add(reason with { Id = id });
        else
            reasons[index] = reason with
            {
                Id = id,
                Minutes = InOrder(reason.Minutes, reasons[index].Minutes),
                ByAge = [.. reason.ByAge.Select((a, i) => i < reasons[index].ByAge.Count ? a with { Minutes = InOrder(a.Minutes, reasons[index].ByAge[i].Minutes) } : a)],
                // How strictly they were not taken stays written where they are taken again.
                NewPatients = reason.NewPatients.Accepted ? reasons[index].NewPatients with { Accepted = true } : reason.NewPatients,
            };
        Holds(new RuleEdit(RulePart.Reason, id, Reason: reason), form with { Reasons = reasons });
    });

    [Test]
    public void New_patients_are_taken_as_the_form_says() => NewPatients.Sample(welcome =>
    {
        var form = Form(Shipped);
        Holds(new RuleEdit(RulePart.NewPatients, Martin, NewPatients: welcome), form with { Practitioners = [form.Practitioners[0] with { NewPatients = welcome }, form.Practitioners[1]] });
    });

    [Test]
    public void A_closure_says_what_its_form_says() => Gen.Select(Closure, Gen.Int[-1, 1]).Sample((closure, index) =>
    {
        var form = Form(Shipped);
        var closures = form.Closures.ToList();
        if (index < 0)
            closures.Add(closure);
        else
            closures[index] = closure;
        Holds(new RuleEdit(RulePart.Closure, Index: index < 0 ? null : index, Closure: closure), form with { Closures = closures });
    });

    [Test]
    public void A_quota_says_what_its_form_says() => Gen.Select(Quota, Gen.Int[-1, 1]).Sample((quota, index) =>
    {
        var form = Form(Shipped);
        var quotas = form.Quotas.ToList();
        quota = quota with { Id = index < 0 ? "tout-neuf" : quotas[index].Id };
        if (index < 0)
            quotas.Add(quota);
        else
            quotas[index] = quota;
        Holds(new RuleEdit(RulePart.Quota, quota.Id, Quota: quota), form with { Quotas = quotas });
    });

    [Test]
    public void Overbooking_says_what_its_form_says() => Gen.Select(Overbooking, Gen.Bool).Sample((overbooking, isNew) =>
    {
        var form = Form(Shipped);
        overbooking = overbooking with { Id = isNew ? "tout-neuf" : form.Overbookings[0].Id };
        Holds(new RuleEdit(RulePart.Overbooking, overbooking.Id, Overbooking: overbooking), form with { Overbookings = isNew ? [form.Overbookings[0], overbooking] : [overbooking] });
    });

    [Test]
    public void A_gap_says_what_its_form_says() => Gen.Select(Reasons, Reasons, Gen.Bool).Sample((after, before, isNew) =>
    {
        var (form, gap) = (Form(Shipped), new GapForm(after, before, "15"));
        Holds(new RuleEdit(RulePart.Gap, Index: isNew ? null : 0, Gap: gap), form with { Gaps = isNew ? [.. form.Gaps, gap] : [gap] });
    });

    [Test]
    public void Ages_of_a_practitioner_come_change_and_go() => Ages.Sample(ages =>
    {
        var form = Form(Shipped);
        foreach (var at in new[] { 0, 1 })
        {
            if ((ages ?? form.Practitioners[at].Ages) is null)
                continue;
            var meant = form.Practitioners.Select((p, i) => i == at ? p with { Ages = ages } : p).ToList();
            Holds(new RuleEdit(RulePart.Ages, meant[at].Id, Ages: ages), form with { Practitioners = meant });
        }
    });

    [Test]
    public void A_row_that_goes_takes_no_comment_of_another_with_it()
    {
        const string Needs = "    needs:\n      # The room.\n      - {of: [salle-de-soins]}\n      # The nurse.\n      - {of: [infirmiere], count: 1} # always\n";
        var written = Shipped.Replace("    needs:\n      - {of: [salle-de-soins]}\n", Needs, StringComparison.Ordinal);
        var reason = Form(written).Reasons.Single(r => r.Id == "petite-intervention");
        string? Edit(params IReadOnlyList<NeedForm> needs) => Edited(written, new RuleEdit(RulePart.Reason, reason.Id, Reason: reason with { Needs = needs }));
        Assert.That(Edit(reason.Needs[1]), Is.EqualTo(written.Replace("      - {of: [salle-de-soins]}\n", "", StringComparison.Ordinal)));
        Assert.That(Edit(reason.Needs[0]), Is.EqualTo(written.Replace("      - {of: [infirmiere], count: 1} # always\n", "", StringComparison.Ordinal)));
        Assert.That(Edit([.. reason.Needs, new NeedForm("2", ["ecg", "ecg-2"])]), Is.EqualTo(written.Replace("# always\n", "# always\n      - {count: 2, of: [ecg, ecg-2]}\n", StringComparison.Ordinal)));
    }

    [Test]
    public void The_author_and_the_comments_of_a_rule_stay_when_it_changes()
    {
        var written = Shipped.Replace(
            "    spacing: {days: 21, reasons: renouvellement, strength: soft}\n",
            "    # Three weeks, as the pharmacy asks.\n    spacing:\n      days: 21 # at least\n      reasons: renouvellement\n      author: Dr Karim Benali\n", StringComparison.Ordinal);
        var reason = Form(written).Reasons.Single(r => r.Id == "renouvellement");
        var edited = Edited(written, new RuleEdit(RulePart.Reason, reason.Id, Reason: reason with { Spacing = reason.Spacing! with { Days = "28" } }))!;
        Assert.That(edited, Is.EqualTo(written.Replace("days: 21 # at least", "days: 28 # at least", StringComparison.Ordinal)));
        Assert.That(Edited(written, new RuleEdit(RulePart.Reason, reason.Id, Reason: reason)), Is.EqualTo(written));
    }

    [Test]
    public void Names_come_with_the_first_and_go_with_the_last()
    {
        var without = Edited(Edited(Shipped, new RuleEdit(RulePart.Quota, "nouveaux-martin"))!, new RuleEdit(RulePart.Quota, "suivis-longs"))!;
        Assert.That(without, Does.Not.Contain("quotas:"));
        var quota = new QuotaForm("vaccins", "Vaccins", [], "each", ["vaccination"], "all", "day", "9", "hard");
        Assert.That(
            Edited(without, new RuleEdit(RulePart.Quota, quota.Id, Quota: quota)),
            Does.EndWith("\nquotas:\n  vaccins: {label: Vaccins, reasons: [vaccination], per: day, most: 9}\n"));
    }

    [Test]
    public void What_has_no_list_yet_gets_one_and_the_last_goes_with_it()
    {
        var form = Form(Shipped);
        var extra = new ExtraOpeningForm(Martin, "2026-12-05", "09:00", "12:00", "Vaccins", "lilas", "office", ["vaccination"]);
        var with = Holds(new RuleEdit(RulePart.ExtraOpening, ExtraOpening: extra), form with { ExtraOpenings = [extra] });
        Assert.That(with, Does.EndWith("\nextra_openings:\n  - {practitioner: dr-martin, date: 2026-12-05, from: \"09:00\", to: \"12:00\", why: Vaccins, place: lilas, reasons: [vaccination]}\n"));
        Assert.That(Edited(with, new RuleEdit(RulePart.ExtraOpening, Index: 0)), Is.EqualTo(Shipped));
        var substitute = new SubstituteForm("dr-benali", "Dr Rey", "2027-02-15", "2027-02-19", [], true);
        Holds(new RuleEdit(RulePart.Substitute, Substitute: substitute), form with { Substitutes = [substitute] });
        var young = substitute with { Ages = new AgeBandForm("3m", "12") };
        var taken = Holds(new RuleEdit(RulePart.Substitute, Substitute: young), form with { Substitutes = [young] });
        Assert.That(taken, Does.Contain("known_patients_only: true, ages: {from: 3m, under: 12}}"));
    }

    [Test]
    public void What_is_taken_out_leaves_every_other_line()
    {
        Assert.That(Edited(Shipped, new RuleEdit(RulePart.Opening, Martin, 0)), Is.EqualTo(Without("      - {days: [monday, tuesday, thursday, friday], from: \"08:30\", to: \"12:00\", place: lilas}\n")));
        Assert.That(Edited(Shipped, new RuleEdit(RulePart.Closure, Index: 1)), Is.EqualTo(Shipped.Remove(Shipped.IndexOf("  - {first: 2027-02-15", StringComparison.Ordinal))));
        var kept = Edited(Shipped, new RuleEdit(RulePart.Opening, Martin, 2))!;
        Assert.That(kept.Split('\n'), Has.Length.EqualTo(Shipped.Split('\n').Length - 9));
    }

    [Test]
    public void A_changed_hour_changes_one_line_and_the_compiled_opening_alone()
    {
        var opening = Form(Shipped).Practitioners[0].Openings[0];
        var edited = Edited(Shipped, new RuleEdit(RulePart.Opening, Martin, 0, Opening: opening with { To = "12:30" }))!;
        Assert.That(LineDiff.Between(Shipped, edited).Count(l => l.After is null), Is.EqualTo(1));
        var (before, after) = (Compiled(Shipped), Compiled(edited));
        Assert.That(after.Practitioners.Values.SelectMany(p => p.Openings).Zip(before.Practitioners.Values.SelectMany(p => p.Openings)).Count(p => p.First.Hours != p.Second.Hours), Is.EqualTo(1));
        Assert.That(after.Practitioners[new PractitionerId(Martin)].Openings[0].Hours.End.Minute, Is.EqualTo(30));
    }

    [TestCase(RulePart.Opening, "dr-nobody", 0)]
    [TestCase(RulePart.Opening, Martin, 99)]
    [TestCase(RulePart.Reason, "nothing", null)]
    [TestCase(RulePart.Closure, null, -1)]
    [TestCase(RulePart.Substitute, null, 0)]
    [TestCase(RulePart.NewPatients, Martin, null)]
    [TestCase(RulePart.Quota, "nothing", null)]
    [TestCase(RulePart.Quota, null, 0)]
    [TestCase(RulePart.Ages, Martin, null)]
    public void What_is_not_there_is_not_changed(RulePart part, string? of, int? index) => Assert.That(Edited(Shipped, new RuleEdit(part, of, index)), Is.Null);

    private static string Holds(RuleEdit edit, RulesForm meant)
    {
        var edited = Edited(Shipped, edit);
        Assert.That(edited, Is.Not.Null);
        Assert.That(JsonSerializer.Serialize(Form(edited!)), Is.EqualTo(JsonSerializer.Serialize(meant)), edited);
        var lines = LineDiff.Between(Shipped, edited!);
        Assert.That(lines.Count(l => l.After is null), Is.LessThanOrEqualTo(12), "only lines of the part are touched");
        return edited!;
    }

    private static string? Edited(string text, RuleEdit edit) =>
        RuleEdits.Of(edit, YamlScript.Read("", text).Value!) is { } part ? YamlEdit.Apply(text, part.Changes) : null;

    private static RulesForm Form(string text) => RulesFormReader.Read(YamlScript.Read("", text).Value!);

    private static BookingBook Compiled(string text) => BundleCompiler.Booking(new ScriptBundle([new ScriptFile(BookingHouse.File, text)])).Value!;

    private static string Without(string line)
    {
        Assert.That(Shipped, Does.Contain(line));
        return Shipped.Replace(line, "", StringComparison.Ordinal);
    }

    /// <summary>Minutes that were there keep their place, new ones follow.</summary>
    private static IReadOnlyList<MinutesForm> InOrder(IReadOnlyList<MinutesForm> minutes, IReadOnlyList<MinutesForm> was) =>
        [.. was.Select(w => minutes.FirstOrDefault(m => m.PractitionerId == w.PractitionerId)).OfType<MinutesForm>(), .. minutes.Where(m => was.All(w => w.PractitionerId != m.PractitionerId))];

    private static Gen<IReadOnlyList<string>> Some(params string[] choices) =>
        Gen.Int[1, (1 << choices.Length) - 1].Select(bits => (IReadOnlyList<string>)[.. choices.Where((_, i) => (bits & (1 << i)) != 0)]);
}
