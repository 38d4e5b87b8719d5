using ContactCenter.Domain.Calls;
using ContactCenter.Server.Hosting.Telemetry;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Calls;

/// <summary>
/// Empties the outbox: at least once, in order per call, several calls side by side. Any node may do it: an effect is claimed by moving its due
/// time ahead in a conditional update, so a node that dies holds it for one lease and no longer. One that stood still for as long lets go by itself.
/// </summary>
internal sealed class CarryOutEffects(
    Store store, Sealer sealer, CallDesk desk, CallSignals signals, EffectHands hands, IClock clock, TimeProvider time, ILogger<CarryOutEffects> log) : BackgroundService
{
    private const int MostAttempts = 8;
    private const int SideBySide = 16;
    private static readonly Duration Lease = Duration.FromSeconds(20);

    /// <summary>Of its lease, how long a node may work: the rest is for an answer that is under way.</summary>
    private static readonly TimeSpan Working = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _work = new(0);

    public override void Dispose()
    {
        _work.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = Listen(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Pass(stoppingToken))
                {
                }
                await WaitForWork(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The outbox could not be read; trying again");
                await Task.Delay(Look, time, CancellationToken.None);
            }
        }
        await listening;
    }

    /// <summary>Carries out what is due now; true when there may be more.</summary>
    public async Task<bool> Pass(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.Read((db, token) => FirstOfEachCall(db, now, token), cancellationToken);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (effect, token) => await Carry(effect, token));
        return due.Count > 0;
    }

    private async Task Listen(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var change in signals.Listen(cancellationToken))
            {
                if (change.HasEffects && _work.CurrentCount == 0)
                    _work.Release();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task WaitForWork(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_work.WaitAsync(patience.Token), Task.Delay(Look, time, patience.Token));
        await patience.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task<List<PendingEffect>> FirstOfEachCall(ContactCenterDb db, Instant now, CancellationToken cancellationToken)
    {
        var effects = db.Set<PendingEffect>();
        return await effects
            .Where(e => e.DueAt <= now && !effects.Any(earlier => earlier.CallId == e.CallId && earlier.Number < e.Number))
            .OrderBy(e => e.DueAt).Take(200).ToListAsync(cancellationToken);
    }

    private async Task Carry(PendingEffect effect, CancellationToken cancellationToken)
    {
        var claiming = time.GetTimestamp();
        if (await Claim(effect, cancellationToken) is not { } record)
            return;
        using var lease = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (Working - time.GetElapsedTime(claiming) is not { Ticks: > 0 } left)
        {
            log.LogWarning("Effect {Effect} of call {CallId} is left to others: this server stood still with it", effect.Kind, effect.CallId);
            return;
        }
        lease.CancelAfter(left);
        var content = sealer.Open<CallEffect>(CallFile.EffectRow(record, effect.Number), effect.Effect);
        using var span = Spans.OfCall("effect", effect.CallId.Value, effect.Kind);
        var begun = time.GetTimestamp();
        EffectOutcome outcome;
        try
        {
            outcome = await hands.Carry(record, content, lease.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(failure, "Effect {Effect} of call {CallId} failed", effect.Kind, effect.CallId);
            outcome = EffectOutcome.TryAgain(Backoff(effect.Attempts), failure.GetType().Name);
        }
        if (outcome.RetryAfter is not null && effect.Attempts + 1 >= MostAttempts)
        {
            log.LogError("Effect {Effect} of call {CallId} given up after {Attempts} attempts: {Failure}", effect.Kind, effect.CallId, effect.Attempts + 1, outcome.Failure);
            outcome = EffectOutcome.GivenUp(outcome.Failure!, hands.WhenGivenUp(content, clock.GetCurrentInstant()));
        }
        Measures.Effect(effect.Kind, OutcomeOf(outcome), time.GetElapsedTime(begun));
        if (outcome.Happened is { } happened)
            await desk.Handle(effect.CallId, happened, cancellationToken);
        await Settle(effect, outcome, cancellationToken);
    }

    private Task<CallRecord?> Claim(PendingEffect seen, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var claimed = await db.Set<PendingEffect>()
            .Where(e => e.CallId == seen.CallId && e.Number == seen.Number && e.Version == seen.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, clock.GetCurrentInstant() + Lease).SetProperty(e => e.Version, seen.Version + 1), token);
        return claimed == 1 ? await db.Set<CallRecord>().AsNoTracking().SingleAsync(c => c.Id == seen.CallId, token) : null;
    }, cancellationToken);

    private Task<int> Settle(PendingEffect effect, EffectOutcome outcome, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var mine = db.Set<PendingEffect>().Where(e => e.CallId == effect.CallId && e.Number == effect.Number && e.Version == effect.Version + 1);
        return outcome.RetryAfter is { } after
            ? await mine.ExecuteUpdateAsync(set => set
                .SetProperty(e => e.DueAt, clock.GetCurrentInstant() + after)
                .SetProperty(e => e.Attempts, effect.Attempts + 1)
                .SetProperty(e => e.LastFailure, outcome.Failure)
                .SetProperty(e => e.Version, effect.Version + 2), token)
            : await mine.ExecuteDeleteAsync(token);
    }, cancellationToken);

    private static string OutcomeOf(EffectOutcome outcome) => outcome.RetryAfter is not null ? "retry" : outcome.Failure is not null ? "given_up" : "done";

    private static Duration Backoff(int attempts) => Duration.FromMilliseconds(200 * Math.Pow(2, Math.Min(attempts, 6)));
}
