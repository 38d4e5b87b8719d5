using System.Text.Json;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Keeps in step with the practices' lines: remembers their own telephones for bad times, and points the account's numbers that are lines of ours at
/// this server, for voice, fallback and status notices. A line added or changed later is seen without a restart; what failed is tried again.
/// </summary>
internal sealed class PointNumbersHere(TwilioRest twilio, VoiceUrls urls, Lines lines, IOptions<TwilioOptions> options, TimeProvider time, ILogger<PointNumbersHere> log)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, string> _pointed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            failures = await Pass(stoppingToken) ? 0 : failures + 1;
            var pause = failures == 0 ? Look : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), Look.TotalSeconds));
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Looks once; false when something must be tried again soon.</summary>
    public async Task<bool> Pass(CancellationToken cancellationToken)
    {
        try
        {
            var fallbacks = await lines.Read(cancellationToken);
            var all = fallbacks.All(l => _pointed.GetValueOrDefault(l.Key) == l.Value);
            return !options.Value.ConfigureNumbers || all || await Point(fallbacks, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("The practices' lines could not be looked after ({Failure}); trying again", failure.GetType().Name);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> Point(IReadOnlyDictionary<string, string> fallbacks, CancellationToken cancellationToken)
    {
        var listed = await twilio.ListNumbers(cancellationToken);
        if (!listed.IsDone)
            return false;
        var done = true;
        foreach (var number in listed.Body.GetProperty("incoming_phone_numbers").EnumerateArray())
        {
            if (fallbacks.TryGetValue(number.GetProperty("phone_number").GetString() ?? "", out var hosted))
                done &= await Point(number, hosted, cancellationToken);
        }
        // A line that the account does not have is looked for again only when the lines change.
        if (done)
        {
            _pointed.Clear();
            foreach (var (line, hosted) in fallbacks)
                _pointed[line] = hosted;
        }
        return done;
    }

    private async Task<bool> Point(JsonElement number, string hosted, CancellationToken cancellationToken)
    {
        var answer = await twilio.UpdateNumber(number.GetProperty("sid").GetString()!, cancellationToken,
            ("VoiceUrl", urls.Incoming), ("VoiceMethod", "POST"), ("VoiceFallbackUrl", hosted.Length == 0 ? urls.Fallback : hosted),
            ("VoiceFallbackMethod", hosted.Length == 0 ? "POST" : "GET"), ("StatusCallback", urls.LineNotices), ("StatusCallbackMethod", "POST"));
        return answer.IsDone;
    }
}

/// <summary>The lines that are answered now.</summary>
internal sealed class Lines(Store store, SafeAnswers safe, FallbackFolder place)
{
    /// <summary>Each active line with the address of its hosted fallback document, empty without one; their own telephones are remembered on the way.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Read(CancellationToken cancellationToken)
    {
        var lines = await store.Read((db, token) => (
            from line in db.Set<PhoneLine>()
            join practice in db.Set<Practice>() on line.PracticeId equals practice.Id
            where line.IsActive
            select new { line.Number, practice.OwnPhone, practice.Slug }).ToListAsync(token), cancellationToken);
        safe.Remember(lines.Select(l => new KeyValuePair<string, string?>(l.Number, l.OwnPhone)));
        return lines.ToDictionary(l => l.Number, l => place.UrlOf(l.Slug) ?? "");
    }
}
