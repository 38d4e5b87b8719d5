using System.Collections.Concurrent;
using System.Net;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>One history: secretaries who hold, book, move and cancel at random on one day, and what each of them was told.</summary>
internal sealed class BookingHistory(Guid patient, DateTimeOffset opens)
{
    private static readonly HttpStatusCode[] Refusals = [HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound];

    private readonly ConcurrentBag<AppointmentView> _told = [];

    /// <summary>Every appointment that was answered, once for each of its versions.</summary>
    public IReadOnlyCollection<AppointmentView> Told => _told;

    public async Task Act(BookingClient client, int times, Random chance)
    {
        HeldSlot? held = null;
        for (var n = 0; n < times; n++)
        {
            var answer = chance.Next(6) switch
            {
                0 => await client.Post("holds", new HoldSlot(client.Call!.Value, RaceHouse.Visit, Anybody(chance), Sometime(chance))),
                1 or 2 => await client.Book(Wanted(held, chance), chance.Next(3) == 0 ? RaceHouse.Counted : RaceHouse.Visit, patient),
                3 or 4 when Known(chance) is { } moved =>
                    await client.Post($"appointments/{moved.AppointmentId}/move", new MoveAppointment(client.Call, held?.HoldId, Anybody(chance), Sometime(chance), moved.Version)),
                5 when Known(chance) is { } dropped =>
                    await client.Post($"appointments/{dropped.AppointmentId}/cancel", new CancelAppointment(client.Call, dropped.Version, null)),
                _ when held is not null => await client.Delete($"holds/{held.HoldId}"),
                _ => await client.Book(Wanted(held, chance), RaceHouse.Visit, patient),
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

    private AppointmentView? Known(Random chance) => _told.ToArray() is { Length: > 0 } told ? told[chance.Next(told.Length)] : null;

    private SlotView Wanted(HeldSlot? held, Random chance) =>
        held is not null && chance.Next(2) == 0 ? RaceHouse.Slot(held.PractitionerId, held.Start) : RaceHouse.Slot(Anybody(chance), Sometime(chance));

    private static string Anybody(Random chance) => RaceHouse.Practitioners[chance.Next(RaceHouse.Practitioners.Count)];

    private DateTimeOffset Sometime(Random chance) => opens.AddMinutes(5 * chance.Next(100));
}
