using System.Globalization;
using ContactCenter.Domain.Calls;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// The addresses handed to Twilio. Each carries the retry rules as a fragment, which Twilio honours and does not sign: a document is
/// asked for again quickly, a notice again and again.
/// </summary>
internal sealed class VoiceUrls(IOptions<TwilioOptions> options)
{
    private const string ForDocuments = "#ct=2000&rt=4000&rc=2&rp=ct,rt,5xx&e=dublin,frankfurt";
    private const string ForNotices = "#rc=5&rp=all";

    private string Base => (options.Value.PublicBaseUrl ?? throw new InvalidOperationException("Twilio:PublicBaseUrl is not set.")).ToString().TrimEnd('/');

    /// <param name="turn">Makes the address new with every document, so that two equal answers in a row are two requests.</param>
    /// <param name="emergencyKey">Travels along so that the emergency exit works when the database does not.</param>
    /// <param name="language">Travels along so that the caller is spoken to in it all the same; French unless it says otherwise.</param>
    public string Route(CallId call, CallRoute route, int turn, char? emergencyKey = null, string? language = null)
    {
        var address = string.Create(CultureInfo.InvariantCulture,
            $"{Base}/twilio/voice/calls/{call.Value:N}/{Name(route.Kind)}?a={Uri.EscapeDataString(route.Argument ?? "")}&t={turn}");
        if (emergencyKey is { } key)
            address += $"&e={Uri.EscapeDataString(key.ToString())}";
        return address + Language(language) + ForDocuments;
    }

    public string Notices(CallId call, string kind) => $"{Base}/twilio/voice/calls/{call.Value:N}/{kind}{ForNotices}";

    public string Incoming => $"{Base}/twilio/voice/incoming{ForDocuments}";

    public string LineNotices => $"{Base}/twilio/voice/status{ForNotices}";

    /// <summary>Where a caller's leg asks when we failed it.</summary>
    public string Fallback => $"{Base}/twilio/voice/fallback{ForDocuments}";

    /// <summary>Where a message leads that was recorded when we had failed.</summary>
    public string FallbackRecorded(string? language) => $"{Base}/twilio/voice/fallback?recorded=1{Language(language)}{ForDocuments}";

    /// <summary>Where a leg asks that we dialled ourselves: there is no caller on it.</summary>
    public string CalledFallback => $"{Base}/twilio/voice/called-fallback{ForDocuments}";

    /// <summary>An address of ours that is to be asked once more.</summary>
    public string Again(string pathAndQuery) => $"{Base}{pathAndQuery}{ForDocuments}";

    public string Music => $"{Base}/twilio/voice/music{ForDocuments}";

    public string Sound(string file) => $"{Base}/audio/{file}{ForDocuments}";

    public string EmergencyWithoutData(int attempt, string? language) =>
        string.Create(CultureInfo.InvariantCulture, $"{Base}/twilio/voice/emergency?n={attempt}{Language(language)}{ForDocuments}");

    private static string Language(string? tag) => tag is null || tag.StartsWith("fr", StringComparison.Ordinal) ? "" : $"&l={Uri.EscapeDataString(tag)}";

    public static string Name(CallRouteKind kind) => kind switch
    {
        CallRouteKind.Input => "input",
        CallRouteKind.Wait => "wait",
        CallRouteKind.WaitKey => "wait-key",
        CallRouteKind.QueueLeft => "queue-left",
        CallRouteKind.Join => "join",
        CallRouteKind.ConferenceLeft => "conference-left",
        CallRouteKind.MessageRecorded => "message-recorded",
        CallRouteKind.EmergencyDialEnded => "emergency-dial-ended",
        CallRouteKind.DiversionEnded => "diversion-ended",
        CallRouteKind.DialAnswered => "dial-answered",
        CallRouteKind.DialKey => "dial-key",
        CallRouteKind.TargetAnswered => "target-answered",
        CallRouteKind.TargetKey => "target-key",
        CallRouteKind.AgentPhone => "agent-phone",
        CallRouteKind.AgentPhoneKey => "agent-phone-key",
        CallRouteKind.CallbackAnswered => "callback-answered",
        CallRouteKind.CallbackKey => "callback-key",
        CallRouteKind.TaskAnswered => "task-answered",
        CallRouteKind.TaskKey => "task-key",
        CallRouteKind.HoldMusic => "hold-music",
        CallRouteKind.AgentBackSoon => "agent-back-soon",
    };
}
