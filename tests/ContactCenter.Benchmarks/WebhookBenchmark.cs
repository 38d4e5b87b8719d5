using System.Diagnostics;
using System.Xml.Linq;
using ContactCenter.TwilioSimulator;
using Microsoft.Data.Sqlite;

namespace ContactCenter.Benchmarks;

/// <summary>What a webhook costs: against a bare endpoint with a constant document, and against raw commits of single rows to the same disk.</summary>
internal static class WebhookBenchmark
{
    private const int Runs = 5;
    private const int AtOnce = 64;

    public static async Task Run(string[] options)
    {
        var calls = options.Length > 0 ? int.Parse(options[0], System.Globalization.CultureInfo.InvariantCulture) : 2_000;
        var folder = Directory.CreateTempSubdirectory("contactcenter-bench-").FullName;
        var port = BenchServer.FreePort();
        var address = $"http://127.0.0.1:{port}";
        var (bare, bareAddress) = await BenchServer.ConstantTwiml();
        await using var ours = await BenchServer.Ours(folder, port, new ShiftedTime(BenchServer.OpenHours));
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce });
        List<double> constant = [], stateless = [], arrivals = [], inputs = [], raw = [], tails = [];
        for (var run = -1; run < Runs; run++)
        {
            var keep = run >= 0;
            var forms = Enumerable.Range(0, calls).Select(i => Arrival(run, i)).ToList();
            Note(constant, await Client.Send(http, [.. forms.Select(f => Client.Signed(bareAddress, "/twiml", f))], AtOnce));
            Note(stateless, await Client.Send(http, [.. forms.Select(f => Client.Signed(address, "/twilio/voice/music", f))], AtOnce));
            raw.AddRange(keep ? [RawCommits(Path.Combine(folder, "raw.db"))] : []);
            var arrived = await Client.Send(http, [.. forms.Select(f => Client.Signed(address, "/twilio/voice/incoming", f))], AtOnce);
            Note(arrivals, arrived);
            var pressed = await Client.Send(http, await Menu(http, address, forms), AtOnce);
            Note(inputs, pressed);
            tails.AddRange(keep ? [Figures.Percentile(arrived.Milliseconds, 0.99)] : []);

            void Note(List<double> figures, Load load)
            {
                if (load.Failures > 0)
                    throw new InvalidOperationException($"{load.Failures} requests failed.");
                if (keep)
                    figures.Add(load.PerSecond);
            }
        }
        Figures.Print("bare Kestrel, constant TwiML", constant, "req/s");
        Figures.Print("signed webhook without state", stateless, "req/s");
        Figures.Print("durable webhook: a call arrives", arrivals, "req/s");
        Figures.Print("durable webhook: a key at a menu", inputs, "req/s");
        Figures.Print("  p99 of arrivals with 64 at once", tails, "ms");
        Figures.Print("raw SQLite commits of one row, synchronous=FULL", raw, "/s");
        Figures.PrintRatio("signed webhook without state / bare", Figures.Median(stateless) / Figures.Median(constant), ">= 0.50");
        Figures.PrintRatio("durable arrival / bare", Figures.Median(arrivals) / Figures.Median(constant), "");
        Figures.PrintRatio("durable arrival / raw commits", Figures.Median(arrivals) / Figures.Median(raw), ">= 1.5");
        Figures.PrintRatio("durable key / raw commits", Figures.Median(inputs) / Figures.Median(raw), ">= 1.5");
        await bare.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await ours.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Dictionary<string, string> Arrival(int run, int i) => new()
    {
        ["CallSid"] = $"CA{run + 1:D8}{i:D24}", ["AccountSid"] = "AC1", ["From"] = $"+336{i % 90_000_000 + 10_000_000}", ["To"] = BenchServer.Line,
        ["CallStatus"] = "ringing", ["Direction"] = "inbound", ["ApiVersion"] = "2010-04-01",
    };

    // Each call's own menu address stands in the document it was greeted with; asking again for it is answered from what was written down.
    private static async Task<IReadOnlyList<Func<HttpRequestMessage>>> Menu(HttpClient http, string address, List<Dictionary<string, string>> forms)
    {
        List<Func<HttpRequestMessage>> requests = [];
        foreach (var form in forms)
        {
            using var request = Client.Signed(address, "/twilio/voice/incoming", form)();
            using var response = await http.SendAsync(request);
            var action = XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants("Gather").First().Attribute("action")!.Value.Split('#')[0];
            requests.Add(Client.Signed(address, action[address.Length..], new Dictionary<string, string>(form) { ["Digits"] = "1", ["CallStatus"] = "in-progress" }));
        }
        return requests;
    }

    private static double RawCommits(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, v BLOB)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO t(v) VALUES (randomblob(200))";
        var clock = Stopwatch.StartNew();
        var commits = 0;
        for (; clock.Elapsed < TimeSpan.FromSeconds(2); commits++)
            command.ExecuteNonQuery();
        return commits / clock.Elapsed.TotalSeconds;
    }
}
