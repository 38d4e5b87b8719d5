using System.Text;
using System.Globalization;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary>Voice Insights: who was in a conference from when to when. It knows what happened even where every notice of it was lost.</summary>
internal static class InsightsResource
{
    public static void Map(IEndpointRouteBuilder routes, GroundTruth truth, SimulatorOptions options) =>
        routes.MapGet("/v1/Conferences/{sid}/Participants", (string sid, HttpRequest request) =>
        {
            var header = request.Headers.Authorization.ToString();
            var (token, key) = ($"{options.AccountSid}:{options.AuthToken}", $"{options.ApiKeySid}:{options.ApiKeySecret}");
            if (header != Basic(token) && header != Basic(key))
                return RestApi.TwilioError(401, 20003, "Authenticate");
            var events = truth.Within(sid);
            return Results.Json(new
            {
                participants = events.Where(e => e.What == "joined").Select(joined =>
                {
                    var left = events.FirstOrDefault(e => e.What == "left" && e.Leg == joined.Leg && e.At >= joined.At);
                    return new
                    {
                        account_sid = options.AccountSid, conference_sid = sid, call_sid = joined.Leg, label = joined.Label,
                        join_time = Iso(joined.At), leave_time = Iso(left?.At),
                        duration_seconds = left is null ? (long?)null : left.At.ToUnixTimeSeconds() - joined.At.ToUnixTimeSeconds(),
                        processing_state = left is null ? "in_progress" : "complete",
                    };
                }),
            });
        });

    private static string Basic(string credentials) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}";

    private static string? Iso(DateTimeOffset? at) => at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
