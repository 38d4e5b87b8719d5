using System.Diagnostics.Metrics;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Hosting.Telemetry;

/// <summary>
/// How the floor stands, read from the rows every few seconds and handed out as often as it is asked for. Every server reads the same rows: take the
/// greatest of several, not their sum.
/// </summary>
internal sealed class FloorGauges : BackgroundService
{
    public const string MeterName = "ContactCenter.Floor";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Store _store;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger<FloorGauges> _log;
    private volatile Reading? _latest;

    public FloorGauges(IMeterFactory meters, Store store, IClock clock, TimeProvider time, ILogger<FloorGauges> log)
    {
        (_store, _clock, _time, _log) = (store, clock, time, log);
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "contactcenter.outbox.oldest", () => Of(r => r.OldestSeconds), "s", "Age of the oldest effect that is due and not carried out");
        meter.CreateObservableGauge("contactcenter.outbox.pending", () => Of(r => r.Pending), "{effect}", "Effects not yet carried out");
        meter.CreateObservableGauge(
            "contactcenter.outbox.retried", () => Of(r => r.Retried), "{effect}", "Effects that failed before and wait for another attempt");
        meter.CreateObservableGauge("contactcenter.offers.open", () => Of(r => r.OpenOffers), "{offer}", "Offers that ring now");
        meter.CreateObservableGauge("contactcenter.calls", Calls, "{call}", "Calls that are not closed, by state");
    }

    /// <summary>Reads now.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        var now = _clock.GetCurrentInstant();
        _latest = await _store.Read((db, token) => Read(db, now, token), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Old figures would look like health.
                _latest = null;
                _log.LogWarning("The floor's figures could not be read ({Failure})", failure.GetType().Name);
            }
            await Task.Delay(Every, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<Reading> Read(ContactCenterDb db, Instant now, CancellationToken cancellationToken)
    {
        var effects = db.Set<PendingEffect>();
        var oldest = await effects.Where(e => e.DueAt <= now).MinAsync(e => (Instant?)e.DueAt, cancellationToken);
        var calls = await db.Set<CallRecord>().Where(c => c.State != CallState.Closed).GroupBy(c => c.State)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new Reading(
            oldest is { } since ? (now - since).TotalSeconds : 0,
            await effects.CountAsync(cancellationToken),
            await effects.CountAsync(e => e.Attempts > 0, cancellationToken),
            await db.Set<Offer>().CountAsync(o => o.State == OfferState.Pending, cancellationToken),
            calls);
    }

    private IEnumerable<Measurement<double>> Of(Func<Reading, double> figure) => _latest is { } latest ? [new Measurement<double>(figure(latest))] : [];

    private IEnumerable<Measurement<int>> Calls() => _latest is { } latest
        ? Enum.GetValues<CallState>().Where(state => state != CallState.Closed)
            .Select(state => new Measurement<int>(latest.Calls.GetValueOrDefault(state), new KeyValuePair<string, object?>("state", state.ToString())))
        : [];

    private sealed record Reading(double OldestSeconds, int Pending, int Retried, int OpenOffers, IReadOnlyDictionary<CallState, int> Calls);
}
