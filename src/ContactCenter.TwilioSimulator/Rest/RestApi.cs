using System.Text;
using ContactCenter.TwilioSimulator.Voice;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary>The REST resources under <c>/2010-04-01/Accounts/{Sid}</c>, with Twilio's authentication, JSON and error codes.</summary>
internal static class RestApi
{
    public static void MapRest(this IEndpointRouteBuilder routes, Switchboard board)
    {
        var account = routes.MapGroup("/2010-04-01/Accounts/{account}").AddEndpointFilter(async (context, next) =>
            Allowed(context.HttpContext, board.Options) ? await next(context) : TwilioError(401, 20003, "Authenticate"));
        CallResource.Map(account, board);
        ConferenceResource.Map(account, board);
        NumberResource.Map(account, board);
    }

    public static IResult TwilioError(int status, int code, string message) => Results.Json(
        new { code, message, more_info = $"https://www.twilio.com/docs/errors/{code}", status }, statusCode: status);

    public static IResult NotFound(HttpRequest request) => TwilioError(404, 20404, $"The requested resource {request.Path} was not found");

    public static string? Date(DateTimeOffset? at) => at is { } known ? WireTime.Text(known) : null;

    private static bool Allowed(HttpContext http, SimulatorOptions options)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.Ordinal) || http.GetRouteValue("account")?.ToString() != options.AccountSid)
            return false;
        try
        {
            var given = Encoding.UTF8.GetString(Convert.FromBase64String(header[6..]));
            return given == $"{options.AccountSid}:{options.AuthToken}" || given == $"{options.ApiKeySid}:{options.ApiKeySecret}";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
