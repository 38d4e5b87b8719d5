using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>
/// Eight secretaries do whatever they like on five calendars at once, ten thousand times in twenty histories, each in a week of its own; afterwards the
/// rows are what they were told, no more and no less. A thousand histories by night.
/// </summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(3 * 3_600_000)]
internal sealed class BookingHistoryTests(DatabaseEngine engine)
{
    private const int People = 8;
    private const int Histories = 20;
    private const int Acts = 500;
    private static readonly int Houses = RaceHouse.IsNightly ? 50 : 1;
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));

    private BookingHouse _house = null!;

    [Test]
    public async Task Nothing_overlaps_nothing_told_is_lost_and_no_change_overwrites_another()
    {
        var seed = RaceHouse.Seed("history");
        for (var n = 0; n < Houses; n++)
            await Live(seed + People * Histories * n);
    }

    private async Task Live(int seed)
    {
        _house = await RaceHouse.Open(engine);
        await using var _ = _house;
        var clients = await RaceHouse.Clients(_house, engine, People);
        List<AppointmentView> all = [];
        for (var n = 0; n < Histories; n++)
        {
            var (history, first) = (new BookingHistory(_house.Patient, Tuesday.AddDays(7 * n)), seed + People * n);
            await Task.WhenAll(clients.Select((client, who) => history.Act(client, Acts / People, new Random(first + who))));
            all.AddRange(history.Told);
        }

        var rows = (await RaceHouse.IsSound(_house)).ToDictionary(a => a.Id.Value);
        var told = all.GroupBy(a => a.AppointmentId).ToDictionary(g => g.Key, g => g.OrderBy(a => a.Version).ToList());
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
        TestContext.Out.WriteLine($"seed {seed}: {all.Count} changes of {rows.Count} appointments");
        Assert.That(all.Count - rows.Count, Is.GreaterThan(Histories * Acts / 50), "too little happened for this to mean anything");
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
}
