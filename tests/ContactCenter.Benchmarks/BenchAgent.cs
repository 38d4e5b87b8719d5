using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Server.Hosting;
using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Benchmarks;

/// <summary>A secretary without a screen: takes every call she is offered, joins when told to, closes her notes at once.</summary>
internal sealed class BenchAgent : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly HttpClient _http;
    private readonly Simulator? _simulator;
    private readonly HashSet<string> _joined = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _gate = new();
    private readonly Guid _console = Guid.NewGuid();
    private AgentView? _view;
    private ScriptedPhone? _phone;
    private Guid _answered;
    private Guid _closed;

    private BenchAgent(HubConnection hub, HttpClient http, Simulator? simulator) => (_hub, _http, _simulator) = (hub, http, simulator);

    /// <summary>Raised with the first view that shows an offer.</summary>
    public event Action<OfferView>? Offered;

    /// <summary>Whether she takes what she is offered; otherwise it rings out.</summary>
    public bool Takes { get; set; } = true;

    public static async Task<BenchAgent> Start(string address, string email, string password, Simulator? simulator)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("Origin", address);
        (await http.PostAsJsonAsync("/api/session", new { email, password })).EnsureSuccessStatusCode();
        var hub = new HubConnectionBuilder().WithUrl($"{address}/hubs/agent", o => { o.Cookies = cookies; o.Headers["Origin"] = address; })
            .AddJsonProtocol(json => HostingFeature.Json(json.PayloadSerializerOptions)).Build();
        var agent = new BenchAgent(hub, http, simulator);
        hub.On<AgentView>("ViewChanged", agent.See);
        await hub.StartAsync();
        agent.See(await hub.InvokeAsync<AgentView>("Join", new JoinConsole(agent._console, "fr-FR", true)));
        await hub.InvokeAsync<CommandReply>("SetPresence", new SetPresence(true, null));
        _ = agent.Beat();
        return agent;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _hub.DisposeAsync();
        _http.Dispose();
        _over.Dispose();
    }

    private void See(AgentView view)
    {
        lock (_gate)
        {
            if (_view is not null && view.Revision <= _view.Revision)
                return;
            _view = view;
        }
        if (view.Offer is { } offer && _answered != offer.OfferId)
        {
            _answered = offer.OfferId;
            Offered?.Invoke(offer);
            _ = Quietly(async () =>
            {
                await _hub.InvokeAsync<CommandReply>("AcknowledgeOffer", offer.OfferId);
                if (Takes)
                    await _hub.InvokeAsync<CommandReply>("AcceptOffer", offer.OfferId);
            });
        }
        if (view.Call?.Join is { } join && Once($"{join["callId"]}/{join["leg"]}"))
            _ = Quietly(async () =>
            {
                var token = await (await _http.PostAsync("/api/console/voice-token", null)).Content.ReadFromJsonAsync<VoiceToken>();
                _phone = _simulator!.Connect(token!.Token, join);
            });
        if (view.Call is { Phase: CallPhase.WrapUp } call && _closed != call.CallId)
        {
            _closed = call.CallId;
            _ = Quietly(() => _hub.InvokeAsync<CommandReply>("FinishWrapUp", new SaveNotes(call.CallId, "", "information-given")));
        }
    }

    private bool Once(string leg)
    {
        lock (_gate)
            return _joined.Add(leg);
    }

    private async Task Beat()
    {
        while (!_over.IsCancellationRequested)
        {
            await Quietly(async () =>
            {
                var leg = _phone?.Leg is { IsOver: false } ? "leg" : null;
                if (await _hub.InvokeAsync<AgentView?>("Heartbeat", new ConsoleHeartbeat(_console, _view?.Revision ?? 0, true, leg), _over.Token) is { } view)
                    See(view);
            });
            await Quietly(() => Task.Delay(2_000, _over.Token));
        }
    }

    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception passing) when (passing is OperationCanceledException or InvalidOperationException or HubException or HttpRequestException)
        {
            // What did not go through is wanted again by the next view.
        }
    }
}
