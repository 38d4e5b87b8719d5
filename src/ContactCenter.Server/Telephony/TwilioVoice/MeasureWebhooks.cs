using ContactCenter.Server.Hosting.Telemetry;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Counts webhooks by what they ask for and how they were answered.</summary>
internal sealed class MeasureWebhooks : IEndpointFilter
{
    private static readonly object SafeAnswer = new();

    /// <summary>The caller of this request heard the safe answer.</summary>
    public static void NoteSafeAnswer(HttpContext http) => http.Items[SafeAnswer] = true;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var outcome = "failed";
        try
        {
            var result = await next(context);
            outcome = result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status403Forbidden } ? "refused"
                : http.Items.ContainsKey(SafeAnswer) ? "safe" : "answered";
            return result;
        }
        finally
        {
            Measures.Webhook(KindOf(http), outcome);
        }
    }

    // The pattern, not the address: what comes from outside makes no label.
    private static string KindOf(HttpContext http)
    {
        var last = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Split('/')[^1] ?? "";
        return last is "" || last[0] == '{' ? "document" : last;
    }
}
