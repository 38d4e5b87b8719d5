using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ContactCenter.Server.Calls;
using ContactCenter.TwilioSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Benchmarks;

/// <summary>From the commit that makes an offer to the console that shows it, with many consoles open: against an echo over a bare hub with as many.</summary>
internal static class OfferBenchmark
{
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
        List<HubConnection> connections = [];
        for (var i = 0; i < consoles; i++)
        {
            var hub = new HubConnectionBuilder().WithUrl($"{address}/echo").Build();
            await hub.StartAsync();
            connections.Add(hub);
        }
        List<double> times = [];
        for (var i = 0; i < rounds; i++)
        {
            var hub = connections[i % consoles];
            var back = new TaskCompletionSource();
            using var on = hub.On<string>("Said", _ => back.TrySetResult());
            var clock = Stopwatch.StartNew();
            await hub.SendAsync("Say", new string('x', 2_000));
            await back.Task;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        foreach (var hub in connections)
            await hub.DisposeAsync();
        return times;
    }

    private static async Task<(List<double> FromCommit, List<double> FromKey)> Offers(int consoles, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-offers-").FullName;
        var port = BenchServer.FreePort();
        var address = $"http://127.0.0.1:{port}";
        await using var server = await BenchServer.Ours(folder, port, new ShiftedTime(BenchServer.OpenHours), ("Routing:OfferTimeout", "600"), ("Routing:DeliveryTimeout", "600"));
        var emails = await BenchFloor.Staff(server, consoles);
        ConcurrentBag<BenchAgent> agents = [];
        ConcurrentDictionary<Guid, long> shown = new();
        await Parallel.ForEachAsync(emails, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (email, _) =>
        {
            var agent = await BenchAgent.Start(address, email, BenchFloor.Password, null);
            agent.Takes = false;
            agent.Offered += offer => shown.TryAdd(offer.CallId, Stopwatch.GetTimestamp());
            agents.Add(agent);
        });
        ConcurrentDictionary<Guid, long> committed = new();
        using var over = new CancellationTokenSource();
        var listening = Task.Run(async () =>
        {
            await foreach (var change in server.Services.GetRequiredService<CallSignals>().Listen(over.Token))
            {
                if (change.State == Domain.Calls.CallState.Offered)
                    committed.TryAdd(change.CallId.Value, Stopwatch.GetTimestamp());
            }
        });
        using var http = new HttpClient();
        List<double> fromCommit = [], fromKey = [];
        for (var i = 0; i < Math.Min(rounds, consoles); i++)
        {
            var arrival = new Dictionary<string, string> { ["CallSid"] = $"CA{i:D32}", ["From"] = $"+336{i + 10_000_000}", ["To"] = BenchServer.Line, ["CallStatus"] = "ringing" };
            var (greeting, _) = await Post(http, address, "/twilio/voice/incoming", arrival);
            var action = System.Xml.Linq.XDocument.Parse(greeting).Descendants("Gather").First().Attribute("action")!.Value.Split('#')[0][address.Length..];
            var pressed = Stopwatch.GetTimestamp();
            await Post(http, address, action, new Dictionary<string, string>(arrival) { ["Digits"] = "1", ["CallStatus"] = "in-progress" });
            for (var wait = 0; shown.Count < i + 1 && wait < 2_000; wait++)
                await Task.Delay(1);
            if (shown.FirstOrDefault(s => s.Value > pressed) is { Key: var call, Value: var at } && committed.TryGetValue(call, out var commit))
            {
                fromKey.Add(Stopwatch.GetElapsedTime(pressed, at).TotalMilliseconds);
                fromCommit.Add(Math.Max(0, Stopwatch.GetElapsedTime(commit, at).TotalMilliseconds));
            }
        }
        await over.CancelAsync();
        try
        {
            await listening;
        }
        catch (OperationCanceledException)
        {
        }
        foreach (var agent in agents)
            await agent.DisposeAsync();
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
