using ContactCenter.Server.Calls;

namespace ContactCenter.Server.Routing;

/// <summary>Drives routing: at each committed change of a call and once a second in any case, on every node.</summary>
internal sealed class RouteCalls(OfferCalls matching, DecideOffers offers, FollowAgents agents, CallSignals signals, RoutingSignal wake, TimeProvider time, ILogger<RouteCalls> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = Listen(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Pass(stoppingToken);
                await wake.Wait(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Routing stumbled; it goes on in a second");
                await Task.Delay(TimeSpan.FromSeconds(1), time, CancellationToken.None);
            }
        }
        await listening;
    }

    public async Task Pass(CancellationToken cancellationToken)
    {
        await offers.CloseDue(cancellationToken);
        await agents.Run(cancellationToken);
        await matching.Run(cancellationToken);
    }

    private async Task Listen(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in signals.Listen(cancellationToken))
                wake.Set();
        }
        catch (OperationCanceledException)
        {
        }
    }
}

/// <summary>Wakes routing ahead of its tick; many calls before it looks are one.</summary>
internal sealed class RoutingSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
        }
    }

    public void Dispose() => _set.Dispose();

    public async Task Wait(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await await Task.WhenAny(_set.WaitAsync(patience.Token), Task.Delay(atMost, time, patience.Token));
        }
        finally
        {
            await patience.CancelAsync();
        }
    }
}
