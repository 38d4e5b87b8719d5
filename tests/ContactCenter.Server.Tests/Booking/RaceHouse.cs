using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Five calendars with one quota over them all, at two servers where the engine allows, and what must hold of them whatever happened.</summary>
internal static class RaceHouse
{
    public const string Visit = "visite";
    public const string Counted = "bilan";
    public const int MostCounted = 4;

    public static readonly bool IsNightly = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1";

    public static IReadOnlyList<string> Practitioners { get; } = ["p1", "p2", "p3", "p4", "p5"];

    public static string Rules => $$"""
        booking: cabinet-des-lilas
        version: 1
        author: Dr Hélène Martin
        since: 2026-01-05
        zone: Europe/Paris
        holidays: metropole
        grid_minutes: 5
        horizon_days: 180
        practitioners:
        {{string.Join('\n', Practitioners.Select(p => $"  {p}: {Practitioner(p)}"))}}
        reasons:
          visite: {label: Visite, minutes: {{EachFor(15)}}, charge_cents: 3000}
          bilan: {label: Bilan, minutes: {{EachFor(30)}} }
        quotas:
          bilans: {label: Bilans, counted: together, reasons: bilan, per: day, most: {{MostCounted}} }
        """;

    public static async Task<BookingHouse> Open(DatabaseEngine engine)
    {
        var house = await BookingHouse.Open(engine, Rules);
        if (engine != DatabaseEngine.Sqlite)
            house.AddNode();
        return house;
    }

    /// <summary>Secretaries spread over the nodes.</summary>
    public static async Task<BookingClient[]> Clients(BookingHouse house, DatabaseEngine engine, int count)
    {
        var clients = new BookingClient[count];
        for (var i = 0; i < count; i++)
            clients[i] = await house.Takes(engine == DatabaseEngine.Sqlite ? 0 : i % 2);
        return clients;
    }

    public static SlotView Slot(string practitioner, DateTimeOffset start) => new(practitioner, practitioner, start, start.AddMinutes(15));

    /// <summary>One of all who ask wins, all others are told of the conflict, nobody of a fault. Returns the winner's answer.</summary>
    public static async Task<HttpResponseMessage> OneOf(IEnumerable<Task<HttpResponseMessage>> wishes, HttpStatusCode won = HttpStatusCode.Created)
    {
        var answers = await Task.WhenAll(wishes);
        Assert.That(
            (answers.Count(a => a.StatusCode == won), answers.Count(a => a.StatusCode == HttpStatusCode.Conflict)), Is.EqualTo((1, answers.Length - 1)),
            string.Join(" ", answers.GroupBy(a => a.StatusCode).Select(g => $"{g.Count()} x {g.Key}")));
        return answers.Single(a => a.StatusCode == won);
    }

    public static int Seed(string what)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONTACTCENTER_SEED"), out var given) ? given : Random.Shared.Next(1_000_000_000);
        TestContext.Out.WriteLine($"{what}: seed {seed} (CONTACTCENTER_SEED repeats it)");
        return seed;
    }

    /// <summary>Every appointment and hold has exactly its steps, no step belongs to nobody, no quota is exceeded. Returns the appointments.</summary>
    public static Task<List<Appointment>> IsSound(BookingHouse house) => IsSound(house.Store);

    /// <inheritdoc cref="IsSound(BookingHouse)"/>
    public static async Task<List<Appointment>> IsSound(Store store) => await store.Read(
        async (db, token) =>
        {
            var appointments = await db.Set<Appointment>().ToListAsync(token);
            var holds = await db.Set<SlotHold>().ToListAsync(token);
            var taken = (await db.Set<Occupancy>().ToListAsync(token)).Select(o => (o.ResourceId.Value, o.Lane, o.Step, Owner: o.AppointmentId?.Value ?? o.HoldId?.Value)).ToHashSet();
            var owed = appointments.Where(a => a.State != AppointmentState.Cancelled).SelectMany(a => Steps(a.Slot).Select(s => (s.Resource, s.Lane, s.Step, Owner: (Guid?)a.Id.Value)))
                .Concat(holds.SelectMany(h => Steps(h.Slot).Select(s => (s.Resource, s.Lane, s.Step, Owner: (Guid?)h.Id.Value)))).ToList();
            Assert.That(owed.Select(o => (o.Resource, o.Lane, o.Step)), Is.Unique, "two at one time");
            Assert.That(taken.SetEquals(owed), Is.True, "steps without an owner, or an owner without steps");
            var counted = appointments.Where(a => a.ReasonId.Value == Counted && a.State != AppointmentState.Cancelled).GroupBy(a => a.Start.InUtc().Date).Select(g => g.Count());
            Assert.That(counted, Has.All.LessThanOrEqualTo(MostCounted), "the quota");
            return appointments;
        },
        default);

    private static IEnumerable<(string Resource, int Lane, int Step)> Steps(Slot slot) =>
        from occupied in slot.Occupies
        from step in Enumerable.Range(Step.At(slot.Start), Step.AtOrAfter(slot.End) - Step.At(slot.Start))
        select (occupied.Resource.Value, occupied.Lane, step);

    private static string Practitioner(string name) =>
        $$"""{name: Dr {{name}}, specialty: Médecine générale, openings: [{days: [monday, tuesday, wednesday, thursday, friday], from: "08:00", to: "18:00"}]}""";

    private static string EachFor(int minutes) => $"{{{string.Join(", ", Practitioners.Select(p => $"{p}: {minutes}"))}}}";
}
