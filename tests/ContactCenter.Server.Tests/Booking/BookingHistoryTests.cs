using System.Collections.Concurrent;
using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Eight secretaries do whatever they like on five calendars at once; afterwards the rows are what they were told, no more and no less.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(3_600_000)]
internal sealed class BookingHistoryTests(DatabaseEngine engine)
{
    private const int People = 8;
    private static readonly int Acts = RaceHouse.IsNightly ? 10_000 : 480;
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));
    private static readonly HttpStatusCode[] Refusals = [HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound];

    private readonly ConcurrentBag<AppointmentView> _told = [];
    private BookingHouse _house = null!;

    [Test]
    public async Task Nothing_overlaps_nothing_told_is_lost_and_no_change_overwrites_another()
    {
        var seed = RaceHouse.Seed("history");
        _house = await RaceHouse.Open(engine);
        await using var _ = _house;
        var clients = await RaceHouse.Clients(_house, engine, People);
        await Task.WhenAll(clients.Select((client, n) => Act(client, new Random(seed + n))));

        var rows = (await RaceHouse.IsSound(_house)).ToDictionary(a => a.Id.Value);
        var told = _told.GroupBy(a => a.AppointmentId).ToDictionary(g => g.Key, g => g.OrderBy(a => a.Version).ToList());
        Assert.That(rows.Keys, Is.EquivalentTo(told.Keys), "each booking told stands, and no other");
        foreach (var (id, versions) in told)
        {
            Assert.That(versions.Select(v => v.Version), Is.EqualTo(Enumerable.Range(1, versions.Count)), "each change was made to the one before it");
            var (row, last) = (rows[id], versions[^1]);
            Assert.That(
                (row.Version, $"{row.State}", row.PractitionerId.Value, row.Start.ToDateTimeOffset()),
                Is.EqualTo((last.Version, $"{last.State}", last.PractitionerId, last.Start.ToUniversalTime())));
        }

        await HistorySaysTheSame(rows);
        TestContext.Out.WriteLine($"{_told.Count} changes of {rows.Count} appointments");
        Assert.That(_told.Count - rows.Count, Is.GreaterThan(Acts / 50), "too little happened for this to mean anything");
    }

    private async Task Act(BookingClient client, Random chance)
    {
        HeldSlot? held = null;
        for (var n = 0; n < Acts / People; n++)
        {
            var answer = chance.Next(6) switch
            {
                0 => await client.Post("holds", new HoldSlot(client.Call!.Value, RaceHouse.Visit, Anybody(chance), Sometime(chance))),
                1 or 2 => await client.Book(Wanted(held, chance), chance.Next(3) == 0 ? RaceHouse.Counted : RaceHouse.Visit, _house.Patient),
                3 or 4 when Known(chance) is { } moved =>
                    await client.Post($"appointments/{moved.AppointmentId}/move", new MoveAppointment(client.Call, held?.HoldId, Anybody(chance), Sometime(chance), moved.Version)),
                5 when Known(chance) is { } dropped =>
                    await client.Post($"appointments/{dropped.AppointmentId}/cancel", new CancelAppointment(client.Call, dropped.Version, null)),
                _ when held is not null => await client.Delete($"holds/{held.HoldId}"),
                _ => await client.Book(Wanted(held, chance), RaceHouse.Visit, _house.Patient),
            };
            held = await Heard(answer);
        }
    }

    private async Task<HeldSlot?> Heard(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            Assert.That(Refusals, Does.Contain(answer.StatusCode), await answer.Content.ReadAsStringAsync());
        if (!answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NoContent)
            return null;
        if (answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/holds", StringComparison.Ordinal))
            return await BookingClient.Read<HeldSlot>(answer);
        _told.Add(await BookingClient.Read<AppointmentView>(answer));
        return null;
    }

    /// <summary>What an appointment's lines say last is what its row says.</summary>
    private async Task HistorySaysTheSame(Dictionary<Guid, Appointment> rows)
    {
        var events = (await _house.Store.Read((db, token) => db.Set<AgendaEvent>().ToListAsync(token), default)).ToLookup(e => e.Subject);
        foreach (var row in rows.Values)
        {
            var changes = events[row.Id.Value].Where(e => e.Kind is not AgendaEventKind.MovedOut).ToList();
            Assert.That(changes, Has.Count.EqualTo(row.Version), "one line for each change");
            Assert.That(changes.Select(e => (e.ResourceId.Value, e.Start, e.End)), Does.Contain((row.PractitionerId.Value, row.Start, row.End)));
        }
    }

    private AppointmentView? Known(Random chance) => _told.ToArray() is { Length: > 0 } told ? told[chance.Next(told.Length)] : null;

    private static SlotView Wanted(HeldSlot? held, Random chance) =>
        held is not null && chance.Next(2) == 0 ? RaceHouse.Slot(held.PractitionerId, held.Start) : RaceHouse.Slot(Anybody(chance), Sometime(chance));

    private static string Anybody(Random chance) => RaceHouse.Practitioners[chance.Next(RaceHouse.Practitioners.Count)];

    private static DateTimeOffset Sometime(Random chance) => Tuesday.AddMinutes(5 * chance.Next(100));
}
