using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Who knows the patient stands first, and when nothing is free the wish that stands in the way is named.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class SearchTests(DatabaseEngine engine)
{
    private const string Vaccination = "vaccination";
    private const string Martin = "dr-martin";
    private const string Benali = "dr-benali";

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
    public async Task Who_saw_the_patient_last_stands_first_and_the_answer_says_so()
    {
        var child = await Child();
        Assert.That((await Search(child)).Last, Is.Null, "nobody has seen her");
        await BookingClient.Read<AppointmentView>(await _claire.Book((await _claire.Slots(Vaccination, Benali))[0], Vaccination, child));
        Assert.That((await Search(child)).Last, Is.Null, "not before the visit");
        _house.Time.Advance(TimeSpan.FromHours(77));
        _claire = await _house.Takes();

        var found = await Search(child, "&each=2");
        Assert.That((found.Last?.PractitionerId, found.Last?.SeenOn), Is.EqualTo((Benali, new DateOnly(2026, 11, 23))));
        Assert.That(found.Last!.Sentence, Is.EqualTo("Dr Karim Benali a vu le patient le 23 novembre 2026 : ses créneaux d’abord."));
        Assert.That(found.Slots.Select(s => s.PractitionerId), Is.EqualTo([Benali, Benali, Martin, Martin]));
        Assert.That(found.Slots[2].Start, Is.LessThan(found.Slots[0].Start), "the other has sooner ones, and waits all the same");
        Assert.That((await Search(child, "&each=2", continuity: false)).Slots[0].PractitionerId, Is.EqualTo(Martin), "the soonest first, unless asked");
    }

    [Test]
    public async Task When_nothing_is_free_each_wish_is_given_up_alone()
    {
        var none = await _claire.Get<FoundSlots>($"slots?visitReason={Vaccination}&practitioner={Benali}&patientIsNew=false&from=2026-11-28&days=1&weekdays=saturday&earliest=19:00");
        Assert.That((none.Slots, none.WhyNone), Is.EqualTo((Array.Empty<SlotView>(), "Aucun créneau libre sur cette période : élargissez-la ou changez de praticien.")));
        Assert.That(none.Wider, Is.Empty, "two wishes stand in the way at once");

        var late = await _claire.Get<FoundSlots>($"slots?visitReason={Vaccination}&practitioner={Benali}&patientIsNew=false&from=2026-11-24&days=1&latest=09:00");
        Assert.That(late.Wider!.Select(w => w.Wish), Is.EqualTo(["TimeOfDay", "Practitioner"]));
        Assert.That(late.Wider![0].Slots[0], Is.EqualTo(late.Wider[0].Slots.MinBy(s => s.Start)));
        Assert.That(late.Wider[0].Sentence, Is.EqualTo("À une autre heure : dès le 24 novembre à 09:00."));
        Assert.That(late.Wider[1].Slots.Select(s => s.PractitionerId), Has.All.EqualTo(Martin));

        var closed = await _claire.Get<FoundSlots>($"slots?visitReason={Vaccination}&patientIsNew=false&from=2026-12-28&days=5");
        Assert.That(closed.Wider!.Select(w => (w.Wish, w.Slots[0].Start.Date)), Is.EqualTo([("Period", new DateTime(2027, 1, 4))]));
    }

    [Test]
    public async Task A_wish_for_a_site_finds_only_what_is_there_and_is_named_when_it_stands_in_the_way()
    {
        const string wednesday = $"slots?visitReason=teleconsultation&practitioner={Martin}&patientIsNew=false&from=2026-11-25&days=1";
        var terms = await _claire.Get<SearchTerms>("search-terms");
        Assert.That((terms.Places.Single(), terms.Overbooks, terms.LastDay), Is.EqualTo((new PlaceView("lilas", "Cabinet des Lilas"), true, new DateOnly(2027, 5, 22))));
        Assert.That((await _claire.Get<FoundSlots>(wednesday)).Slots, Is.Not.Empty);
        var there = await _claire.Get<FoundSlots>($"{wednesday}&place=lilas");
        Assert.That(there.Slots, Is.Empty, "by telephone is at no site");
        Assert.That(there.Wider!.Select(w => w.Wish), Has.Member("Place"));
    }

    private Task<FoundSlots> Search(Guid patient, string more = "", bool continuity = true) =>
        _claire.Get<FoundSlots>($"slots?visitReason={Vaccination}&patient={patient}&patientIsNew=false&continuity={continuity}{more}");

    private async Task<Guid> Child()
    {
        var created = await _claire.Post("patients", new SavePatient("Petit", "Lou", null, new DateOnly(2020, 5, 4), [], null, null, []));
        return (await BookingClient.Read<PatientView>(created)).PatientId;
    }
}
