using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using ContactCenter.Server.Storage;
using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>The whole house on loopback: the real server on a real socket and database, the simulator as its telephony vendor, agents and phones in the test's hands.</summary>
internal sealed class Floor : IAsyncDisposable
{
    public const string Line = "+33180000001";
    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-floor-").FullName;
    private readonly int _port = FreePort();
    private readonly Dictionary<string, string?> _settings = [];
    private readonly List<Secretary> _agents = [];

    private readonly TimeProvider _time;

    /// <summary>Lets a test into the server's services before it starts.</summary>
    public static AsyncLocal<Action<WebApplicationBuilder>?> Configure { get; } = new();

    private Floor(Simulator simulator, TimeProvider time) => (Simulator, _time) = (simulator, time);

    public Simulator Simulator { get; }
    public WebApplication Server { get; private set; } = null!;
    public string Address => $"http://127.0.0.1:{_port}";
    public string Folder => _folder;
    public Store Store => Server.Services.GetRequiredService<Store>();

    /// <summary>Settings for what is no question of time: a slow machine's console is not taken for one that went away.</summary>
    public static (string Name, string Value)[] Unhurried { get; } = [("Routing:Lease", "90"), ("Routing:DeliveryTimeout", "60"), ("Routing:OfferTimeout", "120")];

    /// <summary>Monday morning in Paris, when the practice is open.</summary>
    public static DateTimeOffset OpenHours { get; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1));

    public static DateTimeOffset Night { get; } = new(2026, 11, 23, 22, 0, 0, TimeSpan.FromHours(1));

    public static Task<Floor> Open(params (string Name, string Value)[] settings) => Open(OpenHours, settings);

    public static Task<Floor> Open(DateTimeOffset at, params (string Name, string Value)[] settings) => Open(new ShiftedTime(at), settings);

    public static async Task<Floor> Open(TimeProvider time, params (string Name, string Value)[] settings)
    {
        var floor = new Floor(await Simulator.Start(new SimulatorOptions
        {
            Port = FreePort(), Time = time, CharactersPerSecond = 0, PlayLength = TimeSpan.FromMilliseconds(300), SoftphoneGrace = TimeSpan.FromSeconds(2),
        }), time);
        foreach (var (name, value) in settings)
            floor._settings[name] = value;
        floor.Simulator.Options.AppVoiceUrl = $"{floor.Address}/twilio/voice/client";
        await floor.StartServer();
        return floor;
    }

    public async Task StartServer()
    {
        Server = await ContactCenterServer.Build(["--environment", "Development", "--contentRoot", Root()], builder =>
        {
            builder.WebHost.UseUrls(Address);
            builder.Services.AddSingleton(_time);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Demo:Seed"] = "true",
                ["Scripts:SamplesAllowedFor:0"] = "cabinet-des-lilas",
                ["ConnectionStrings:ContactCenter"] = $"Data Source={Path.Combine(_folder, "floor.db")}",
                ["Twilio:AccountSid"] = Simulator.Options.AccountSid,
                ["Twilio:AuthToken"] = Simulator.Options.AuthToken,
                ["Twilio:ApiKeySid"] = Simulator.Options.ApiKeySid,
                ["Twilio:ApiKeySecret"] = Simulator.Options.ApiKeySecret,
                ["Twilio:TwimlAppSid"] = Simulator.Options.TwimlAppSid,
                ["Twilio:ApiBaseUrl"] = Simulator.Address,
                ["Twilio:InsightsBaseUrl"] = Simulator.Address,
                ["Twilio:PublicBaseUrl"] = Address,
                ["Twilio:ConfigureNumbers"] = "true",
                ["Serilog:MinimumLevel:Default"] = "Warning",
                ["Routing:TeamAfter"] = "1",
            });
            builder.Configuration.AddInMemoryCollection(_settings);
            Configure.Value?.Invoke(builder);
        });
        await Server.StartAsync();
        await Eventually(() => Simulator.Options.Numbers[0].VoiceUrl.StartsWith(Address, StringComparison.Ordinal), "numbers pointed at the server");
    }

    public async Task StopServer()
    {
        await Server.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(3)).Token);
        await Server.DisposeAsync();
    }

    public async Task<Secretary> SignIn(string name, bool ready = true)
    {
        var agent = await Secretary.SignIn(this, $"{name}@demo.contactcenter.local");
        _agents.Add(agent);
        if (ready)
            await agent.GetReady();
        return agent;
    }

    public HttpClient Client(CookieContainer? cookies = null) => new(new HttpClientHandler { CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = new Uri(Address) };

    public async Task<HttpClient> SignInOverHttp(string name)
    {
        var client = Client();
        client.DefaultRequestHeaders.Add("Origin", Address);
        var answer = await client.PostAsJsonAsync("/api/session", new { email = $"{name}@demo.contactcenter.local", password = "Demo-2026!" });
        Assert.That(answer.IsSuccessStatusCode, Is.True, () => $"{name}: {answer.StatusCode}");
        return client;
    }

    /// <summary>A patient dials and presses 1, for an appointment.</summary>
    public async Task<ScriptedPhone> PatientWantsAppointment(string from = "+33612345699")
    {
        var patient = Simulator.Dial(from, Line);
        await patient.Hears("tapez 1");
        patient.Press("1");
        return patient;
    }

    public static async Task Eventually(Func<bool> condition, string what, int seconds = 30)
    {
        var end = DateTime.UtcNow.AddSeconds(seconds);
        while (!condition())
        {
            if (DateTime.UtcNow > end)
                Assert.Fail($"Not in time: {what}");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var agent in _agents)
            await agent.DisposeAsync();
        await Simulator.DisposeAsync();
        await StopServer();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "ivr-scripts")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
