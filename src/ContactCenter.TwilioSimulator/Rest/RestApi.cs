using System.Globalization;
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
        ParticipantResource.Map(account, board);
        NumberResource.Map(account, board);
        RecordingResource.Map(account, board);
        MessageResource.Map(account, board);
    }

    public static IResult TwilioError(int status, int code, string message) => Results.Json(
        new { code, message, more_info = $"https://www.twilio.com/docs/errors/{code}", status }, statusCode: status);

    public static IResult NotFound(HttpRequest request) => TwilioError(404, 20404, $"The requested resource {request.Path} was not found");

    /// <summary>One page of a list: <c>PageSize</c> 50 unless given, 1000 at most; <c>Page</c> counts from 0.</summary>
    public static IResult Page<T>(HttpRequest request, string name, IReadOnlyList<T> all, Func<T, object> json)
    {
        var size = Whole(request.Query["PageSize"]) is { } n ? Math.Clamp(n, 1, 1_000) : 50;
        var page = Whole(request.Query["Page"]) ?? 0;
        List<object> shown = [.. all.Skip(page * size).Take(size).Select(json)];
        return Results.Json(new Dictionary<string, object?>
        {
            [name] = shown, ["page"] = page, ["page_size"] = size, ["start"] = page * size,
            ["end"] = Math.Max(page * size, page * size + shown.Count - 1),
            ["uri"] = request.Path + request.QueryString, ["first_page_uri"] = At(0), ["previous_page_uri"] = page > 0 ? At(page - 1) : null,
            ["next_page_uri"] = (page + 1) * size < all.Count ? At(page + 1) : null,
        });

        string At(int at)
        {
            var kept = request.Query.Where(q => q.Key is not ("Page" or "PageSize"))
                .Append(new("PageSize", size.ToString(CultureInfo.InvariantCulture))).Append(new("Page", at.ToString(CultureInfo.InvariantCulture)));
            return request.Path + QueryString.Create(kept);
        }
    }

    /// <summary>The rest of a resource's address, as it stands in its <c>uri</c>.</summary>
    public static string Uri(Switchboard board, string rest) => $"/2010-04-01/Accounts/{board.Options.AccountSid}/{rest}.json";

    public static bool Matches(string? wanted, string value) => string.IsNullOrEmpty(wanted) || wanted == value;

    public static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static bool? Flag(string? value) => value?.ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };

    /// <summary>A web address that Twilio would call: absolute, http or https, no underscore in its host.</summary>
    public static bool IsWebAddress(string text) =>
        System.Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && !url.Host.Contains('_', StringComparison.Ordinal);

    /// <summary>A telephone number or a softphone's identity.</summary>
    public static bool IsParty(string text) => text.StartsWith("client:", StringComparison.Ordinal)
        ? text.Length > "client:".Length : text.Length is > 1 and <= 16 && text.TrimStart('+') is { Length: > 0 } digits
            && digits.All(char.IsAsciiDigit);

    /// <summary>Values that were given several times, or once with blanks between them.</summary>
    public static string[] Words(IFormCollection form, string name, params string[] otherwise)
    {
        string[] given = [.. form[name].SelectMany(v => v!.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        return given.Length > 0 ? given : otherwise;
    }

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
