using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// What callers hear when the database or anything else fails. It needs nothing but memory: the emergency exit works from the key that travels in
/// the address, and the practice's own telephone is remembered from better times.
/// </summary>
internal sealed class SafeAnswers(TwimlRenderer twiml, IOptions<SafeAnswerOptions> options)
{
    private readonly ConcurrentDictionary<string, string> _ownPhones = new();

    public void Remember(string line, string? ownPhone)
    {
        if (ownPhone is null)
            _ownPhones.TryRemove(line, out _);
        else
            _ownPhones[line] = ownPhone;
    }

    public string For(string emergencyKey, VoiceForm form) =>
        emergencyKey.Length > 0 && form["Digits"] is { } keys && keys.Contains(emergencyKey, StringComparison.Ordinal) ? Emergency(1) : Fallback(form);

    public string Emergency(int attempt) => twiml.EmergencyWithoutData(attempt, options.Value.Numbers);

    public string Fallback(VoiceForm form) =>
        form["RecordingSid"] is not null ? TwimlRenderer.ThanksForMessage() : twiml.WithoutData(_ownPhones.GetValueOrDefault(form["To"] ?? ""));
}

/// <summary>Settings <c>Emergency:Numbers</c>: tried in order when no script can be read.</summary>
internal sealed class SafeAnswerOptions
{
    public const string Section = "Emergency";

    public IReadOnlyList<string> Numbers { get; set; } = ["15", "112"];
}
