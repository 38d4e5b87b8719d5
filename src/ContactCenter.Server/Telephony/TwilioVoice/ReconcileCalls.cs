using System.Globalization;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Asks Twilio what it did not tell: a notice can be lost for good. A call whose end never came would hold its agent and its invoice for ever; a leg
/// that is in the conference unknown to us would be taken for one that did not come; a border that is missing would cost or give seconds. A call is
/// claimed by moving its check time ahead, so one node asks.
/// </summary>
internal sealed class ReconcileCalls(
    TwilioRest twilio, ConferenceRecords conferences, CallDesk desk, Store store, IOptions<TwilioOptions> options, IClock clock, TimeProvider time, ILogger<ReconcileCalls> log)
    : BackgroundService, IUntoldEvents
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly Duration WhileLegsAreMissing = Duration.FromSeconds(4);
    private static readonly Duration GivesUpAfter = Duration.FromHours(6);
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
                log.LogWarning("Calls could not be compared with Twilio's records ({Failure}); trying again", failure.GetType().Name);
            }
            await Task.Delay(Look, time, stoppingToken);
        }
    }

    /// <summary>Checks what is due now; returns how many events the records brought to light.</summary>
    public async Task<int> Pass(CancellationToken cancellationToken)
    {
        var found = 0;
        foreach (var call in await Claim(cancellationToken))
            found += await Ask(call, cancellationToken);
        return found;
    }

    public async Task<int> Ask(CallRecord call, CancellationToken cancellationToken)
    {
        var found = 0;
        foreach (var missing in await Missing(call, cancellationToken))
        {
            await desk.Handle(call.Id, missing, cancellationToken);
            log.LogWarning("Twilio's record told what no notice had: {Event} of call {CallId}", missing.GetType().Name, call.Id);
            found++;
        }
        return found;
    }

    private async Task<IReadOnlyList<CallEvent>> Missing(CallRecord call, CancellationToken cancellationToken)
    {
        if (await desk.Read(call.Id, cancellationToken) is not { } known)
            return [];
        if (call.CallerLeftAt is not null)
            return await conferences.Past(call, known, cancellationToken);
        if (await End(call, cancellationToken) is { } end)
            return [end];
        return call.State is CallState.Connecting or CallState.AgentLost ? await conferences.Inside(call, known, cancellationToken) : [];
    }

    private async Task<CallReconciled?> End(CallRecord call, CancellationToken cancellationToken)
    {
        var answer = await twilio.ReadCall(call.CallerLeg, cancellationToken);
        if (!answer.IsDone)
            log.LogWarning("Twilio did not say how call {CallId} stands ({Code})", call.Id, answer.Code ?? (int)answer.HttpCode);
        return answer.Text("status") is "completed" or "busy" or "failed" or "no-answer" or "canceled"
            && DateTimeOffset.TryParseExact(answer.Text("end_time"), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? new CallReconciled($"reconciled:{call.CallerLeg}", Instant.FromDateTimeOffset(at), new LegRef(call.CallerLeg)) : null;
    }

    private Task<List<CallRecord>> Claim(CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var due = await db.Set<CallRecord>().Where(c => c.CheckDueAt != null && c.CheckDueAt <= now).OrderBy(c => c.CheckDueAt).Take(AtOnce).ToListAsync(token);
        foreach (var call in due)
        {
            call.CheckDueAt = Next(call, now);
            call.Version++;
        }
        return due;
    }, Rerun.OnConflictOrTakenKey, cancellationToken);

    private Instant? Next(CallRecord call, Instant now)
    {
        if (call.CallerLeftAt is { } left)
            return now - left > GivesUpAfter ? null : now + Duration.FromSeconds(options.Value.CheckCallsAgainAfter);
        return now + (call.State is CallState.Connecting or CallState.AgentLost ? WhileLegsAreMissing : Duration.FromSeconds(options.Value.CheckCallsAgainAfter));
    }
}
