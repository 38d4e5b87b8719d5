using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>The whole house on loopback: the real server on a real socket and database, the simulator as its telephony vendor, agents and phones in the test's hands.</summary>
internal sealed class Floor : IAsyncDisposable
{
    public const string Line = "+33180000001";

    /// <summary>A number of the account that no practice has yet.</summary>
    public const string SecondLine = "+33180000009";
    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-floor-").FullName;
    private readonly int _port = FreePort();
    private readonly Dictionary<string, string?> _settings = [];
    private readonly List<Secretary> _agents = [];
    private readonly List<WebApplication> _others = [];
    private readonly Dictionary<string, ServerProcess> _otherProcesses = [];
    private readonly TimeProvider _time;
    private string _connectionString = "";
    private ServerProcess? _process;
    private Store? _look;

    // A database server of the test's own goes with all that is on it, and may be gone already.
    private bool _isOnServerOfItsOwn;

    /// <summary>Lets a test into the server's services before it starts.</summary>
    public static AsyncLocal<Action<WebApplicationBuilder>?> Configure { get; } = new();

    private Floor(Simulator simulator, TimeProvider time) => (Simulator, _time) = (simulator, time);

    /// <summary>What the next floor stands on; <see cref="FloorOnAttribute"/> changes it for a fixture.</summary>
    public static DatabaseEngine Engine { get; set; } = DatabaseEngine.Sqlite;

    public Simulator Simulator { get; }
    public WebApplication Server { get; private set; } = null!;

    /// <summary>The first server and those added.</summary>
    public IReadOnlyList<WebApplication> Nodes => [Server, .. _others];
    public IReadOnlyList<Secretary> Agents => _agents;
    public string Address => $"http://127.0.0.1:{_port}";
    public string Folder => _folder;
    public string ConnectionString => _connectionString;
    public Store Store => _process is null ? Server.Services.GetRequiredService<Store>() : _look ??= Database.OpenStore();

    private Database Database { get; set; } = null!;

    /// <summary>Monday morning in Paris, when the practice is open.</summary>
    public static DateTimeOffset OpenHours { get; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1));

    public static DateTimeOffset Night { get; } = new(2026, 11, 23, 22, 0, 0, TimeSpan.FromHours(1));

    public static Task<Floor> Open(params (string Name, string Value)[] settings) => Open(OpenHours, settings);

    public static Task<Floor> Open(DateTimeOffset at, params (string Name, string Value)[] settings) => Open(new ShiftedTime(at), settings);

    public static async Task<Floor> Open(TimeProvider time, params (string Name, string Value)[] settings)
    {
        var floor = await Prepare(time, settings);
        await floor.StartServer();
        return floor;
    }

    /// <summary>The server in a process of its own, on the machine's clock: it can be killed. The scripts must have a practice that is open now.</summary>
    public static async Task<Floor> OpenInItsOwnProcess(params (string Name, string Value)[] settings)
    {
        var floor = await Prepare(TimeProvider.System, settings);
        await floor.StartProcess();
        return floor;
    }

    /// <summary>On a database server of the test's own, which it can stop.</summary>
    public static async Task<Floor> OpenOn(PostgreSqlServer server, params (string Name, string Value)[] settings)
    {
        var database = (DatabaseEngine.PostgreSql, $"{server.ConnectionString};Database=contactcenter_{Guid.NewGuid():N};Maximum Pool Size=20");
        var floor = await Prepare(new ShiftedTime(OpenHours), settings, database);
        await floor.StartServer();
        return floor;
    }

    public async Task StartServer()
    {
        Server = await Build(Address);
        await Server.StartAsync();
        await IsPointedAt();
    }

    /// <summary>One more server on the same data. The telephone network keeps talking to the first.</summary>
    public async Task<WebApplication> AddNode()
    {
        var node = await Build($"http://127.0.0.1:{FreePort()}");
        _others.Add(node);
        await node.StartAsync();
        return node;
    }

    public async Task StopServer()
    {
        await Server.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(3)).Token);
        await Server.DisposeAsync();
    }

    public async Task StartProcess()
    {
        _process = ServerProcess.Start([.. Settings.Concat(_settings).Append(new("urls", Address))]);
        await _process.IsReady(Address);
        await IsPointedAt();
    }

    /// <summary>One more server in a process of its own on the same data; returns its address. The telephone network keeps talking to the first.</summary>
    public async Task<string> AddProcess()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = ServerProcess.Start([.. Settings.Concat(_settings).Append(new("urls", address))]);
        _otherProcesses.Add(address, process);
        await process.IsReady(address);
        return address;
    }

    /// <summary>Stops an added process as it stands, as SIGSTOP does.</summary>
    public void Freeze(string address) => _otherProcesses[address].Freeze();

    public void Thaw(string address) => _otherProcesses[address].Thaw();

    /// <summary>As <c>kill -9</c> does: nothing is finished, nothing is said.</summary>
    public Task KillProcess() => _process!.Kill();

    /// <summary>The server asks the vendor about calls whose end it does not know in seconds or minutes: now it is due at once.</summary>
    public Task AskVendorNow() => Store.Write(
        (db, token) => db.Set<CallRecord>().Where(c => c.CallerLeftAt == null || c.CheckDueAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CheckDueAt, Instant.FromUtc(2020, 1, 1, 0, 0)), token),
        default);

    public Task<Secretary> SignIn(string name, bool ready = true, WebApplication? at = null) => SignInAt(at?.Urls.First() ?? Address, name, ready);

    public async Task<Secretary> SignInAt(string address, string name, bool ready = true)
    {
        var agent = await Secretary.SignIn(this, $"{name}@demo.contactcenter.local", address);
        _agents.Add(agent);
        if (ready)
            await agent.GetReady();
        return agent;
    }

    public HttpClient Client(CookieContainer? cookies = null, string? address = null) =>
        new(new HttpClientHandler { CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = new Uri(address ?? Address) };

    public async Task<HttpClient> SignInOverHttp(string name, string? address = null)
    {
        var client = Client(address: address);
        client.DefaultRequestHeaders.Add("Origin", address ?? Address);
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
        foreach (var node in _others)
            await node.DisposeAsync();
        foreach (var process in _otherProcesses.Values)
            await process.DisposeAsync();
        if (_process is not null)
            await _process.DisposeAsync();
        else
            await StopServer();
        if (_look is IAsyncDisposable look)
            await look.DisposeAsync();
        if (!_isOnServerOfItsOwn)
            await TestDatabase.Drop(Database);
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

    private static async Task<Floor> Prepare(TimeProvider time, (string Name, string Value)[] settings, (DatabaseEngine Engine, string ConnectionString)? on = null)
    {
        var floor = new Floor(await Simulator.Start(new SimulatorOptions
        {
            Port = FreePort(), Time = time, CharactersPerSecond = 0, PlayLength = TimeSpan.FromMilliseconds(300), SoftphoneGrace = TimeSpan.FromSeconds(2),
            Numbers = [new(Line, "Cabinet des Lilas"), new(SecondLine, "Pas encore en service")],
        }), time);
        foreach (var (name, value) in settings)
            floor._settings[name] = value;
        floor.Simulator.Options.AppVoiceUrl = $"{floor.Address}/twilio/voice/client";
        var (engine, connectionString) = on ?? (Engine, await PreparedDatabase.ConnectionString(Engine, floor._folder));
        floor._isOnServerOfItsOwn = on is not null;
        floor._connectionString = connectionString;
        floor.Database = new Database(engine, connectionString, floor._folder);
        TestKeys.Write(Path.Combine(floor._folder, "floor.keys.json"));
        return floor;
    }

    private Task<WebApplication> Build(string address) => ContactCenterServer.Build(["--environment", "Development", "--contentRoot", Root()], builder =>
    {
        builder.WebHost.UseUrls(address);
        builder.Services.AddSingleton(_time);
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Configuration.AddInMemoryCollection(_settings);
        Configure.Value?.Invoke(builder);
    });

    private Dictionary<string, string?> Settings => new()
    {
        ["Demo:Seed"] = "true",
        ["Scripts:SamplesAllowedFor:0"] = "cabinet-des-lilas",
        ["Database:Engine"] = $"{Database.Engine}",
        ["ConnectionStrings:ContactCenter"] = _connectionString,
        ["Sealing:KeyFile"] = Path.Combine(_folder, "floor.keys.json"),
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
        // A slow machine's console is not taken for one that went away, nor its decision for one that does not come; whoever tests just that sets them.
        ["Routing:Lease"] = "90",
        ["Routing:DeliveryTimeout"] = "60",
        ["Routing:OfferTimeout"] = "120",
        ["Emergency:AnswerWithin"] = "10",
    };

    private Task IsPointedAt() => Eventually(() => Simulator.Options.Numbers[0].VoiceUrl.StartsWith(Address, StringComparison.Ordinal), "numbers pointed at the server");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
