using ContactCenter.Server.Booking.Tasks;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>On every node: freed slots are offered and tasks taken back once a second, recalls and re-planning followed every five.</summary>
internal sealed class FollowWaiting(
    OfferFreedSlots offers, WaitingLists lists, AgendaSignals agendas, TimeProvider time, ILogger<FollowWaiting> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int ListsEvery = 5;

    public async Task Pass(bool withLists, CancellationToken cancellationToken)
    {
        foreach (var (practice, day) in await offers.Pass(cancellationToken))
            agendas.Raise(practice.Value, day);
        await lists.Tasks.Pass(cancellationToken);
        if (!withLists)
            return;
        await lists.Recalls.Pass(cancellationToken);
        await lists.Replans.Pass(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        for (var pass = 0; await timer.WaitForNextTickAsync(stoppingToken); pass++)
        {
            try
            {
                await Pass(pass % ListsEvery == 0, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Waiting patients could not be followed; tried again in a second");
            }
        }
    }
}

/// <summary>What is followed beside the offers.</summary>
internal sealed record WaitingLists(FollowTasks Tasks, FollowRecalls Recalls, FollowReplans Replans);
