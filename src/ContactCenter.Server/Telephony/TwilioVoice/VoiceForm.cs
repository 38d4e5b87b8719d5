using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>A webhook's form, read into the domain's words. Parameters may appear without notice, so the form stays open.</summary>
internal sealed class VoiceForm(IFormCollection form)
{
    public string? this[string name] => form.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    public LegRef Leg => new(this["CallSid"] ?? "");

    /// <summary>The caller's number, or null when it is masked or no number.</summary>
    public string? CallerNumber =>
        this["From"] is { } from && from.StartsWith('+') && from.Length is > 6 and <= 16 && from != "+266696687" && from.Skip(1).All(char.IsAsciiDigit) ? from : null;

    /// <summary>The leg is over: the request is a last word, not a question.</summary>
    public bool LegIsOver => this["CallStatus"] is "completed" or "busy" or "failed" or "no-answer" or "canceled";

    /// <summary>Twilio's own time, whole seconds.</summary>
    public Instant? Timestamp =>
        DateTimeOffset.TryParseExact(this["Timestamp"], "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? Instant.FromDateTimeOffset(at) : null;

    public int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The same for the same form, whatever the order of its fields.</summary>
    public string Hash()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
            text.Append(name).Append('=').Append(value.ToString()).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    public LegProgress? Progress => this["CallStatus"] switch
    {
        "queued" or "initiated" => LegProgress.Initiated,
        "ringing" => LegProgress.Ringing,
        "in-progress" or "answered" => LegProgress.Answered,
        "completed" => LegProgress.Completed,
        "busy" => LegProgress.Busy,
        "no-answer" => LegProgress.NoAnswer,
        "failed" => LegProgress.Failed,
        "canceled" => LegProgress.Cancelled,
        _ => null,
    };

    public DialOutcome DialOutcome => this["DialCallStatus"] switch
    {
        "completed" or "answered" => DialOutcome.Answered,
        "busy" => DialOutcome.Busy,
        "no-answer" => DialOutcome.NoAnswer,
        "canceled" => DialOutcome.Cancelled,
        _ => DialOutcome.Failed,
    };

    /// <summary>Whether the dialled party and this one were ever connected; null when it is not said.</summary>
    public bool? DialBridged => bool.TryParse(this["DialBridged"], out var bridged) ? bridged : null;

    public QueueExit QueueExit => this["QueueResult"] switch
    {
        "hangup" => QueueExit.HungUp,
        "leave" => QueueExit.Left,
        "redirected" or "redirected-from-bridged" or "bridged" or "bridging-in-process" => QueueExit.Redirected,
        _ => QueueExit.Refused,
    };
}
