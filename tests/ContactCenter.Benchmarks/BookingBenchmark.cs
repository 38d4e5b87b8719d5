using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using ContactCenter.Contracts.Booking;
using Npgsql;

namespace ContactCenter.Benchmarks;

/// <summary>
/// Bookings over HTTP with PostgreSQL against transactions of bare SQL that write the same rows, and what a search costs as appointments
/// grow. Needs a server it may make databases on: <c>CONTACTCENTER_BENCH_POSTGRES</c>, a connection string without a database.
/// </summary>
internal static class BookingBenchmark
{
    private const int Runs = 5;
    private const int AtOnce = 32;

    public static async Task Run(string[] options)
    {
        var count = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 500;
        var most = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 100_000;
        await using var house = await BookingBenchHouse.Open();
        List<double> ours = [], raw = [], tails = [];
        var next = 1;
        using (var first = await house.Http.SendAsync(house.Booking(0)()))
        {
            if (!first.IsSuccessStatusCode)
                throw new InvalidOperationException($"The first booking failed: {await first.Content.ReadAsStringAsync()}");
        }

        for (var run = -1; run < Runs; run++)
        {
            var booked = await Client.Send(house.Http, [.. Enumerable.Range(next, count).Select(house.Booking)], AtOnce);
            next += count;
            if (booked.Failures > 0)
                throw new InvalidOperationException($"{booked.Failures} of {count} bookings failed.");
            var bare = await RawBookings(house, count);
            if (run < 0)
            {
                await house.Analyze();
                continue;
            }

            ours.Add(booked.PerSecond);
            raw.Add(bare);
            tails.Add(Figures.Percentile(booked.Milliseconds, 0.99));
        }

        Figures.Print("bookings over HTTP, PostgreSQL, 32 at once", ours, "/s");
        Figures.Print("  p99", tails, "ms");
        Figures.Print("bare SQL transactions of the same rows", raw, "/s");
        Figures.PrintRatio("booking / bare transaction", Figures.Median(ours) / Figures.Median(raw), ">= 0.25, and >= 500/s");
        await Growth(house, most);
    }

    /// <summary>The last booking's rows written again under other keys: lock, appointment, steps, history and remembered answer in one transaction.</summary>
    private static async Task<double> RawBookings(BookingBenchHouse house, int count)
    {
        var (sql, next) = (await house.CopyOfOneBooking(), -1);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            await using var connection = await house.Data.OpenConnectionAsync();
            while (Interlocked.Increment(ref next) < count)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                foreach (var statement in sql)
                {
                    await using var command = new NpgsqlCommand(statement, connection, transaction);
                    command.Parameters.AddWithValue("id", Guid.CreateVersion7());
                    command.Parameters.AddWithValue("whose", $"raw-{Guid.NewGuid():N}");
                    await command.ExecuteNonQueryAsync();
                }

                await transaction.CommitAsync();
            }
        }));
        return count / clock.Elapsed.TotalSeconds;
    }

    private static async Task Growth(BookingBenchHouse house, int most)
    {
        for (var appointments = 1_000; appointments <= most; appointments *= 10)
        {
            await house.GrowTo(appointments);
            var one = await Search(house, "&practitioner=p01&days=28&take=500");
            var all = await Search(house, "&days=56&take=500&each=1");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{$"{appointments:N0} appointments: 1 x 4 weeks over HTTP",-52} p50 {Figures.Median(one),8:N1} ms  p99 {Figures.Percentile(one, 0.99),8:N1} ms  goal p99 <= 30 ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{"  first availability of 20 in 8 weeks over HTTP",-52} p50 {Figures.Median(all),8:N1} ms  p99 {Figures.Percentile(all, 0.99),8:N1} ms"));
        }
    }

    private static async Task<List<double>> Search(BookingBenchHouse house, string what)
    {
        List<double> times = [];
        for (var n = -20; n < 200; n++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await house.Http.GetAsync($"{BookingBenchHouse.Root}/slots?visitReason=visite&patientIsNew=false{what}");
            var found = (await answer.Content.ReadFromJsonAsync<FoundSlots>())!;
            if (n >= 0)
                times.Add(clock.Elapsed.TotalMilliseconds);
            if (found.Slots.Count == 0)
                throw new InvalidOperationException("Nothing found: nothing measured.");
        }

        return times;
    }
}
