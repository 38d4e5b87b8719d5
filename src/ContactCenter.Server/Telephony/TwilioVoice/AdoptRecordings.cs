using System.Text.Json;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Messaging;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Finds messages that were recorded while this server was gone, by the static fallback document. Recordings are deleted at Twilio once they are
/// here, so whatever is still listed there and unknown here is a stray.
/// </summary>
internal sealed class AdoptRecordings(
    TwilioRest twilio, KeepMessages messages, CallDesk calls, Store store, IOptions<TwilioOptions> options, TimeProvider time, ILogger<AdoptRecordings> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(2);

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
                log.LogWarning("Twilio's list of recordings could not be read ({Failure}); trying again", failure.GetType().Name);
            }
            await Task.Delay(Look, time, stoppingToken);
        }
    }

    /// <summary>Takes in what is listed and unknown; returns how many messages that were.</summary>
    public async Task<int> Pass(CancellationToken cancellationToken)
    {
        var listed = await twilio.ListRecordings(cancellationToken);
        if (!listed.IsDone || !listed.Body.TryGetProperty("recordings", out var recordings))
            return 0;
        var adopted = 0;
        foreach (var recording in recordings.EnumerateArray())
        {
            if (Text(recording, "sid") is { } sid && Text(recording, "call_sid") is { } leg && Text(recording, "status") == "completed"
                && await Adopt(sid, leg, int.TryParse(Text(recording, "duration"), out var seconds) ? seconds : 0, cancellationToken))
                adopted++;
        }
        return adopted;
    }

    private async Task<bool> Adopt(string recording, string leg, int seconds, CancellationToken cancellationToken)
    {
        if (await store.Read((db, token) => db.Set<PracticeMessage>().AnyAsync(m => m.Recording == recording, token), cancellationToken))
            return false;
        // A call that is known will tell of its recording itself.
        if (await calls.FindByCallerLeg(new(leg), cancellationToken) is not null)
            return false;
        var call = await twilio.ReadCall(leg, cancellationToken);
        if (!call.IsDone || call.Text("to") is not { } line)
            return false;
        var practice = await store.Read((db, token) => db.Set<PhoneLine>().Where(l => l.Number == line).Select(l => (PracticeId?)l.PracticeId).SingleOrDefaultAsync(token), cancellationToken);
        if (practice is null)
            return false;
        var from = call.Text("from") is { } number && number.StartsWith('+') ? number : null;
        await messages.Keep(practice.Value, null, recording, Duration.FromSeconds(seconds), from, false, cancellationToken);
        return true;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.ToString() : null;
}
