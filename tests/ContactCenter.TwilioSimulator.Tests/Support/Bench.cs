using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Tests.Support;

/// <summary>A simulator, a server with prepared answers, and a client of the simulator's REST interface.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public const string Line = "+33180000001";
    public const string Caller = "+33612345601";
    public const string Doctor = "+33600000015";

    private readonly HttpClient _rest = new();

    private Bench(PreparedServer server, Simulator simulator) => (Server, Simulator) = (server, simulator);

    public PreparedServer Server { get; }
    public Simulator Simulator { get; }
    public IReadOnlyList<Fault> Faults => Simulator.Board.Faults;

    public static async Task<Bench> Set(Func<SimulatorOptions, SimulatorOptions>? with = null)
    {
        var server = await PreparedServer.Start();
        var options = new SimulatorOptions
        {
            Port = 0, Time = new FastTime(), CharactersPerSecond = 0, PlayLength = TimeSpan.FromSeconds(1), AppVoiceUrl = server.Url("/app"),
            Numbers = [new SimulatedNumber(Line, "Cabinet des Lilas") { VoiceUrl = server.Url("/voice"), StatusCallback = server.Url("/status") }],
        };
        var bench = new Bench(server, await Simulator.Start(with?.Invoke(options) ?? options));
        var account = $"{options.AccountSid}:{options.AuthToken}";
        bench._rest.BaseAddress = new Uri($"{bench.Simulator.Address}/2010-04-01/Accounts/{options.AccountSid}/");
        bench._rest.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(account)));
        return bench;
    }

    /// <summary>A bench whose line answers with this document; the elements between <c>Response</c>'s tags.</summary>
    public static async Task<Bench> Answering(string verbs)
    {
        var bench = await Set();
        bench.Server.Answers("/voice", verbs);
        return bench;
    }

    public ScriptedPhone Dial(string from = Caller) => Simulator.Dial(from, Line);

    public ScriptedPhone Put(string number, ScriptedPhone phone) => Simulator.Put(number, phone);

    public string Url(string path) => Server.Url(path);

    public HttpClient Rest => _rest;

    public async Task<(int Http, JsonElement Body)> Post(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Read(await _rest.PostAsync(path, content));
    }

    public async Task<(int Http, JsonElement Body)> Get(string path) => await Read(await _rest.GetAsync(path));

    public async Task<(int Http, JsonElement Body)> Delete(string path) => await Read(await _rest.DeleteAsync(path));

    public static Task Eventually(Func<bool> condition, string what) => Eventually(condition, () => what);

    public static async Task Eventually(Func<bool> condition, Func<string> what)
    {
        for (var end = Environment.TickCount64 + 10_000; !condition();)
        {
            if (Environment.TickCount64 > end)
                Assert.Fail($"Not in time: {what()}");
            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await Server.DisposeAsync();
        _rest.Dispose();
    }

    private static async Task<(int, JsonElement)> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return ((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
        }
    }
}
