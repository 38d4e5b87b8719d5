using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Once a second, on every node: holds that have run out are released, approvals that are overdue are settled.</summary>
internal sealed class SettleCalendars(Holds holds, Approvals approvals, AgendaSignals agendas, IClock clock, TimeProvider time, ILogger<SettleCalendars> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task Pass(CancellationToken cancellationToken)
    {
        await holds.ReleaseExpired(cancellationToken);
        foreach (var (practice, day) in await approvals.SettleDue(clock.GetCurrentInstant(), cancellationToken))
            agendas.Raise(practice.Value, day);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Calendars could not be settled; tried again in a second");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
