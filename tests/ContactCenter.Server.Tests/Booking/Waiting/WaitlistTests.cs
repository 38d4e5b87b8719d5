using System.Net;
using System.Text;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Booking.Waiting;

/// <summary>A slot that becomes free goes to one waiting patient after the other, and to nobody else meanwhile.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(600_000)]
internal sealed class WaitlistTests(DatabaseEngine engine)
{
    private WaitingHouse _house = null!;

    [SetUp]
    public async Task Open() => _house = await WaitingHouse.Open(engine);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task A_cancelled_slot_is_offered_refused_offered_on_and_booked_and_its_refill_time_is_kept()
    {
        var (slot, appointment) = await _house.Booked();
        var (first, second) = (await _house.Patient("Bernard"), await _house.Patient("Caron"));
        await _house.Waits(second);
        await _house.Waits(first, WaitlistUrgency.Pressing);
        var lea = await _house.Idle("lea");
        await _house.Cancel(appointment);
        await _house.After(TimeSpan.Zero);
        Assert.That(await WaitingHouse.Take(lea), Is.Null, "whoever cancelled may think better of it");
        await _house.After(TimeSpan.FromSeconds(61));
        Assert.That((await _house.InCall.Slots(WaitingHouse.Visit, WaitingHouse.Martin, "&from=2026-11-26&days=1")).Select(s => s.Start), Has.None.EqualTo(slot.Start), "it is kept");
        var task = (await WaitingHouse.Take(lea))!;
        Assert.That((task.PatientId, task.Kind, task.Offered!.Start, task.Note), Is.EqualTo((first, CallTaskReason.SlotOffer, slot.Start, "préfère le matin")));
        Assert.That(task.Phones, Is.EqualTo(["+33612345678"]));
        await BookingClient.Read<CallTaskSettled>(await WaitingHouse.Settle(lea, task, TaskOutcome.Refused));
        await _house.After(TimeSpan.FromSeconds(30));
        task = (await WaitingHouse.Take(lea))!;
        Assert.That(task.PatientId, Is.EqualTo(second), "the next one");
        var settled = await BookingClient.Read<CallTaskSettled>(await WaitingHouse.Settle(lea, task, TaskOutcome.Accepted));
        Assert.That((settled.Appointment!.PatientId, settled.Appointment.Start), Is.EqualTo((second, slot.Start)));
        var refills = await _house.Staff.Get<RefillView>("waitlist/refills");
        Assert.That((refills.Released, refills.Refilled, refills.ByWaitlist, refills.MedianMinutes, refills.Latest[0].Offers), Is.EqualTo((1, 1, 1, (int?)2, 2)));
        var list = await _house.Staff.Get<List<WaitlistEntryView>>("waitlist?all=true");
        Assert.That(list.Select(e => (e.PatientId, e.State)), Is.EqualTo([(first, WaitlistState.Waiting), (second, WaitlistState.Booked)]));
        await RaceHouse.IsSound(_house.House);
    }

    [Test]
    public async Task An_offer_that_runs_out_goes_to_the_next_and_in_the_end_to_everybody()
    {
        var (slot, appointment) = await _house.Booked();
        await _house.Waits(await _house.Patient("Bernard"), WaitlistUrgency.Pressing);
        await _house.Waits(await _house.Patient("Caron"));
        await _house.Cancel(appointment);
        await _house.After(TimeSpan.FromSeconds(61));
        await _house.After(TimeSpan.FromMinutes(13));
        await _house.After(TimeSpan.FromMinutes(13));
        var offers = await _house.All(db => db.Set<SlotOffer>().OrderBy(o => o.OfferedAt));
        Assert.That(offers.Select(o => o.State), Is.EqualTo([SlotOfferState.Expired, SlotOfferState.Expired]));
        Assert.That(offers[0].EntryId, Is.Not.EqualTo(offers[1].EntryId));
        Assert.That((await _house.InCall.Slots(WaitingHouse.Visit, WaitingHouse.Martin, "&from=2026-11-26&days=1")).Select(s => s.Start), Has.Some.EqualTo(slot.Start));
        Assert.That(await WaitingHouse.Take(await _house.Idle("lea")), Is.Null, "tasks end with what they stand on");
        await RaceHouse.IsSound(_house.House);
    }

    [Test]
    public async Task An_offer_that_ran_out_in_mid_call_cannot_be_taken()
    {
        var (_, appointment) = await _house.Booked();
        await _house.Waits(await _house.Patient("Bernard"));
        await _house.Cancel(appointment);
        await _house.After(TimeSpan.FromSeconds(61));
        var lea = await _house.Idle("lea");
        var task = (await WaitingHouse.Take(lea))!;
        _house.House.Time.Advance(TimeSpan.FromMinutes(13));
        var answer = await WaitingHouse.Settle(lea, task, TaskOutcome.Accepted);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Servers_that_look_at_once_offer_one_slot_once()
    {
        var (_, appointment) = await _house.Booked();
        for (var n = 0; n < 4; n++)
            await _house.Waits(await _house.Patient($"Durand{(char)('a' + n)}"));
        await _house.Cancel(appointment);
        _house.House.Time.Advance(TimeSpan.FromSeconds(61));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _house.After(TimeSpan.Zero)));
        Assert.That(await _house.All(db => db.Set<SlotOffer>()), Has.Count.EqualTo(1));
        await RaceHouse.IsSound(_house.House);
    }

    [Test]
    public async Task Of_agents_who_take_at_once_each_gets_another_task()
    {
        for (var n = 0; n < 2; n++)
        {
            var (_, appointment) = await _house.Booked(2 + (4 * n));
            await _house.Waits(await _house.Patient($"Durand{(char)('a' + n)}"));
            await _house.Cancel(appointment);
        }

        await _house.After(TimeSpan.FromSeconds(61));
        var agents = new List<BookingClient>();
        for (var n = 0; n < 4; n++)
            agents.Add(await _house.Idle($"agent{n}", engine == DatabaseEngine.Sqlite ? 0 : n % 2));
        var taken = await Task.WhenAll(agents.Select(WaitingHouse.Take));
        Assert.That(taken.Count(t => t is not null), Is.EqualTo(2));
        Assert.That(taken.OfType<CallTaskView>().Select(t => t.TaskId), Is.Unique);
    }

    [Test]
    public async Task Who_asked_not_to_be_rung_keeps_her_place_and_is_not_offered_anything()
    {
        var (_, appointment) = await _house.Booked();
        await _house.Waits(await _house.Patient("Bernard", PatientFlag.DoNotCall));
        await _house.Cancel(appointment);
        await _house.After(TimeSpan.FromSeconds(61));
        Assert.That(await _house.All(db => db.Set<SlotOffer>()), Is.Empty);
        Assert.That((await _house.Staff.Get<List<WaitlistEntryView>>("waitlist")).Single().State, Is.EqualTo(WaitlistState.Waiting));
    }

    [Test]
    public async Task A_slot_that_begins_within_the_hour_is_left_to_callers()
    {
        var soon = (await _house.InCall.Slots(WaitingHouse.Visit, WaitingHouse.Martin, "&from=2026-11-23&days=1"))[0];
        var today = await BookingClient.Read<AppointmentView>(await _house.InCall.Book(soon, WaitingHouse.Visit, _house.House.Patient));
        await _house.Waits(await _house.Patient("Caron"));
        await _house.Cancel(today);
        await _house.After(TimeSpan.FromSeconds(61));
        Assert.That(await _house.All(db => db.Set<SlotOffer>()), Is.Empty);
    }

    [Test]
    public async Task A_slot_that_a_caller_takes_first_counts_as_filled_without_the_list()
    {
        var (slot, appointment) = await _house.Booked();
        await _house.Cancel(appointment);
        _house.House.Time.Advance(TimeSpan.FromMinutes(3));
        await BookingClient.Read<AppointmentView>(await _house.InCall.Book(slot, WaitingHouse.Visit, await _house.Patient("Petit")));
        await _house.After(TimeSpan.FromMinutes(6));
        var refills = await _house.Staff.Get<RefillView>("waitlist/refills");
        Assert.That((refills.Refilled, refills.ByWaitlist, refills.MedianMinutes), Is.EqualTo((1, 0, (int?)3)));
    }

    [Test]
    public async Task What_is_noted_of_a_waiting_patient_is_sealed_at_rest()
    {
        await _house.Waits(await _house.Patient("Bernard"));
        var box = (await _house.All(db => db.Set<WaitlistEntry>())).Single().Box!;
        Assert.That(Encoding.UTF8.GetString(box), Does.Not.Contain("matin"));
    }

    [Test]
    public async Task Whoever_leaves_the_list_gives_her_offer_to_the_next()
    {
        var (_, appointment) = await _house.Booked();
        var entry = await _house.Waits(await _house.Patient("Bernard"), WaitlistUrgency.Soon);
        var other = await _house.Patient("Caron");
        await _house.Waits(other);
        await _house.Cancel(appointment);
        await _house.After(TimeSpan.FromSeconds(61));
        Assert.That((await BookingClient.Read<WaitlistEntryView>(await _house.Staff.Delete($"waitlist/{entry.EntryId}"))).State, Is.EqualTo(WaitlistState.Withdrawn));
        await _house.After(TimeSpan.FromSeconds(1));
        Assert.That((await WaitingHouse.Take(await _house.Idle("lea")))!.PatientId, Is.EqualTo(other));
    }

    [Test]
    public async Task Patients_who_are_merged_take_their_place_along()
    {
        var (kept, gone) = (await _house.Patient("Bernard"), await _house.Patient("Bernart"));
        await _house.Waits(gone);
        var (one, other) = (await _house.InCall.Get<PatientView>($"patients/{kept}"), await _house.InCall.Get<PatientView>($"patients/{gone}"));
        var merged = await _house.Staff.Post($"patients/{kept}/merge", new MergePatients(gone, one.Version, other.Version));
        Assert.That((int)merged.StatusCode, Is.LessThan(300), await merged.Content.ReadAsStringAsync());
        Assert.That((await _house.Staff.Get<List<WaitlistEntryView>>("waitlist")).Select(e => e.PatientId), Is.EqualTo([kept]));
    }
}
