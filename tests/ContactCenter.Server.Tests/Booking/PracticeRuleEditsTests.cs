using ContactCenter.Contracts.Booking;
using CsCheck;
using static ContactCenter.Server.Tests.Booking.RuleEditing;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What a practice has and how it lets itself be booked: the text says what its form says, and nothing else is otherwise.</summary>
internal sealed class PracticeRuleEditsTests
{
    private static readonly RulesForm Written = Form(Shipped);

    [Test]
    public void A_practitioner_says_what_its_form_says() => Gen.Select(DrawnPracticeForms.Practitioner, Gen.Int[-1, 1]).Sample((practitioner, index) =>
    {
        // One who is there keeps her openings, which have forms of their own.
        practitioner = index < 0 ? practitioner with { Id = "tout-neuf" } : Written.Practitioners[index] with { Name = practitioner.Name, Specialty = practitioner.Specialty };
        Holds(
            new RuleEdit(RulePart.Practitioner, practitioner.Id, Practitioner: practitioner),
            Written with { Practitioners = index < 0 ? [.. Written.Practitioners, practitioner] : [.. Written.Practitioners.Select((p, i) => i == index ? practitioner : p)] });
    });

    [Test]
    public void A_place_says_what_its_form_says() => Gen.Select(DrawnPracticeForms.Place, Gen.Bool).Sample((place, isNew) =>
    {
        place = place with { Id = isNew ? "tout-neuf" : "lilas" };
        Holds(new RuleEdit(RulePart.Place, place.Id, Place: place), Written with { Places = isNew ? [.. Written.Places, place] : [place] });
    });

    [Test]
    public void A_resource_says_what_its_form_says() => Gen.Select(DrawnPracticeForms.Resource, Gen.Bool).Sample((resource, isNew) =>
    {
        resource = resource with { Id = isNew ? "tout-neuf" : "salle-de-soins" };
        Holds(new RuleEdit(RulePart.Resource, resource.Id, Resource: resource), Written with { Resources = isNew ? [.. Written.Resources, resource] : [resource] });
    });

    [Test]
    public void A_family_says_what_its_form_says() => Gen.Select(DrawnRuleForms.Reasons, Gen.Int[-1, 1]).Sample((reasons, index) =>
    {
        var family = new FamilyForm(index < 0 ? "toute-neuve" : Written.Families[index].Id, reasons);
        Holds(
            new RuleEdit(RulePart.Family, family.Id, Family: family),
            Written with { Families = index < 0 ? [.. Written.Families, family] : [.. Written.Families.Select((f, i) => i == index ? family : f)] });
    });

    [Test]
    public void A_family_that_is_renamed_is_renamed_wherever_it_is_named_and_nothing_else_is()
    {
        // Where the family is named stands %; what is only called the same stays.
        var text = Shipped.Replace("courtes", "%", StringComparison.Ordinal);
        foreach (var (there, instead) in new[]
        {
            ("  %: [consultation,", "  # What takes a quarter of an hour: courtes.\n  %: [consultation,"),
            ("\npractitioners:\n", "\n  toutes: [%, suivi-chronique] # courtes and long ones\npractitioners:\n"),
            ("\nresources:\n", "\nresources:\n  courtes: {kind: room, name: courtes}\n"),
            ("{shares: true}", "{shares: true, reasons: [%]}"),
            ("{to: [renouvellement, certificat], days_before", "{to: %, days_before"),
            ("    spacing: {days: 21, reasons: renouvellement", "    preparation: [courtes]\n    spacing: {days: 21, reasons: [\"%\", certificat]"),
            ("    reasons: [suivi-chronique, petite-intervention]", "    reasons: [%]"),
            ("    reasons: urgence-du-jour\n    lanes", "    reasons: [urgence-du-jour, %]\n    lanes"),
            ("\ngaps:\n", "\ngaps:\n  - after:\n      - certificat\n      - % # again and again\n    before: %\n    minutes: 5\n"),
            ("\nclosures:\n", "\nextra_openings:\n  - {practitioner: dr-martin, date: 2026-12-05, from: \"09:00\", to: \"12:00\", why: courtes, reasons: [vaccination, %]}\nclosures:\n"),
            ("\nclosures:\n", "\nsubstitutes:\n  - {for: dr-benali, name: courtes, first: 2027-02-15, reasons: %}\nclosures:\n"),
        })
        {
            Assert.That(text, Does.Contain(there));
            text = text.Replace(there, instead, StringComparison.Ordinal);
        }

        var written = text.Replace("%", "courtes", StringComparison.Ordinal);
        var family = Form(written).Families.Single(f => f.Id == "courtes") with { Id = "un-quart-d-heure" };
        Assert.That(Edited(written, new RuleEdit(RulePart.Family, "courtes", Family: family)), Is.EqualTo(text.Replace("%", "un-quart-d-heure", StringComparison.Ordinal)));
        Assert.That(Edited(written, new RuleEdit(RulePart.Family, "courtes", Family: family with { Id = "du-jour" })), Is.Null, "a name that is taken");
    }

    [Test]
    public void A_suspension_says_what_its_form_says_and_goes_again() => DrawnPracticeForms.Suspension.Sample(suspension =>
    {
        var edited = Holds(new RuleEdit(RulePart.Suspension, Suspension: suspension), Written with { Suspensions = [suspension] });
        Assert.That(Edited(edited, new RuleEdit(RulePart.Suspension, Index: 0)), Is.EqualTo(Shipped));
    });

    [Test]
    public void Missed_appointments_say_what_their_form_says() => DrawnPracticeForms.Missed.Sample(
        missed => Holds(new RuleEdit(RulePart.Missed, Missed: missed), Written with { Missed = missed }));

    [Test]
    public void Approval_says_what_its_form_says() => DrawnPracticeForms.Approval.Sample(
        approval => Holds(new RuleEdit(RulePart.Approval, Approval: approval), Written with { Approval = approval }));

    [Test]
    public void Neighbours_say_what_their_form_says() => DrawnPracticeForms.Neighbours.Sample(
        neighbours => Holds(new RuleEdit(RulePart.Neighbours, Neighbours: neighbours), Written with { Neighbours = neighbours }));

    [Test]
    public void The_head_says_what_its_form_says() => DrawnPracticeForms.Head.Sample(
        head => Holds(new RuleEdit(RulePart.Head, Head: head), Written with { Head = head }));

    [Test]
    public void The_span_of_booking_says_what_its_form_says() => DrawnPracticeForms.Span.Sample(
        span => Holds(new RuleEdit(RulePart.Span, Span: span), Written with { Span = span }));

    [Test]
    public void What_stands_beside_a_form_stays()
    {
        const string There = "  salle-de-soins:\n    kind: room # The small one.\n    name: Salle de soins\n    place: lilas\n    openings:\n      # When it is cleaned.\n"
            + "      - {days: [monday, friday], from: \"08:00\", to: \"12:00\", author: Dr Rey}\n      - {days: tuesday, from: \"08:00\", to: \"12:00\"} # always\n";
        var written = Shipped.Replace("  salle-de-soins: {kind: room, name: Salle de soins, place: lilas}\n", There, StringComparison.Ordinal);
        var room = Form(written).Resources.Single();
        var later = room with { Openings = [room.Openings[0] with { From = "09:00" }, room.Openings[1]] };
        Assert.That(
            Edited(written, new RuleEdit(RulePart.Resource, room.Id, Resource: later)),
            Is.EqualTo(written.Replace("from: \"08:00\", to: \"12:00\", author", "from: \"09:00\", to: \"12:00\", author", StringComparison.Ordinal)));
        Assert.That(
            Edited(written, new RuleEdit(RulePart.Resource, room.Id, Resource: room with { Openings = [room.Openings[0]] })),
            Is.EqualTo(written.Replace("      - {days: tuesday, from: \"08:00\", to: \"12:00\"} # always\n", "", StringComparison.Ordinal)));
        var shared = Shipped.Replace("neighbours: {shares: true}", "neighbours:\n  shares: true # agreed in May\n  author: Dr Rey", StringComparison.Ordinal);
        var named = Form(shared).Neighbours! with { Shares = "named", With = ["pediatrie-du-canal"] };
        Assert.That(
            Edited(shared, new RuleEdit(RulePart.Neighbours, Neighbours: named)),
            Is.EqualTo(shared.Replace("shares: true # agreed", "shares: [pediatrie-du-canal] # agreed", StringComparison.Ordinal)));
        var missed = Shipped.Replace("missed_appointments: {most: 3, months: 12, strength: approval}", "missed_appointments: {most: 3, months: 12, author: Dr Rey} # as agreed", StringComparison.Ordinal);
        Assert.That(
            Edited(missed, new RuleEdit(RulePart.Missed, Missed: Form(missed).Missed! with { Most = "2" })),
            Is.EqualTo(missed.Replace("most: 3, months", "most: 2, months", StringComparison.Ordinal)));
    }

    [Test]
    public void The_key_comes_with_the_first_and_goes_with_the_last()
    {
        var without = Edited(Edited(Shipped, new RuleEdit(RulePart.Family, "du-jour"))!, new RuleEdit(RulePart.Family, "courtes"))!;
        Assert.That(without, Does.Not.Contain("families:"));
        Assert.That(Edited(without, new RuleEdit(RulePart.Family, "neuve", Family: new FamilyForm("neuve", ["certificat"]))), Does.EndWith("\nfamilies:\n  neuve: [certificat]\n"));
        Assert.That(Edited(Shipped, new RuleEdit(RulePart.Resource, "salle-de-soins")), Does.Not.Contain("resources:"));
        Assert.That(Edited(Shipped, new RuleEdit(RulePart.Approval)), Does.Not.Contain("approval: {"));
    }
}
