using System.Net;
using System.Text.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>A caller of one practice gets an appointment at another, while she is on the line.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class NeighbourBookingTests(DatabaseEngine engine)
{
    private const string Visit = "consultation";
    private const string Martin = "dr-martin";

    private BookingHouse _house = null!;
    private BookingClient _here = null!;
    private BookingClient _there = null!;

    [SetUp]
    public async Task Open() => _house = await BookingHouse.Open(engine);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task She_is_held_entered_and_booked_there_and_nothing_of_it_stands_here()
    {
        await Neighbour();
        var slot = await SlotThere();
        var held = await BookingClient.Read<HeldSlot>(await _there.Hold(slot, Visit));
        Assert.That((held.Start, held.End), Is.EqualTo((slot.Start, slot.End)), "as long as for a new patient");
        var patient = await PatientThere();
        var key = Guid.NewGuid();
        var form = _there.Form(slot, Visit, patient) with { PatientIsNew = null };
        using var first = await _there.Post("appointments", form, key);
        var booked = await BookingClient.Read<AppointmentView>(first);
        Assert.That((booked.Start, booked.End, booked.PatientName), Is.EqualTo((slot.Start, slot.End, "DURAND Amélie")));
        using var again = await _there.Post("appointments", form, key);
        Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()), "the same key gets the same bytes");

        Assert.That((await _there.Get<AgendaView>("agenda")).Entries.Select(e => e.Appointment?.AppointmentId), Is.EqualTo([booked.AppointmentId]));
        Assert.That((await _here.Get<AgendaView>("agenda")).Entries, Is.Empty);
        Assert.That((await _here.Get<PatientAppointments>($"patients/{_house.Patient}/appointments")).Coming, Is.Empty, "each practice keeps its own file");
        Assert.That(await Holds(), Is.Empty, "the hold became the appointment");
        Assert.That((await SlotThere()).Start, Is.GreaterThan(slot.Start));
    }

    [Test]
    public async Task A_call_holds_one_slot_wherever_it_is_and_its_end_frees_it()
    {
        await Neighbour();
        var (ours, theirs) = ((await _here.Slots(Visit, Martin))[3], await SlotThere());
        await BookingClient.Read<HeldSlot>(await _here.Hold(ours, Visit));
        await BookingClient.Read<HeldSlot>(await _there.Hold(theirs, Visit));
        Assert.That(await Holds(), Is.EqualTo([_there.Practice]), "the one here made room");
        var nadia = await _house.Takes();
        Assert.That((await nadia.Slots(Visit, Martin, $"&callId={nadia.Call}")).Select(s => s.Start), Has.Member(ours.Start), "it is free to others at once");
        Assert.That(await Free(theirs, nadia), Is.False, "what is held there is not");
        Assert.That(await Free(theirs, _here), Is.True, "her own hold does not stand in her way");
        await BookingClient.Read<HeldSlot>(await _here.Hold(ours, Visit));
        Assert.That(await Holds(), Is.EqualTo([_here.Practice]), "and back again");
        Assert.That(await Free(theirs, nadia), Is.True);

        await BookingClient.Read<HeldSlot>(await _there.Hold(theirs, Visit));
        var call = await Rows(db => db.Set<CallRecord>().SingleAsync(c => c.Id == new CallId(_here.Call!.Value)));
        await _house.Node.Services.GetRequiredService<Holds>().Carry(call, new ReleaseSlotHolds(), default);
        Assert.That(await Free(theirs, nadia), Is.True, "the caller has gone");
    }

    [Test]
    public async Task Booking_there_at_once_frees_what_was_held_here()
    {
        await Neighbour();
        await BookingClient.Read<HeldSlot>(await _here.Hold((await _here.Slots(Visit, Martin))[0], Visit));
        await BookingClient.Read<AppointmentView>(await _there.Book(await SlotThere(), Visit, await PatientThere()));
        Assert.That(await Holds(), Is.Empty);
        Assert.That(
            await Rows(db => db.Set<AgendaEvent>().Where(e => e.PracticeId == _here.Practice && e.Kind == AgendaEventKind.HoldReleased).CountAsync()), Is.EqualTo(1), "and it is written down");
    }

    [Test]
    public async Task A_slot_that_is_gone_answers_409_with_the_neighbours_alternatives()
    {
        await Neighbour();
        var slot = await SlotThere();
        var nadia = (await _house.Takes()) with { Practice = _there.Practice };
        await BookingClient.Read<HeldSlot>(await nadia.Hold(slot, Visit));
        using var lost = await _there.Hold(slot, Visit);
        Assert.That((lost.StatusCode, await lost.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, BookingProblems.SlotTaken)));
        var alternatives = JsonDocument.Parse(await lost.Content.ReadAsStringAsync()).RootElement.GetProperty(BookingProblems.AlternativesField).Deserialize<List<SlotView>>(TestJson.Options)!;
        await BookingClient.Read<HeldSlot>(await _there.Hold(alternatives[0], Visit));
    }

    [Test]
    public async Task A_patient_of_this_practice_is_no_patient_of_that_one()
    {
        await Neighbour();
        using var refused = await _there.Book(await SlotThere(), Visit, _house.Patient);
        Assert.That((int)refused.StatusCode, Is.EqualTo(422));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("\"field\":\"patientId\"").And.Not.Contain("Durand"));
    }

    [Test]
    public async Task An_emergency_on_the_call_closes_booking_there_too()
    {
        await Neighbour();
        var slot = await SlotThere();
        await _house.Store.Write((db, token) => db.Set<CallRecord>().ExecuteUpdateAsync(set => set.SetProperty(c => c.EmergencyOpen, true), token), default);
        Assert.That(await (await _there.Hold(slot, Visit)).ProblemCode(), Is.EqualTo(BookingProblems.EmergencyOpen));
    }

    [Test]
    public async Task Only_what_is_shared_may_be_booked()
    {
        await Neighbour(text => text.Replace("shares: true", "shares: true, reasons: vaccination", StringComparison.Ordinal));
        var there = _there with { Call = null };
        var slot = (await there.Slots(Visit, Martin, "&patientIsNew=true"))[0];
        using var refused = await _there.Hold(slot, Visit);
        Assert.That((int)refused.StatusCode, Is.EqualTo(422));
        using var booked = await _there.Book(slot, Visit, await PatientThere());
        Assert.That((int)booked.StatusCode, Is.EqualTo(422));
        var vaccine = (await there.Slots("vaccination", Martin, "&patientIsNew=true"))[0];
        await BookingClient.Read<HeldSlot>(await _there.Hold(vaccine, "vaccination"));
    }

    [TestCase("neighbours: {shares: false}", TestName = "Not_where_the_practice_said_no")]
    [TestCase("", TestName = "Not_where_it_said_nothing")]
    [TestCase("neighbours: {shares: [voisin-inconnu]}", TestName = "Not_where_it_named_others")]
    public async Task Without_consent_nothing_is_held_or_booked(string consent)
    {
        await Neighbour(text => text.Replace("neighbours: {shares: true}", consent, StringComparison.Ordinal));
        await IsRefused(_there);
    }

    [Test]
    public async Task What_a_practice_keeps_back_is_for_its_own_callers()
    {
        await Neighbour();
        var kept = (await SlotThere()) with { Start = new DateTimeOffset(2026, 11, 23, 17, 30, 0, TimeSpan.FromHours(1)) };
        var form = _there.Form(kept, Visit, await PatientThere()) with { PatientIsNew = null, Pool = "urgence" };
        Assert.That((await _there.Post("appointments", form)).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await _there.Post("holds", new HoldSlot(_there.Call!.Value, Visit, Martin, kept.Start, Pool: "urgence"))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await _here.Post("holds", new HoldSlot(_here.Call!.Value, Visit, Martin, kept.Start, Pool: "urgence"))).IsSuccessStatusCode, Is.True, "its own callers may");
    }

    [Test]
    public async Task The_end_of_her_assignment_to_either_practice_ends_it()
    {
        await Neighbour();
        var slot = await SlotThere();
        await _house.Withdraw(_here.Practice);
        Assert.That((await _there.Hold(slot, Visit)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await _house.Assign(_here.Practice);
        await _house.Withdraw(_there.Practice);
        Assert.That((await _there.Hold(slot, Visit)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Only_she_who_has_the_call_in_hand_may()
    {
        await Neighbour();
        var slot = await SlotThere();
        var nadia = await _house.Node.SignedIn(await _house.Node.AddUser("nadia", Roles.Agent, _here.Practice, _there.Practice));
        await IsRefused(_there with { Http = nadia }, slot);
        var staff = await _house.Node.SignedIn(await _house.Node.AddUser("roy", Roles.PracticeStaff, _there.Practice));
        await IsRefused(_there with { Http = staff }, slot);
        await _house.Store.Write(
            (db, token) => db.Set<CallRecord>().ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CallState.Closed), token), default);
        await IsRefused(_there, slot);
    }

    [Test]
    public async Task Nothing_but_holding_and_booking_is_done_for_another_practices_caller()
    {
        await Neighbour();
        var booked = await BookingClient.Read<AppointmentView>(await _there.Book(await SlotThere(), Visit, await PatientThere()));
        var other = (await (_there with { Call = null }).Slots(Visit, Martin, "&patientIsNew=true"))[5];
        var moved = await _there.Post($"appointments/{booked.AppointmentId}/move", new MoveAppointment(_there.Call, null, Martin, other.Start, booked.Version));
        var cancelled = await _there.Post($"appointments/{booked.AppointmentId}/cancel", new CancelAppointment(_there.Call, booked.Version, null));
        Assert.That((moved.StatusCode, cancelled.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    private async Task Neighbour(Func<string, string>? rules = null)
    {
        var practice = await _house.AddPractice("c-pres", rules);
        _here = await _house.Takes();
        _there = _here with { Practice = practice };
    }

    private async Task<SlotView> SlotThere() => (await _here.Get<NeighbourSlots>($"slots/neighbours?visitReason={Visit}&callId={_here.Call}")).Practices.Single().Slots[0];

    private static async Task<bool> Free(SlotView slot, BookingClient client) =>
        (await client.Get<NeighbourSlots>($"slots/neighbours?visitReason={Visit}&callId={client.Call}")).Practices.Single().Slots.Any(s => s.Start == slot.Start);

    private async Task<Guid> PatientThere() => (await BookingClient.Read<PatientView>(
        await _there.Post("patients", new SavePatient("Durand", "Amélie", null, new DateOnly(1980, 5, 4), [], null, null, [])))).PatientId;

    private async Task IsRefused(BookingClient client, SlotView? slot = null)
    {
        slot ??= (await (client with { Call = null }).Slots(Visit, Martin, "&patientIsNew=true"))[0];
        using var held = await client.Hold(slot, Visit);
        using var booked = await client.Book(slot, Visit, _house.Patient);
        Assert.That((held.StatusCode, booked.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
        Assert.That(await Holds(), Is.Empty);
    }

    private Task<List<PracticeId>> Holds() => Rows(db => db.Set<SlotHold>().Select(h => h.PracticeId).ToListAsync());

    private Task<T> Rows<T>(Func<ContactCenterDb, Task<T>> read) => _house.Store.Read((db, _) => read(db), default);
}
