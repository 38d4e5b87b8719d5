using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Server.Hosting;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>A secretary without a screen: it does what her console does, over the same hub and the same softphone.</summary>
internal sealed class Secretary : IAsyncDisposable
{
    private readonly Floor _floor;
    private readonly CookieContainer _cookies = new();
    private readonly HashSet<string> _joined = [];
    private CancellationTokenSource _beating = new();
    private HubConnection _hub = null!;
    private Guid _console = Guid.NewGuid();

    private Secretary(Floor floor, string address) => (_floor, Address) = (floor, address);

    /// <summary>Which server she is connected to.</summary>
    public string Address { get; set; }
    public HttpClient Http { get; private set; } = null!;
    public AgentView View { get; private set; } = null!;
    public ScriptedPhone? Softphone { get; private set; }

    /// <summary>Whether she joins the conference when the view says so, as a console does.</summary>
    public bool JoinsByItself { get; set; } = true;
    public bool AcknowledgesOffers { get; set; } = true;

    /// <summary>False: her console asks for nothing and shows what is pushed to it.</summary>
    public bool Beats { get; set; } = true;

    /// <summary>Another console of hers took the lead.</summary>
    public bool IsSuperseded { get; private set; }
    public bool IsConnected => _hub.State == HubConnectionState.Connected;

    /// <summary>The days, and the practices, of whose agenda she was told.</summary>
    public ConcurrentQueue<(Guid Practice, DateOnly Day)> AgendaNews { get; } = new();

    public static async Task<Secretary> SignIn(Floor floor, string email, string address)
    {
        var agent = new Secretary(floor, address);
        agent.Http = floor.Client(agent._cookies, address);
        agent.Http.DefaultRequestHeaders.Add("Origin", address);
        var answer = await agent.Http.PostAsJsonAsync("/api/session", new { email, password = "Demo-2026!" });
        Assert.That(answer.IsSuccessStatusCode, Is.True, () => $"{email}: {answer.StatusCode}");
        await agent.OpenConsole();
        return agent;
    }

    public async Task GetReady()
    {
        await Do(h => h.InvokeAsync<CommandReply>("SetPresence", new SetPresence(true, null)));
        await Sees(v => v.Presence.Presence == Presence.Available, "available");
    }

    public async Task GoesAway()
    {
        await Do(h => h.InvokeAsync<CommandReply>("SetPresence", new SetPresence(false, AwayReasons.Break)));
        await Sees(v => v.Presence.Presence == Presence.Away, "away");
    }

    public async Task<OfferView> IsOffered(int seconds = 30)
    {
        await Sees(v => v.Offer is not null, "an offer", seconds);
        return View.Offer!;
    }

    public Task<CommandReply> Accept() => _hub.InvokeAsync<CommandReply>("AcceptOffer", View.Offer!.OfferId);

    public Task<CommandReply> Accept(Guid offer) => _hub.InvokeAsync<CommandReply>("AcceptOffer", offer);

    public Task<CommandReply> Decline() => _hub.InvokeAsync<CommandReply>("DeclineOffer", View.Offer!.OfferId);

    public async Task Answers()
    {
        await IsOffered();
        Assert.That((await Accept()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await Sees(v => v.Call?.Phase == CallPhase.Talking, "talking");
    }

    public Task<CommandReply> Hold() => _hub.InvokeAsync<CommandReply>("HoldCaller", View.Call!.CallId);

    public Task<CommandReply> Resume() => _hub.InvokeAsync<CommandReply>("ResumeCaller", View.Call!.CallId);

    public Task<CommandReply> HangUp(bool confirmed = false) => _hub.InvokeAsync<CommandReply>("HangUp", new HangUpCall(View.Call!.CallId, confirmed));

    public Task<CommandReply> Transfer(TransferKindView kind, string? target, string? number = null) =>
        _hub.InvokeAsync<CommandReply>("StartTransfer", new StartTransfer(View.Call!.CallId, kind, target, number));

    public Task<CommandReply> HandOver() => _hub.InvokeAsync<CommandReply>("CompleteTransfer", View.Call!.CallId);

    public Task<CommandReply> TakeBack() => _hub.InvokeAsync<CommandReply>("CancelTransfer", View.Call!.CallId);

    public async Task WrapsUp(string disposition = "information-given", string? wish = null)
    {
        await Sees(v => v.Call?.Phase is CallPhase.WrapUp or CallPhase.HandedOver, "wrap-up");
        var reply = await _hub.InvokeAsync<CommandReply>("FinishWrapUp", new SaveNotes(View.Call!.CallId, "notes", disposition, wish));
        Assert.That(reply.Outcome, Is.EqualTo(CommandOutcome.Done));
        await Sees(v => v.Call is null, "no call any more");
    }

    /// <summary>Her console has come back by itself and was shown the view of the server that answers now.</summary>
    public Task IsConnectedAgain() => Floor.Eventually(() => IsConnected, "the connection again", 60);

    public Task<CommandReply> CloseNotes(string? notes = null, string disposition = "information-given") =>
        _hub.InvokeAsync<CommandReply>("FinishWrapUp", new SaveNotes(View.Call!.CallId, notes, disposition));

    public Task<CommandReply> Writes(string notes) => _hub.InvokeAsync<CommandReply>("SaveNotes", new SaveNotes(View.Call!.CallId, notes, null));

    /// <summary>Any method of the hub, as somebody with a client of her own could call it.</summary>
    public Task<object?> Invokes(string method, Type answer, params object?[] arguments) => _hub.InvokeCoreAsync(method, answer, arguments);

    /// <summary>Takes every call and closes its notes at once, until told to stop.</summary>
    public async Task Serves(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Quietly(async () =>
            {
                if (View.Offer is { } offer)
                    await Accept(offer.OfferId);
                if (View.Call is { Phase: CallPhase.WrapUp })
                    await CloseNotes();
                if (View.Presence.Presence == Presence.Away)
                    await _hub.InvokeAsync<CommandReply>("SetPresence", new SetPresence(true, null), cancellationToken);
            });
            await Quietly(() => Task.Delay(50, cancellationToken));
        }
    }

    public async Task Sees(Func<AgentView, bool> condition, string what, int seconds = 30)
    {
        var end = DateTime.UtcNow.AddSeconds(seconds);
        while (!condition(View))
        {
            if (DateTime.UtcNow > end)
                Assert.Fail($"She does not see {what}; presence {View.Presence.Presence} ({View.Presence.PausedBecause}), offer {View.Offer?.OfferId}, call {View.Call?.Phase} transfer {View.Call?.Transfer?.Phase}");
            await Task.Delay(20);
        }
    }

    /// <summary>The tab dies without a word: no heartbeat, no goodbye, the softphone's leg with it when asked.</summary>
    public async Task Vanish(bool dropLeg)
    {
        await _beating.CancelAsync();
        await _hub.DisposeAsync();
        if (dropLeg && Softphone?.Leg is { IsOver: false })
            Softphone.HangUp();
    }

    /// <summary>Her browser stops in the middle of a second: no word more from it, and neither socket nor leg closes.</summary>
    public async Task FallsIntoABlackHole()
    {
        await _beating.CancelAsync();
        (JoinsByItself, AcknowledgesOffers) = (false, false);
        var time = _floor.Simulator.Options.Time;
        for (var second = -1L; second != time.GetUtcNow().ToUnixTimeSeconds();)
        {
            while (time.GetUtcNow().Millisecond is < 50 or > 400)
                await Task.Delay(10);
            second = time.GetUtcNow().ToUnixTimeSeconds();
            await _hub.InvokeAsync<AgentView?>("Heartbeat", new ConsoleHeartbeat(_console, View.Revision, true, "leg"));
        }
        _floor.Simulator.BlackHole(Softphone!);
    }

    /// <summary>The page is loaded again: a new tab id, a new connection, no leg.</summary>
    public async Task Reload(bool dropLeg = true)
    {
        await Vanish(dropLeg);
        _console = Guid.NewGuid();
        Softphone = null;
        await OpenConsole();
    }

    public async ValueTask DisposeAsync()
    {
        await _beating.CancelAsync();
        await _hub.DisposeAsync();
        Http.Dispose();
        _beating.Dispose();
    }

    private async Task OpenConsole()
    {
        _beating = new CancellationTokenSource();
        _hub = new HubConnectionBuilder().WithUrl($"{Address}/hubs/agent", o => { o.Cookies = _cookies; o.Headers["Origin"] = Address; })
            .AddJsonProtocol(json => HostingFeature.Json(json.PayloadSerializerOptions)).WithAutomaticReconnect(new EveryQuarterSecond()).Build();
        _hub.On<AgentView>("ViewChanged", Take);
        _hub.On<Guid, DateOnly>("AgendaChanged", (practice, day) => AgendaNews.Enqueue((practice, day)));
        _hub.On("Superseded", () => IsSuperseded = true);
        _hub.Reconnected += _ => Join();
        await _hub.StartAsync();
        await Join();
        _ = Beat(_beating.Token);
    }

    private async Task Join() => Take(await _hub.InvokeAsync<AgentView>("Join", new JoinConsole(_console, "fr-FR", true)));

    private void Take(AgentView view)
    {
        if (View is not null && view.Revision <= View.Revision)
            return;
        var changed = view.TeamChanges ?? [];
        View = view with { Team = view.Team ?? [.. (View?.Team ?? []).ExceptBy(changed.Select(m => m.AgentId), m => m.AgentId), .. changed] };
        if (view.Offer is { } offer && AcknowledgesOffers)
            _ = Quietly(() => _hub.InvokeAsync<CommandReply>("AcknowledgeOffer", offer.OfferId));
        if (view.Call?.Join is { } join && JoinsByItself && _joined.Add($"{join["callId"]}/{join["leg"]}"))
            _ = Quietly(() => Connect(join));
    }

    private async Task Connect(IReadOnlyDictionary<string, string> join)
    {
        var token = await (await Http.PostAsync("/api/console/voice-token", null)).Content.ReadFromJsonAsync<VoiceToken>();
        Softphone = _floor.Simulator.Connect(token!.Token, join);
    }

    private async Task Beat(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Quietly(async () =>
            {
                if (!Beats)
                    return;
                var leg = Softphone?.Leg is { IsOver: false } ? "leg" : null;
                if (await _hub.InvokeAsync<AgentView?>("Heartbeat", new ConsoleHeartbeat(_console, View?.Revision ?? 0, true, leg), cancellationToken) is { } view)
                    Take(view);
            });
            await Quietly(() => Task.Delay(500, cancellationToken));
        }
    }

    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not AssertionException)
        {
            TestContext.Out.WriteLine($"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private static async Task Do(Func<HubConnection, Task<CommandReply>> command, HubConnection hub) => Assert.That((await command(hub)).Outcome, Is.EqualTo(CommandOutcome.Done));

    private Task Do(Func<HubConnection, Task<CommandReply>> command) => Do(command, _hub);

    private sealed class EveryQuarterSecond : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => TimeSpan.FromMilliseconds(250);
    }
}
