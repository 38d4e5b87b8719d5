using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>A call may end, and its hold go, while the booking that it was for is being written.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(120_000)]
internal sealed class HoldLostMeanwhileTests(DatabaseEngine engine)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));

    private BookingHouse _house = null!;

    [SetUp]
    public async Task Open() => _house = await RaceHouse.Open(engine);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task The_appointment_takes_its_steps_all_the_same([Values] bool isGone)
    {
        var claire = await _house.Takes();
        Assert.That((await claire.Hold(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit)).IsSuccessStatusCode, Is.True);
        var appointment = new AppointmentId(Guid.CreateVersion7());

        await _house.Store.Write(
            async (db, token) =>
            {
                var read = await CalendarRows.Holds(db, _house.Practice, new CallId(claire.Call!.Value), token);
                if (isGone)
                    await CalendarRows.Release(db, _house.Practice, read.Single().Id, token);
                await CalendarRows.Take(db, _house.Practice, read.Single().Slot, appointment, read.Single(), token);
            },
            default);

        var steps = await _house.Store.Read((db, token) => db.Set<Occupancy>().Where(o => o.PracticeId == _house.Practice).ToListAsync(token), default);
        Assert.That(steps, Has.Count.EqualTo(3).And.All.Matches<Occupancy>(s => s.AppointmentId == appointment && s.HoldId == null));
        Assert.That(await _house.Store.Read((db, token) => db.Set<SlotHold>().AnyAsync(token), default), Is.False);
    }

    [Test]
    public async Task One_that_another_took_in_between_is_not_taken_twice()
    {
        var (claire, nadia) = (await _house.Takes(), await _house.Takes());
        await claire.Hold(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit);
        var lost = (await _house.Store.Read((db, token) => db.Set<SlotHold>().ToListAsync(token), default)).Single();
        await _house.Store.Write((db, token) => CalendarRows.Release(db, _house.Practice, lost.Id, token), default);
        await BookingClient.Read<AppointmentView>(await nadia.Book(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit, _house.Patient));

        Assert.That(
            () => _house.Store.Write((db, token) => CalendarRows.Take(db, _house.Practice, lost.Slot, new AppointmentId(Guid.CreateVersion7()), lost, token), default),
            Throws.InstanceOf<DbUpdateException>().And.Matches<DbUpdateException>(UniqueViolation.Caused));
    }
}
