using System.Globalization;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Asks Twilio about calls whose end was never told: a notice can be lost for good, and a call that nobody ends would hold its agent and its
/// invoice for ever. A call is claimed by moving its check time ahead, so one node asks.
/// </summary>
internal sealed class ReconcileCalls(
    TwilioRest twilio, CallDesk desk, Store store, IOptions<TwilioOptions> options, IClock clock, TimeProvider time, ILogger<ReconcileCalls> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private const int AtOnce = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Calls without a known end could not be checked ({Failure}); trying again", failure.GetType().Name);
            }
            await Task.Delay(Look, time, stoppingToken);
        }
    }

    /// <summary>Checks what is due now; returns how many calls were found to be over.</summary>
    public async Task<int> Pass(CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var call in await Claim(cancellationToken))
        {
            var answer = await twilio.ReadCall(call.CallerLeg, cancellationToken);
            if (!answer.IsDone)
            {
                log.LogWarning("Twilio did not say how call {CallId} stands ({Code})", call.Id, answer.Code ?? (int)answer.HttpCode);
                continue;
            }
            if (EndOf(answer) is not { } end)
                continue;
            await desk.Handle(call.Id, new CallReconciled($"reconciled:{call.CallerLeg}", end, new LegRef(call.CallerLeg)), cancellationToken);
            log.LogWarning("The end of call {CallId} was never told; Twilio's record closed it", call.Id);
            ended++;
        }
        return ended;
    }

    private Task<List<CallRecord>> Claim(CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var due = await db.Set<CallRecord>().Where(c => c.CheckDueAt != null && c.CheckDueAt <= now).OrderBy(c => c.CheckDueAt).Take(AtOnce).ToListAsync(token);
        foreach (var call in due)
        {
            call.CheckDueAt = now + Duration.FromSeconds(options.Value.CheckCallsAgainAfter);
            call.Version++;
        }
        return due;
    }, Rerun.OnConflictOrTakenKey, cancellationToken);

    private static Instant? EndOf(TwilioAnswer call) =>
        call.Text("status") is "completed" or "busy" or "failed" or "no-answer" or "canceled"
        && DateTimeOffset.TryParseExact(call.Text("end_time"), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? Instant.FromDateTimeOffset(at) : null;
}
