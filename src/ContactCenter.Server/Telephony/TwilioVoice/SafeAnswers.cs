using System.Collections.Concurrent;
using System.Collections.Frozen;
using ContactCenter.Domain.Calls;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// What callers hear when the database or anything else fails. It needs nothing but memory: the emergency exit works from the key that travels in
/// the address, as does the language, and the practices' own telephones are remembered from better times.
/// </summary>
internal sealed class SafeAnswers(TwimlRenderer twiml, FallbackCap cap, IClock clock, IOptions<SafeAnswerOptions> options)
{
    private const int MostRescues = 1_000;

    // Callers who pressed the emergency key in the queue: a document there can only let them out, and what follows is another request.
    private readonly ConcurrentDictionary<LegRef, bool> _rescues = new();
    private volatile FrozenDictionary<string, string> _ownPhones = FrozenDictionary<string, string>.Empty;

    /// <summary>The own telephones of all lines, as they are now; those that may not be dialled are left out.</summary>
    public void Remember(IEnumerable<KeyValuePair<string, string?>> ownPhones) =>
        _ownPhones = ownPhones.Where(p => p.Value is { } phone && OutboundNumbers.MayDial(phone, emergency: false)).ToFrozenDictionary(p => p.Key, p => p.Value!);

    /// <summary>For how long a decision is waited for.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(options.Value.AnswerWithin);

    public string For(SafePlace place, VoiceForm form)
    {
        var rescue = place.EmergencyKey.Length > 0 && form["Digits"] is { } keys && keys.Contains(place.EmergencyKey, StringComparison.Ordinal);
        if (place.IsInQueue)
            return rescue ? LetOut(place, form.Leg) : Waiting(place);
        if (place.Again is { } again)
            return TwimlRenderer.OneMoment(again, place.Language);
        return rescue || (place.IsAfterQueue && form.QueueExit == QueueExit.Left && IsToBeRescued(form.Leg)) ? Emergency(1, place.Language) : Fallback(place.Language, form);
    }

    /// <summary>Whether she pressed the emergency key in the queue and has not been told of since.</summary>
    public bool IsToBeRescued(LegRef leg) => _rescues.ContainsKey(leg);

    public void Told(LegRef leg) => _rescues.TryRemove(leg, out _);

    public string Emergency(int attempt, string? language) => twiml.EmergencyWithoutData(attempt, options.Value.Numbers, language);

    public string Fallback(string? language, VoiceForm form) =>
        form["RecordingSid"] is not null ? TwimlRenderer.ThanksForMessage(language) : twiml.WithoutData(OwnPhone(form), language);

    private string LetOut(SafePlace place, LegRef leg)
    {
        if (_rescues.Count >= MostRescues)
            _rescues.Clear();
        _rescues[leg] = true;
        return twiml.Render([new LeaveQueue()], Document(place));
    }

    // She keeps her place and asks again when the music is over.
    private string Waiting(SafePlace place)
    {
        var words = SafeWords.In(place.Language);
        return twiml.Render(
            [new Gather([new Say(words.Waiting, words.Language), new Play(Play.HoldMusic)], false, 1, Duration.FromSeconds(1), [], words.Language, new CallRoute(CallRouteKind.WaitKey))],
            Document(place));
    }

    // Turns count up from one: these are nobody else's.
    private VoiceDocument Document(SafePlace place) =>
        new(place.Call, "", -(int)(clock.GetCurrentInstant().ToUnixTimeSeconds() % int.MaxValue), place.EmergencyKey is [var key, ..] ? key : '9', place.Language);

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

    /// <summary>Seconds after which a caller hears the safe document, whatever is still being decided.</summary>
    public double AnswerWithin { get; set; } = 2.5;
}
