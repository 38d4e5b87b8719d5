using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts;
using CsCheck;
using static ContactCenter.Server.Tests.Booking.RuleEditing;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Forms change the text of the rules: what comes out says what the form says, and nothing else is otherwise.</summary>
internal sealed class RuleEditsTests
{
    private const string Martin = DrawnRuleForms.Martin;

    [Test]
    public void An_opening_says_what_its_form_says_and_the_others_are_as_they_were() => Gen.Select(DrawnRuleForms.Opening, Gen.Int[-1, 5]).Sample((opening, index) =>
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
    public void A_reason_says_what_its_form_says() => Gen.Select(DrawnRuleForms.Reason, Gen.Int[-1, 10]).Sample((reason, index) =>
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
    public void New_patients_are_taken_as_the_form_says() => DrawnRuleForms.NewPatients.Sample(welcome =>
    {
        var form = Form(Shipped);
        Holds(new RuleEdit(RulePart.NewPatients, Martin, NewPatients: welcome), form with { Practitioners = [form.Practitioners[0] with { NewPatients = welcome }, form.Practitioners[1]] });
    });

    [Test]
    public void A_closure_says_what_its_form_says() => Gen.Select(DrawnRuleForms.Closure, Gen.Int[-1, 1]).Sample((closure, index) =>
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
    public void A_quota_says_what_its_form_says() => Gen.Select(DrawnRuleForms.Quota, Gen.Int[-1, 1]).Sample((quota, index) =>
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
    public void Overbooking_says_what_its_form_says() => Gen.Select(DrawnRuleForms.Overbooking, Gen.Bool).Sample((overbooking, isNew) =>
    {
        var form = Form(Shipped);
        overbooking = overbooking with { Id = isNew ? "tout-neuf" : form.Overbookings[0].Id };
        Holds(new RuleEdit(RulePart.Overbooking, overbooking.Id, Overbooking: overbooking), form with { Overbookings = isNew ? [form.Overbookings[0], overbooking] : [overbooking] });
    });

    [Test]
    public void A_gap_says_what_its_form_says() => Gen.Select(DrawnRuleForms.Reasons, DrawnRuleForms.Reasons, Gen.Bool).Sample((after, before, isNew) =>
    {
        var (form, gap) = (Form(Shipped), new GapForm(after, before, "15"));
        Holds(new RuleEdit(RulePart.Gap, Index: isNew ? null : 0, Gap: gap), form with { Gaps = isNew ? [.. form.Gaps, gap] : [gap] });
    });

    [Test]
    public void Ages_of_a_practitioner_come_change_and_go() => DrawnRuleForms.Ages.Sample(ages =>
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
    [TestCase(RulePart.Place, "nowhere", null)]
    [TestCase(RulePart.Resource, null, null)]
    [TestCase(RulePart.Practitioner, "dr-nobody", null)]
    [TestCase(RulePart.Family, "nobody", null)]
    [TestCase(RulePart.Suspension, null, 0)]
    [TestCase(RulePart.Span, null, null)]
    [TestCase(RulePart.Head, null, null)]
    public void What_is_not_there_is_not_changed(RulePart part, string? of, int? index) => Assert.That(Edited(Shipped, new RuleEdit(part, of, index)), Is.Null);

    private static BookingBook Compiled(string text) => BundleCompiler.Booking(new ScriptBundle([new ScriptFile(BookingHouse.File, text)])).Value!;

    private static string Without(string line)
    {
        Assert.That(Shipped, Does.Contain(line));
        return Shipped.Replace(line, "", StringComparison.Ordinal);
    }

    /// <summary>Minutes that were there keep their place, new ones follow.</summary>
    private static IReadOnlyList<MinutesForm> InOrder(IReadOnlyList<MinutesForm> minutes, IReadOnlyList<MinutesForm> was) =>
        [.. was.Select(w => minutes.FirstOrDefault(m => m.PractitionerId == w.PractitionerId)).OfType<MinutesForm>(), .. minutes.Where(m => was.All(w => w.PractitionerId != m.PractitionerId))];
}
