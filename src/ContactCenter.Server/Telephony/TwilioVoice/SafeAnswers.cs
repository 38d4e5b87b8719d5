using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// What callers hear when the database or anything else fails. It needs nothing but memory: the emergency exit works from the key that travels in
/// the address, as does the language, and the practices' own telephones are remembered from better times.
/// </summary>
internal sealed class SafeAnswers(TwimlRenderer twiml, FallbackCap cap, IOptions<SafeAnswerOptions> options)
{
    private volatile FrozenDictionary<string, string> _ownPhones = FrozenDictionary<string, string>.Empty;

    /// <summary>The own telephones of all lines, as they are now; those that may not be dialled are left out.</summary>
    public void Remember(IEnumerable<KeyValuePair<string, string?>> ownPhones) =>
        _ownPhones = ownPhones.Where(p => p.Value is { } phone && OutboundNumbers.MayDial(phone, emergency: false)).ToFrozenDictionary(p => p.Key, p => p.Value!);

    public string For(string emergencyKey, string? language, VoiceForm form) =>
        emergencyKey.Length > 0 && form["Digits"] is { } keys && keys.Contains(emergencyKey, StringComparison.Ordinal) ? Emergency(1, language) : Fallback(language, form);

    public string Emergency(int attempt, string? language) => twiml.EmergencyWithoutData(attempt, options.Value.Numbers, language);

    public string Fallback(string? language, VoiceForm form) =>
        form["RecordingSid"] is not null ? TwimlRenderer.ThanksForMessage(language) : twiml.WithoutData(OwnPhone(form), language);

    // On a leg that we dialled ourselves, the practice's line is the one that calls.
    private string? OwnPhone(VoiceForm form)
    {
        var phone = _ownPhones.GetValueOrDefault(form["To"] ?? "") ?? _ownPhones.GetValueOrDefault(form["From"] ?? "");
        return phone is not null && cap.Take() ? phone : null;
    }
}

/// <summary>Settings <c>Emergency:Numbers</c>: tried in order when no script can be read.</summary>
internal sealed class SafeAnswerOptions
{
    public const string Section = "Emergency";

    public IReadOnlyList<string> Numbers { get; set; } = ["15", "112"];
}
