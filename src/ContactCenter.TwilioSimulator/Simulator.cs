using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Load;
using ContactCenter.TwilioSimulator.Phones;
using ContactCenter.TwilioSimulator.Rest;
using ContactCenter.TwilioSimulator.Softphone;
using ContactCenter.TwilioSimulator.Voice;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator;

/// <summary>A stand-in for Twilio at the wire: REST in, signed webhooks out, documents carried out, phones in the browser.</summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WebhookSender _sender;

    private Simulator(SimulatorOptions options)
    {
        Options = options;
        _sender = new WebhookSender(options);
        Truth = new GroundTruth(options.Time);
        var notices = new Notices(_sender, options);
        Board = new Switchboard(options, _sender, notices, Truth, new Rooms(options, notices, Truth));
        Phones = new PhoneDesk(Board);
        Board.DeviceOf = Phones.DeviceOf;
        _sender.Exchanged += exchange => Phones.Tell(PhoneDesk.View(exchange));
        Board.Texts.Delivered += message => Phones.Tell(PhoneDesk.View(message));
        _app = BuildApp();
    }

    public SimulatorOptions Options { get; }
    public Switchboard Board { get; }
    public PhoneDesk Phones { get; }
    public GroundTruth Truth { get; }

    /// <summary>What became of the notices that chaos forged.</summary>
    public ForgeryCount Forgeries => _sender.Forgeries;

    /// <summary>The last few hundred exchanges with the server under test.</summary>
    public IEnumerable<WebhookExchange> Exchanges => _sender.Exchanges;

    /// <summary>From now on the network does this to notices.</summary>
    public void Suffer(ChaosOptions chaos) => Board.Notices.Suffer(chaos);

    /// <summary>Lets the notices go that chaos withheld; returns their number. Whoever waits for them to arrive waits for <see cref="IsQuiet"/>.</summary>
    public int ReleaseWithheld() => Board.Notices.Release();

    /// <summary>No leg lives and no notice is on its way: now the truth can be compared with what the server made of it.</summary>
    public bool IsQuiet => Board.Legs.All(l => l.IsOver) && Board.Notices.Open == 0;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => _app.Urls.First();

    public static async Task<Simulator> Start(SimulatorOptions options)
    {
        var simulator = new Simulator(options);
        await simulator._app.StartAsync();
        options.Address = simulator.Address;
        return simulator;
    }

    /// <summary>A scripted patient dials; <c>anonymous</c> masks the number.</summary>
    public ScriptedPhone Dial(string from, string to)
    {
        var phone = ScriptedPhone.LetsItRing();
        if (Board.DialIn(from, to, phone) is null)
            throw new ArgumentException($"{to} is no number of the simulated account.", nameof(to));
        return phone;
    }

    /// <summary>Puts a scripted phone on a number.</summary>
    public ScriptedPhone Put(string number, ScriptedPhone phone)
    {
        Phones.Take(number, phone);
        return phone;
    }

    /// <summary>
    /// Lets a plan's callers dial; chaos begins now and ends with them. Returns when all calls are over and every notice was delivered or lost.
    /// </summary>
    public async Task<LoadTruth> Play(LoadPlan plan, Action<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var run = new LoadRun(new LocalPhones(this), leg => Task.FromResult(Truth.Of(leg)), Options.Time);
        Board.Notices.Suffer(plan.Chaos);
        await using var telling = progress is null ? null : new Timer(_ =>
            progress(run.Progress(plan)), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        try
        {
            var truth = await run.Play(plan, cancellationToken);
            await Settle(cancellationToken);
            progress?.Invoke(run.Progress(plan));
            return truth;
        }
        finally
        {
            Board.Notices.Suffer(Options.Chaos);
        }
    }

    /// <summary>Connects a scripted softphone as a console would; the token is checked.</summary>
    public ScriptedPhone Connect(string token, IReadOnlyDictionary<string, string> parameters)
    {
        var (identity, error, message) = AccessToken.Check(token, Options);
        if (identity is null)
            throw new InvalidOperationException($"{error} {message}");
        var phone = ScriptedPhone.LetsItRing();
        Board.ConnectClient(identity, parameters, phone);
        return phone;
    }

    /// <summary>The party's device falls into a black hole: its leg stays up, and nobody is behind it any more.</summary>
    public void BlackHole(ScriptedPhone phone) => Truth.Gone(phone.Leg!);

    public Task WaitForShutdown() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var leg in Board.Legs.Where(l => !l.IsOver))
            leg.HangUp(byParty: false);
        await _app.DisposeAsync();
        _sender.Dispose();
    }

    // Whoever else is on the telephone may stay: then only so long is waited for the last notices.
    private async Task Settle(CancellationToken cancellationToken)
    {
        for (var end = DateTime.UtcNow + TimeSpan.FromSeconds(30); !IsQuiet && DateTime.UtcNow < end;)
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
    }

    private WebApplication BuildApp()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Simulator).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls($"http://localhost:{Options.Port}".Replace("localhost:0", "127.0.0.1:0", StringComparison.Ordinal));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.UseWebSockets();
        app.MapRest(Board);
        InsightsResource.Map(app, Truth, Options);
        app.MapGet("/ground-truth", () => Truth.Events);
        app.MapGet("/ground-truth/{leg}", (string leg) => Truth.Of(leg));
        app.MapGet("/quiet", () => IsQuiet);
        app.MapPut("/chaos", (ChaosOptions chaos) => Board.Notices.Suffer(chaos));
        app.MapPost("/withheld/release", () => ReleaseWithheld());
        app.MapGet("/faults", () => Board.Faults);
        app.Map("/phones/socket", (HttpContext http) => WithSocket(http, socket => Phones.RunPage(socket, http.RequestAborted)));
        app.Map("/softphone/socket", (HttpContext http) => WithSocket(http, socket => RunSoftphone(http, socket)));
        app.MapGet("/softphones", () => Phones.Softphones);
        app.MapPost("/softphones/{identity}/cut", (string identity) => Phones.Cut(identity) ? Results.NoContent() : Results.NotFound());
        app.MapGet("/sdk/twilio.js", (HttpContext http) => Page(http, "twilio.js", "text/javascript; charset=utf-8"));
        app.MapGet("/", (HttpContext http) => Page(http, "index.html", "text/html; charset=utf-8"));
        app.MapGet("/phones.css", (HttpContext http) => Page(http, "phones.css", "text/css; charset=utf-8"));
        app.MapGet("/phones.js", (HttpContext http) => Page(http, "phones.js", "text/javascript; charset=utf-8"));
        return app;
    }

    private Task RunSoftphone(HttpContext http, JsonSocket socket)
    {
        var (identity, error, message) = AccessToken.Check(http.Request.Query["token"].ToString(), Options);
        if (identity is not null)
            return Phones.RunSoftphone(identity, http.Request.Query["resume"].ToString(), socket, http.RequestAborted);
        socket.Send(new { type = "error", code = error, message });
        return socket.Run(_ => Task.CompletedTask, http.RequestAborted);
    }

    private static async Task WithSocket(HttpContext http, Func<JsonSocket, Task> run)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await run(new JsonSocket(socket));
    }

    // The pages travel inside the assembly, so that the demonstration and the tests find them wherever they run.
    private static async Task Page(HttpContext http, string name, string type)
    {
        http.Response.ContentType = type;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        await using var page = typeof(Simulator).Assembly.GetManifestResourceStream($"web/{name}")!;
        await page.CopyToAsync(http.Response.Body);
    }
}
