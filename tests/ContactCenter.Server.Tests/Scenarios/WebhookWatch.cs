using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>Every exchange between the telephone network and the server, also those that the simulator has let go of since.</summary>
internal sealed class WebhookWatch : IAsyncDisposable
{
    // Their answers are read by nobody: they are sent again until they are confirmed.
    private static readonly string[] Notices = ["/status", "/leg", "/conference", "/callback-leg", "/task-leg"];
    private readonly Simulator _simulator;
    private readonly HashSet<WebhookExchange> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _watching;

    public WebhookWatch(Simulator simulator)
    {
        _simulator = simulator;
        _watching = Watch();
    }

    /// <summary>Requests whose answer a caller, or somebody she is to be connected with, hears.</summary>
    public IReadOnlyList<WebhookExchange> Documents => [.. Seen().Where(e => !IsNotice(e))];

    /// <summary>Notices that were confirmed: the network does not send them again.</summary>
    public IReadOnlyList<WebhookExchange> Confirmed => [.. Seen().Where(e => IsNotice(e) && e.Answer is >= 200 and < 300)];

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _watching;
        _over.Dispose();
    }

    private static bool IsNotice(WebhookExchange exchange) => Notices.Any(new Uri(exchange.Url).AbsolutePath.EndsWith);

    private async Task Watch()
    {
        while (!_over.IsCancellationRequested)
        {
            Seen();
            await Task.Delay(100, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private List<WebhookExchange> Seen()
    {
        lock (_seen)
        {
            _seen.UnionWith(_simulator.Exchanges);
            return [.. _seen];
        }
    }
}
