using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ContactCenter.Server.Routing;
using ContactCenter.TwilioSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Benchmarks;

/// <summary>From the commit that makes an offer to the console that shows it, with many consoles open: against an echo over a bare hub with as many.</summary>
internal static class OfferBenchmark
{
    // Rounds that are not counted: until then the runtime compiles what runs often.
    private const int WarmUp = 200;

    // Between two calls: seven a second, more than five hundred agents with calls of two minutes answer.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    public static async Task Run(string[] options)
    {
        var consoles = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 500;
        var rounds = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 200;
        var echo = await Echo(consoles, rounds);
        var (offer, wake) = await Offers(consoles, rounds);
        Print("echo over a bare hub", echo);
        Print("key pressed to offer shown", wake);
        Print("offer committed to offer shown", offer);
        Figures.PrintRatio("offer / echo, p50", Figures.Percentile(offer, 0.5) / Figures.Percentile(echo, 0.5), "<= 1.5");
    }

    private static void Print(string what, List<double> ms) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-40} p50 {Figures.Percentile(ms, 0.5),8:N2} ms   p99 {Figures.Percentile(ms, 0.99),8:N2} ms   ({ms.Count})"));

    private static async Task<List<double>> Echo(int consoles, int rounds)
    {
        var (app, address) = await BenchServer.Bare(app => app.MapHub<EchoHub>("/echo"), services => services.AddSignalR());
        await using var _ = app;
        using var process = OfferConsoles.Start(OfferConsoles.EchoName, address, $"{consoles}", $"{WarmUp}", $"{rounds}");
        List<double> times = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            times.Add(double.Parse(line, CultureInfo.InvariantCulture));
        await process.WaitForExitAsync();
        return times;
    }

    private static async Task<(List<double> FromCommit, List<double> FromKey)> Offers(int consoles, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-offers-").FullName;
        var port = BenchServer.FreePort();
        var address = $"http://127.0.0.1:{port}";
        ConcurrentDictionary<Guid, long> committed = new();
        AwaitOffer stamp = _ => made => committed.TryAdd(made.Call.Id.Value, Stopwatch.GetTimestamp());
        await using var server = await BenchServer.Ours(
            folder, port, new ShiftedTime(BenchServer.OpenHours), services => services.AddSingleton(stamp), ("Routing:OfferTimeout", "600"), ("Routing:DeliveryTimeout", "600"));
        var emails = await BenchFloor.Staff(server, consoles);
        ConcurrentDictionary<Guid, long> shown = new();
        using var process = OfferConsoles.Start(OfferConsoles.Name, address);
        foreach (var email in emails.Append(""))
            await process.StandardInput.WriteLineAsync(email);
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != OfferConsoles.Ready) ;
        var reading = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
                shown.TryAdd(Guid.Parse(line.Split(' ')[0]), long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
        });
        using var http = new HttpClient();
        List<double> fromCommit = [], fromKey = [];
        for (var i = -WarmUp; i < rounds; i++)
        {
            var arrival = new Dictionary<string, string> { ["CallSid"] = $"CA{i + WarmUp:D32}", ["From"] = $"+336{i + 10_000_000}", ["To"] = BenchServer.Line, ["CallStatus"] = "ringing" };
            var (greeting, _) = await Post(http, address, "/twilio/voice/incoming", arrival);
            var action = System.Xml.Linq.XDocument.Parse(greeting).Descendants("Gather").First().Attribute("action")!.Value.Split('#')[0][address.Length..];
            var pressed = Stopwatch.GetTimestamp();
            await Post(http, address, action, new Dictionary<string, string>(arrival) { ["Digits"] = "1", ["CallStatus"] = "in-progress" });
            for (var wait = 0; shown.Count < i + WarmUp + 1 && wait < 2_000; wait++)
                await Task.Delay(1);
            if (i >= 0 && shown.FirstOrDefault(s => s.Value > pressed) is { Key: var call, Value: var at } && committed.TryGetValue(call, out var commit))
            {
                fromKey.Add(Stopwatch.GetElapsedTime(pressed, at).TotalMilliseconds);
                fromCommit.Add(Stopwatch.GetElapsedTime(commit, at).TotalMilliseconds);
            }

            // She is free again for the next: else the consoles would fill with offers, and cost more from round to round.
            await Post(http, address, "/twilio/voice/status", new Dictionary<string, string>(arrival)
            {
                ["CallStatus"] = "completed", ["SequenceNumber"] = "3", ["CallbackSource"] = "call-progress-events", ["Timestamp"] = BenchServer.OpenHours.AddMinutes(1).ToString("r", CultureInfo.InvariantCulture),
            });
            await Task.Delay(Pace);
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await reading;
        await server.StopAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return (fromCommit, fromKey);
    }

    private static async Task<(string Body, int Status)> Post(HttpClient http, string address, string path, Dictionary<string, string> form)
    {
        using var request = Client.Signed(address, path, form)();
        using var response = await http.SendAsync(request);
        return (await response.Content.ReadAsStringAsync(), (int)response.StatusCode);
    }
}

internal sealed class EchoHub : Hub
{
    public Task Say(string text) => Clients.Caller.SendAsync("Said", text);
}
