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
    public string Route(CallId call, CallRoute route, int turn, char? emergencyKey = null) => string.Create(CultureInfo.InvariantCulture,
        $"{Base}/twilio/voice/calls/{call.Value:N}/{Name(route.Kind)}?a={Uri.EscapeDataString(route.Argument ?? "")}&t={turn}{(emergencyKey is { } key ? $"&e={Uri.EscapeDataString(key.ToString())}" : "")}{ForDocuments}");

    public string Notices(CallId call, string kind) => $"{Base}/twilio/voice/calls/{call.Value:N}/{kind}{ForNotices}";

    public string Incoming => $"{Base}/twilio/voice/incoming{ForDocuments}";

    public string LineNotices => $"{Base}/twilio/voice/status{ForNotices}";

    public string Fallback => $"{Base}/twilio/voice/fallback";

    public string Music => $"{Base}/twilio/voice/music{ForDocuments}";

    public string Sound(string file) => $"{Base}/audio/{file}";

    public string EmergencyWithoutData(int attempt) => string.Create(CultureInfo.InvariantCulture, $"{Base}/twilio/voice/emergency?n={attempt}");

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
