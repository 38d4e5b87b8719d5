using ContactCenter.Server.Messaging;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Brings callers' recorded messages home: fetched, sealed, and deleted at Twilio, where no voice of a patient stays. After their time they are
/// deleted here too. A message is claimed by moving its due time ahead, so one node fetches it.
/// </summary>
internal sealed class FetchRecordings(
    TwilioRest twilio, Store store, Sealer sealer, IOptions<TwilioOptions> options, IOptions<MessagingOptions> messaging, IClock clock, TimeProvider time, ILogger<FetchRecordings> log)
    : BackgroundService
{
    private const int MostAttempts = 40;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Pass(stoppingToken);
                await Forget(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Recordings could not be fetched ({Failure}); trying again", failure.GetType().Name);
            }
            await Task.Delay(Look, time, stoppingToken);
        }
    }

    /// <summary>Fetches what is due; returns how many recordings came home.</summary>
    public async Task<int> Pass(CancellationToken cancellationToken)
    {
        var fetched = 0;
        foreach (var message in await Claim(cancellationToken))
        {
            byte[]? sound;
            try
            {
                sound = await twilio.FetchRecording(message.Recording!, cancellationToken);
            }
            catch (HttpRequestException failure)
            {
                log.LogWarning("A recording of call {CallId} could not be fetched ({Status})", message.CallId, failure.StatusCode);
                continue;
            }
            if (sound is null)
                continue;
            await Keep(message, sound, cancellationToken);
            await twilio.DeleteRecording(message.Recording!, cancellationToken);
            fetched++;
        }
        return fetched;
    }

    /// <summary>Deletes sounds that have been kept for long enough.</summary>
    public Task<int> Forget(CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var before = clock.GetCurrentInstant() - Duration.FromDays(messaging.Value.KeepRecordingsDays);
            var old = await db.Set<MessageSound>().Where(s => s.FetchedAt < before).Select(s => new { s.PracticeId, s.MessageId }).Take(100).ToListAsync(token);
            foreach (var sound in old)
            {
                await db.Set<MessageSound>().Where(s => s.PracticeId == sound.PracticeId && s.MessageId == sound.MessageId).ExecuteDeleteAsync(token);
                await db.Set<PracticeMessage>().Where(m => m.PracticeId == sound.PracticeId && m.Id == sound.MessageId)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.RecordingReady, false), token);
            }
            return old.Count;
        },
        cancellationToken);

    private Task<List<PracticeMessage>> Claim(CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            var due = await db.Set<PracticeMessage>().Where(m => m.FetchDueAt != null && m.FetchDueAt <= now).OrderBy(m => m.FetchDueAt).Take(20).ToListAsync(token);
            foreach (var message in due)
            {
                message.FetchAttempts++;
                message.FetchDueAt = message.FetchAttempts >= MostAttempts ? null : now + Duration.FromSeconds(Math.Min(5 * message.FetchAttempts, 1_800));
                message.Version++;
            }
            return due;
        },
        Rerun.OnConflictOrTakenKey,
        cancellationToken);

    private Task Keep(PracticeMessage claimed, byte[] sound, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var message = await db.Set<PracticeMessage>().SingleAsync(m => m.PracticeId == claimed.PracticeId && m.Id == claimed.Id, token);
            if (message.RecordingReady)
                return;
            db.Add(new MessageSound
            {
                PracticeId = message.PracticeId, MessageId = message.Id, FetchedAt = clock.GetCurrentInstant(),
                Box = sealer.Seal(new SealedRow("MessageSounds", message.PracticeId, message.Id), sound),
            });
            (message.RecordingReady, message.FetchDueAt) = (true, null);
            message.Version++;
        },
        cancellationToken);
}
