using System.Net;
using ContactCenter.Server.Booking.Reading;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>A page that shows a practice's agenda hears of its changes while it waits.</summary>
[CancelAfter(120_000)]
internal sealed class AgendaNewsTests
{
    [Test]
    public async Task A_booking_is_told_to_the_practice_as_its_day_and_to_no_other()
    {
        await using var house = await BookingHouse.Open();
        var other = await house.AddPractice("cabinet-des-tilleuls", isAnswered: false);
        var (secretary, staff) = (await house.Takes(), await house.Staff());
        using var lines = await Listen(staff);
        var stranger = new BookingClient(staff.Http, other, null);
        Assert.That((await stranger.Http.GetAsync($"{stranger.Root}/agenda/news")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        var slot = (await secretary.Slots("consultation", "dr-martin"))[0];
        await BookingClient.Read<object>(await secretary.Book(slot, "consultation", house.Patient));
        Assert.That(await lines.ReadLineAsync(), Is.EqualTo($"\"{DateOnly.FromDateTime(slot.Start.DateTime):yyyy-MM-dd}\""));
    }

    [Test]
    public async Task It_says_that_it_is_there_and_ends_so_that_the_right_to_it_is_asked_again()
    {
        await using var house = await BookingHouse.Open();
        using var lines = await Listen(await house.Staff());
        var next = lines.ReadLineAsync();
        house.Time.Advance(AgendaNews.Silence);
        Assert.That(await next, Is.EqualTo("null"));
        house.Time.Advance(AgendaNews.Longest);
        Assert.That(await lines.ReadToEndAsync(), Is.EqualTo("").Or.EqualTo("null\n"));
    }

    // Once it is heard, listening has begun.
    private static async Task<StreamReader> Listen(BookingClient client)
    {
        var answer = await client.Http.GetAsync($"{client.Root}/agenda/news", HttpCompletionOption.ResponseHeadersRead);
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "application/x-ndjson")));
        var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.That(await lines.ReadLineAsync(), Is.EqualTo("null"));
        return lines;
    }
}
