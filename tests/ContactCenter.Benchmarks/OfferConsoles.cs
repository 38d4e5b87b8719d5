using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.SignalR.Client;

namespace ContactCenter.Benchmarks;

/// <summary>
/// The consoles of <see cref="OfferBenchmark"/>, in a process of their own as browsers are: in the server's they would wait for its threads. Both processes
/// read one monotonic clock.
/// </summary>
internal static class OfferConsoles
{
    public const string Name = "offers-consoles";
    public const string EchoName = "offers-echo";
    public const string Ready = "ready";

    public static Process Start(string name, params string[] options) => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(OfferConsoles).Assembly.Location, name, .. options])
    { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Signs in whoever is named on a line of standard input, and prints the call and the time of each offer that is shown, until that input ends.</summary>
    public static async Task Run(string[] options)
    {
        List<string> emails = [];
        while (await Console.In.ReadLineAsync() is { Length: > 0 } email)
            emails.Add(email);
        var agents = new BenchAgent[emails.Count];
        await Parallel.ForAsync(0, emails.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) =>
        {
            agents[n] = await BenchAgent.Start(options[0], emails[n], BenchFloor.Password, null);
            agents[n].Takes = false;
            agents[n].Offered += offer => Console.WriteLine($"{offer.CallId} {Stopwatch.GetTimestamp()}");
        });
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync();
        foreach (var agent in agents)
            await agent.DisposeAsync();
    }

    /// <summary>Prints how many milliseconds each echo took.</summary>
    public static async Task RunEcho(string[] options)
    {
        var (consoles, warmUp, rounds) = (Number(options[1]), Number(options[2]), Number(options[3]));
        List<HubConnection> connections = [];
        for (var i = 0; i < consoles; i++)
        {
            var hub = new HubConnectionBuilder().WithUrl($"{options[0]}/echo").Build();
            await hub.StartAsync();
            connections.Add(hub);
        }
        for (var i = 0; i < warmUp + rounds; i++)
        {
            var hub = connections[i % consoles];
            var back = new TaskCompletionSource();
            using var on = hub.On<string>("Said", _ => back.TrySetResult());
            var clock = Stopwatch.StartNew();
            await hub.SendAsync("Say", new string('x', 2_000));
            await back.Task;
            clock.Stop();
            await Task.Delay(150);
            if (i >= warmUp)
                Console.WriteLine(clock.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        }
        foreach (var hub in connections)
            await hub.DisposeAsync();
    }

    private static int Number(string option) => int.Parse(option, CultureInfo.InvariantCulture);
}
