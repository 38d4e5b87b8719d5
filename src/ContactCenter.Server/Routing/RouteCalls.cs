using ContactCenter.Server.Calls;

namespace ContactCenter.Server.Routing;

/// <summary>Drives routing on every node: offers at each committed change of a call, and all of it once a second.</summary>
internal sealed class RouteCalls(OfferCalls matching, DecideOffers offers, CallSweeps sweeps, CallSignals signals, RoutingSignal wake, TimeProvider time, ILogger<RouteCalls> log)
    : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = Listen(stoppingToken);
        var swept = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var isTime = time.GetElapsedTime(swept) >= Sweep;
                if (isTime)
                    swept = time.GetTimestamp();
                await Pass(isTime, stoppingToken);
                await wake.Wait(Sweep, time, stoppingToken);
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

    private async Task Pass(bool isTime, CancellationToken cancellationToken)
    {
        await offers.CloseDue(cancellationToken);
        await (isTime ? sweeps.Run(cancellationToken) : sweeps.Agents.FollowCalls(cancellationToken));
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
