using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Everybody wants the same slot at the same time: one gets it, the others are told so, nobody sees a fault.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(600_000)]
internal sealed class SameSlotRaceTests(DatabaseEngine engine)
{
    private static readonly int Slots = RaceHouse.IsNightly ? 100 : 8;
    private static readonly int Wanting = RaceHouse.IsNightly ? 64 : 16;
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));

    private BookingHouse _house = null!;
    private BookingClient[] _clients = null!;
    private Random _chance = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _house = await RaceHouse.Open(engine);
        _clients = await RaceHouse.Clients(_house, engine, Wanting);
    }

    [OneTimeTearDown]
    public async Task Close() => await _house.DisposeAsync();

    [SetUp]
    public void Seed() => _chance = new Random(RaceHouse.Seed(TestContext.CurrentContext.Test.Name));

    [Test, Order(1)]
    public async Task One_books_and_all_others_are_refused()
    {
        for (var n = 0; n < Slots; n++)
        {
            var slot = RaceHouse.Slot("p1", Tuesday.AddDays(n / 30).AddMinutes(n % 30 * 20));
            await RaceHouse.OneOf(_clients.Select(c => c.Book(slot, RaceHouse.Visit, _house.Patient)));
        }
    }

    [Test, Order(2)]
    public async Task Starts_shifted_by_five_minutes_share_a_step_and_one_wins()
    {
        for (var n = 0; n < Slots; n++)
        {
            var middle = Tuesday.AddDays(n / 15).AddMinutes(10 + (n % 15 * 40));
            await RaceHouse.OneOf(_clients.Select(c => c.Book(RaceHouse.Slot("p2", middle.AddMinutes(5 * _chance.Next(-1, 2))), RaceHouse.Visit, _house.Patient)));
        }
    }

    [Test, Order(3)]
    public async Task Moves_into_one_slot_leave_the_losers_where_they_were()
    {
        var own = new List<AppointmentView>();
        foreach (var (client, n) in _clients.Select((c, n) => (c, n)))
            own.Add(await BookingClient.Read<AppointmentView>(await client.Book(RaceHouse.Slot("p3", Tuesday.AddDays(n / 30).AddMinutes(n % 30 * 20)), RaceHouse.Visit, _house.Patient)));
        var target = Tuesday.AddDays(3);
        await RaceHouse.OneOf(
            _clients.Select((c, n) => c.Post($"appointments/{own[n].AppointmentId}/move", new MoveAppointment(c.Call, null, "p4", target, own[n].Version))), HttpStatusCode.OK);
        var after = await RaceHouse.IsSound(_house);
        Assert.That(after.Count(a => a.PractitionerId.Value == "p3"), Is.EqualTo(Wanting - 1));
    }

    [Test, Order(4)]
    public async Task Cancelled_slot_is_won_again_by_one()
    {
        var slot = RaceHouse.Slot("p5", Tuesday.AddHours(1));
        for (var n = 0; n < Slots; n++)
        {
            var winner = await RaceHouse.OneOf(_clients.Select(c => c.Book(slot, RaceHouse.Visit, _house.Patient)));
            var booked = await BookingClient.Read<AppointmentView>(winner);
            await BookingClient.Read<AppointmentView>(await _clients[0].Post($"appointments/{booked.AppointmentId}/cancel", new CancelAppointment(_clients[0].Call, 1, null)));
        }
    }

    [Test, Order(5)]
    public async Task Quota_over_all_calendars_is_never_exceeded()
    {
        var answers = await Task.WhenAll(_clients.Select((c, n) =>
            c.Book(RaceHouse.Slot(RaceHouse.Practitioners[n % 5], Tuesday.AddDays(8).AddMinutes(n / 5 * 30)), RaceHouse.Counted, _house.Patient)));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(RaceHouse.MostCounted));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity), Is.EqualTo(Wanting - RaceHouse.MostCounted));
    }

    [TearDown]
    public Task Sound() => RaceHouse.IsSound(_house);
}
