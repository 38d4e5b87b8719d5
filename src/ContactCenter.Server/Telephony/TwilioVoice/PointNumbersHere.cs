using System.Text.Json;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// At the start, points the account's numbers that are lines of ours at this server: voice, fallback and status notices. Repeated until it worked,
/// since Twilio may be away when we start.
/// </summary>
internal sealed class PointNumbersHere(TwilioRest twilio, VoiceUrls urls, SafeAnswers safe, StaticFallbacks fallbacks, Store store, IOptions<TwilioOptions> options, TimeProvider time, ILogger<PointNumbersHere> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = 1; !stoppingToken.IsCancellationRequested; pause = Math.Min(pause * 2, 60))
        {
            try
            {
                var lines = await Lines(stoppingToken);
                if (!options.Value.ConfigureNumbers || await Point(lines, stoppingToken))
                    return;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The telephony vendor is not reached yet ({Failure}); trying again in {Seconds} s", failure.GetType().Name, pause);
            }
            await Task.Delay(TimeSpan.FromSeconds(pause), time, stoppingToken);
        }
    }

    private async Task<Dictionary<string, string>> Lines(CancellationToken cancellationToken)
    {
        var lines = await store.Read((db, token) => (
            from line in db.Set<PhoneLine>()
            join practice in db.Set<Practice>() on line.PracticeId equals practice.Id
            where line.IsActive
            select new { line.Number, practice.OwnPhone, practice.Slug }).ToListAsync(token), cancellationToken);
        foreach (var line in lines)
            safe.Remember(line.Number, line.OwnPhone);
        return lines.ToDictionary(l => l.Number, l => l.Slug);
    }

    private async Task<bool> Point(Dictionary<string, string> slugs, CancellationToken cancellationToken)
    {
        var listed = await twilio.ListNumbers(cancellationToken);
        if (!listed.IsDone)
            return false;
        var done = true;
        foreach (var number in listed.Body.GetProperty("incoming_phone_numbers").EnumerateArray().Where(n => slugs.ContainsKey(n.GetProperty("phone_number").GetString() ?? "")))
        {
            var hosted = fallbacks.UrlOf(slugs[number.GetProperty("phone_number").GetString()!]);
            var answer = await twilio.UpdateNumber(number.GetProperty("sid").GetString()!, cancellationToken,
                ("VoiceUrl", urls.Incoming), ("VoiceMethod", "POST"), ("VoiceFallbackUrl", hosted ?? urls.Fallback), ("VoiceFallbackMethod", hosted is null ? "POST" : "GET"),
                ("StatusCallback", urls.LineNotices), ("StatusCallbackMethod", "POST"));
            done &= answer.IsDone;
        }
        return done;
    }
}
