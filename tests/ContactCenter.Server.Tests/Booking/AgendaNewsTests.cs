using System.Net;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>A page that shows a practice's agenda hears of its changes while it waits.</summary>
[CancelAfter(120_000)]
internal sealed class AgendaNewsTests
{
    [Test]
    public async Task A_booking_is_told_to_the_practice_as_its_day_and_to_no_other(CancellationToken cancellationToken)
    {
        await using var house = await BookingHouse.Open();
        var other = await house.AddPractice("cabinet-des-tilleuls", isAnswered: false);
        var (secretary, staff) = (await house.Takes(), await house.Staff());
        using var lines = await Listen(staff);
        var stranger = new BookingClient(staff.Http, other, null);
        Assert.That((await stranger.Http.GetAsync($"{stranger.Root}/agenda/news", cancellationToken)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        house.Node.Services.GetRequiredService<AgendaSignals>().Raise(other.Value, new DateOnly(2026, 12, 24));
        var slot = (await secretary.Slots("consultation", "dr-martin"))[0];
        await BookingClient.Read<object>(await secretary.Book(slot, "consultation", house.Patient));
        Assert.That(await lines.ReadLineAsync(cancellationToken), Is.EqualTo($"\"{DateOnly.FromDateTime(slot.Start.DateTime):yyyy-MM-dd}\""));
    }

    [Test]
    public async Task It_says_that_it_is_there_and_ends_with_the_right_to_it(CancellationToken cancellationToken)
    {
        await using var house = await BookingHouse.Open();
        var staff = await house.Staff();
        using var lines = await Listen(staff);
        Assert.That(await Next(house, lines, cancellationToken), Is.EqualTo("null"));
        await house.Store.Write((db, token) => db.Set<PracticeMember>().Where(m => m.PracticeId == house.Practice).ExecuteDeleteAsync(token), default);
        string? line;
        for (var more = 0; (line = await Next(house, lines, cancellationToken)) is not null && more < 3; more++)
            Assert.That(line, Is.EqualTo("null"), "one may have been on its way");
        Assert.That(line, Is.Null);
    }

    [Test]
    public async Task It_lasts_an_hour_at_most(CancellationToken cancellationToken)
    {
        await using var house = await BookingHouse.Open();
        using var lines = await Listen(await house.Staff());
        house.Time.Advance(AgendaNews.Longest);
        while (await Next(house, lines, cancellationToken) is { } line)
            Assert.That(line, Is.EqualTo("null"));
    }

    // The server begins to count its silence only once it has said something: time passes until it says the next.
    private static async Task<string?> Next(BookingHouse house, StreamReader lines, CancellationToken cancellationToken)
    {
        var next = lines.ReadLineAsync(cancellationToken).AsTask();
        while (!next.IsCompleted)
        {
            house.Time.Advance(AgendaNews.Silence);
            await Task.Delay(20, cancellationToken);
        }
        return await next;
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
