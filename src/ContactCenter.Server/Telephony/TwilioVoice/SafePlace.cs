using System.Globalization;
using ContactCenter.Domain.Calls;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>From where a document was asked for that could not be decided: all of it stands in the request.</summary>
/// <param name="EmergencyKey">Empty where there is none.</param>
/// <param name="Language">Hers, when it is known.</param>
/// <param name="Again">
/// Where to ask once more: on a leg that is no caller's there is nobody to be sent elsewhere. Null on a caller's leg, and when it was asked often enough.
/// </param>
internal sealed record SafePlace(string Route, CallId Call, string EmergencyKey, string? Language, string? Again)
{
    private const string Count = "again";
    private const int MostTimes = 10;
    private static readonly string[] Called = ["target-answered", "target-key", "agent-phone-key", "client"];

    // What a console gives to its softphone comes with the first request and not with the next.
    private static readonly string[] OfConsole = ["callId", "leg"];

    /// <summary>The vendor's queue carries out only what speaks, listens or leaves.</summary>
    public bool IsInQueue => Route is "wait" or "wait-key";

    public bool IsAfterQueue => Route is "queue-left";

    public static SafePlace Of(HttpContext http, VoiceUrls urls, VoiceForm form)
    {
        var (route, query) = (http.Request.Path.Value!.Split('/')[^1], http.Request.Query);
        var call = Guid.TryParse(http.Request.RouteValues["call"]?.ToString(), out var id) ? new CallId(id) : default;
        return new SafePlace(route, call, query["e"].ToString(), query["l"], Called.Contains(route) ? AskedAgain(http.Request, urls, form) : null);
    }

    private static string? AskedAgain(HttpRequest request, VoiceUrls urls, VoiceForm form)
    {
        var times = int.TryParse(request.Query[Count], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before + 1 : 1;
        if (times > MostTimes)
            return null;
        var query = request.Query.Where(q => q.Key != Count).ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        foreach (var name in OfConsole)
            query[name] = form[name] ?? query.GetValueOrDefault(name);
        query[Count] = times.ToString(CultureInfo.InvariantCulture);
        return urls.Again(request.Path + QueryString.Create(query.Where(q => q.Value is not null)));
    }
}
