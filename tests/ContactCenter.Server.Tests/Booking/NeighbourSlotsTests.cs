using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What practices of the same secretaries have free for the caller of one of them.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class NeighbourSlotsTests(DatabaseEngine engine)
{
    private const string Visit = "consultation";
    private const string Here = "latitude: 48.8867, longitude: 2.3917";

    private BookingHouse _house = null!;
    private BookingClient _claire = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open(engine);
        _claire = await _house.Takes();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task They_stand_nearest_first_with_the_metres_and_their_own_free_slots()
    {
        await _house.AddPractice("a-sans-position", text => text.Replace($", {Here}", "", StringComparison.Ordinal));
        await _house.AddPractice("b-loin", At("48.9362", "2.3574"));
        var near = await _house.AddPractice("c-pres", At("48.8790", "2.4080"));

        var found = await Neighbours(Visit);
        Assert.That(found.Practices.Select(p => (p.Name, p.Metres)), Is.EqualTo<(string, int?)>(
            [("Cabinet c-pres", 1468), ("Cabinet b-loin", 6048), ("Cabinet a-sans-position", null)]));
        var first = found.Practices[0];
        Assert.That(
            (first.PracticeId, first.VisitReasonId, first.VisitReason, first.Place, first.Address, first.WhyNone),
            Is.EqualTo((near.Value, Visit, "Consultation de médecine générale", "Cabinet des Lilas", "12 rue des Lilas, 75019 Paris", (string?)null)));
        var asThere = await (_claire with { Practice = near }).Slots(Visit, "dr-martin", "&patientIsNew=true");
        Assert.That(first.Slots, Is.EqualTo(asThere.Take(6)).UsingPropertiesComparer());
        Assert.That((found.LeftOut, found.WhyNone), Is.EqualTo((0, (string?)null)));
    }

    [Test]
    public async Task A_practice_with_two_sites_stands_once_for_each()
    {
        await _house.AddPractice("deux-sites", text => text
            .Replace("places:\n", "places:\n  gare: {name: Les Lilas de la gare, address: 1 place de la gare, latitude: 48.9362, longitude: 2.3574}\n", StringComparison.Ordinal)
            .Replace("from: \"14:00\", to: \"17:30\", place: lilas", "from: \"14:00\", to: \"17:30\", place: gare", StringComparison.Ordinal));
        var found = await Neighbours(Visit);
        Assert.That(found.Practices.Select(p => (p.Place, p.Address, p.Metres)), Is.EqualTo<(string?, string?, int?)>(
            [("Cabinet des Lilas", "12 rue des Lilas, 75019 Paris", 0), ("Les Lilas de la gare", "1 place de la gare", 6048)]));
        Assert.That(found.Practices[1].Slots.Select(s => s.Start.Hour), Is.All.InRange(14, 17));
        Assert.That(found.Practices[0].Slots.Select(s => s.Start.Hour), Is.All.LessThan(14));
    }

    [Test]
    public async Task What_is_booked_there_is_not_offered_here()
    {
        var there = _claire with { Practice = await _house.AddPractice("c-pres"), Call = null };
        var before = (await Neighbours(Visit)).Practices.Single().Slots[0];
        var staff = new BookingClient(await _house.Node.SignedIn(await _house.Node.AddUser("roy", Contracts.Identity.Roles.PracticeStaff, there.Practice)), there.Practice, null);
        var patient = await BookingClient.Read<PatientView>(await staff.Post("patients", new SavePatient("Voisin", "Paul", null, new DateOnly(1970, 1, 1), [], null, null, [])));
        await BookingClient.Read<AppointmentView>(await staff.Book(before, Visit, patient.PatientId));
        Assert.That((await Neighbours(Visit)).Practices.Single().Slots[0].Start, Is.GreaterThan(before.Start));
    }

    [Test]
    public async Task Who_is_known_here_is_new_there_and_only_her_age_goes_along()
    {
        await _house.AddPractice("c-pres");
        await BookingClient.Read<AppointmentView>(await _claire.Book((await _claire.Slots(Visit, "dr-martin"))[0], Visit, _house.Patient));
        _house.Time.Advance(TimeSpan.FromDays(1));
        _claire = await _house.Takes();
        var own = await _claire.Get<FoundSlots>($"slots?visitReason={Visit}&patient={_house.Patient}");
        Assert.That(own.Slots[0].End - own.Slots[0].Start, Is.EqualTo(TimeSpan.FromMinutes(15)), "she is known here");
        var there = (await Neighbours(Visit, $"&patient={_house.Patient}&patientIsNew=false")).Practices.Single();
        Assert.That(there.Slots.Select(s => s.End - s.Start), Is.All.EqualTo(TimeSpan.FromMinutes(30)));
        var child = (await Neighbours("vaccination", $"&patient={_house.Patient}")).Practices.Single();
        Assert.That(child.Slots.Select(s => s.PractitionerId), Is.All.EqualTo("dr-martin"), "she is 46: the children's doctor does not take her");
    }

    [Test]
    public async Task The_wishes_go_along_and_what_is_ones_own_practices_to_give_does_not()
    {
        await _house.AddPractice("c-pres");
        var tuesday = (await Neighbours(Visit, "&weekdays=tuesday&earliest=14:00&from=2026-11-30")).Practices.Single().Slots;
        Assert.That(tuesday.Select(s => (s.Start.DayOfWeek, s.Start.Hour >= 14, s.Start >= new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.FromHours(1)))), Is.All.EqualTo((DayOfWeek.Tuesday, true, true)));
        var kept = (await Neighbours(Visit, "&pool=urgence&earliest=17:30&weekdays=monday&days=1")).Practices.Single();
        Assert.That((kept.Slots, kept.WhyNone), Is.EqualTo((Array.Empty<SlotView>(), "Rien de libre ici sur cette période.")), "triage opened our kept slots, not theirs");
        Assert.That((await _claire.Slots(Visit, "dr-martin", "&pool=urgence&earliest=17:30&weekdays=monday&days=1")), Is.Not.Empty);
        var specialty = (await Neighbours("vaccination", "&practitioner=dr-benali&age=3")).Practices.Single();
        Assert.That(specialty.Slots.Select(s => s.PractitionerId), Is.All.EqualTo("dr-benali"), "a children's doctor was asked for");
    }

    [TestCase("  consultation:\n", "  autre:\n", "Rien de libre ici sur cette période.", TestName = "Another_name_with_the_same_words_is_found")]
    [TestCase("specialty: Médecine générale", "specialty: Cardiologie", "Ce motif n’existe pas ici dans cette spécialité.", TestName = "Another_specialty_is_no_such_reason")]
    [TestCase("shares: true}", "shares: true, reasons: vaccination}", "Ce cabinet ne partage pas ce motif.", TestName = "A_reason_that_is_not_shared")]
    [TestCase("specialty: Médecine générale\n", "specialty: Médecine générale\n    new_patients: {accepted: false}\n", "Les nouveaux patients ne sont pas pris ici sans autre.", TestName = "New_patients_are_not_taken")]
    [TestCase("    label: Consultation de médecine générale\n", "    label: Consultation de médecine générale\n    agents: no\n", "Seul le cabinet prend ce motif lui-même.", TestName = "Only_the_practice_books_it")]
    public async Task A_neighbour_without_a_slot_says_why(string before, string after, string why)
    {
        await _house.AddPractice("c-pres", text =>
        {
            Assert.That(text, Does.Contain(before));
            // Families name reasons; they are of no interest here.
            return text.Replace(before, after, StringComparison.Ordinal).Replace("courtes: [consultation, ", "courtes: [", StringComparison.Ordinal);
        });
        await _house.AddPractice("d-libre");
        // A Sunday: nobody consults.
        var found = await Neighbours(Visit, why.StartsWith("Rien", StringComparison.Ordinal) ? "&from=2026-11-29&days=1" : "");
        var none = found.Practices.Single(p => p.Name == "Cabinet c-pres");
        Assert.That((none.Slots, none.WhyNone, none.Metres), Is.EqualTo((Array.Empty<SlotView>(), why, 0)));
        Assert.That(found.Practices[0].Name == "Cabinet d-libre", Is.EqualTo(found.Practices[0].Slots.Count > 0), "who has something stands first");
    }

    [Test]
    public async Task No_more_are_asked_than_can_be_read_out_and_the_rest_is_counted()
    {
        for (var n = 0; n < 12; n++)
            await _house.AddPractice($"voisin-{n:00}", At($"48.{90 + n}", "2.3917"));
        var found = await Neighbours(Visit);
        Assert.That((found.Practices.Count, found.LeftOut), Is.EqualTo((10, 2)));
        Assert.That(found.Practices.Select(p => p.Name), Is.EqualTo(Enumerable.Range(0, 10).Select(n => $"Cabinet voisin-{n:00}")));
    }

    [Test]
    public async Task Without_neighbours_the_answer_says_so_and_what_cannot_be_asked_is_refused()
    {
        var none = await Neighbours(Visit);
        Assert.That((none.Practices.Count, none.WhyNone), Is.EqualTo((0, "Aucun cabinet de votre équipe ne partage ses créneaux avec celui-ci.")));
        using var unknown = await _claire.Http.GetAsync($"{_claire.Root}/slots/neighbours?visitReason=inconnu");
        Assert.That((int)unknown.StatusCode, Is.EqualTo(422));
    }

    private static Func<string, string> At(string latitude, string longitude) =>
        text => text.Replace(Here, $"latitude: {latitude}, longitude: {longitude}", StringComparison.Ordinal);

    private Task<NeighbourSlots> Neighbours(string reason, string more = "") => _claire.Get<NeighbourSlots>($"slots/neighbours?visitReason={reason}{more}");
}
