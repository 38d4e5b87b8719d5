using System.Globalization;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary><c>Calls</c>: create, read, list, redirect, hang up.</summary>
internal static class CallResource
{
    private const int LongestTwiml = 4_000;
    private const int LongestTimeout = 600;

    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapPost("/Calls.json", async (HttpRequest request) => Create(await request.ReadFormAsync(), board)).DisableAntiforgery();
        account.MapGet("/Calls.json", (HttpRequest request) => List(request, board));
        account.MapGet("/Calls/{sid}.json", (string sid, HttpRequest request) => board.Find(sid) is { } leg ? Results.Json(Json(leg, board))
            : RestApi.NotFound(request));
        account.MapPost("/Calls/{sid}.json", async (string sid, HttpRequest request) =>
            Update(sid, await request.ReadFormAsync(), request, board)).DisableAntiforgery();
    }

    /// <summary>What is wrong with the two ends of a new call, or null.</summary>
    public static IResult? WrongParties(string from, string to, Switchboard board)
    {
        if (to.Length == 0)
            return RestApi.TwilioError(400, 21201, "No 'To' number is specified");
        if (from.Length == 0)
            return RestApi.TwilioError(400, 21603, "A 'From' phone number is required");
        if (!RestApi.IsParty(to))
            return RestApi.TwilioError(400, 21211, $"The phone number you are attempting to call, {to}, is not valid.");
        return board.Options.Numbers.All(n => n.Number != from) && !(from.StartsWith("client:", StringComparison.Ordinal)
            && to.StartsWith("client:", StringComparison.Ordinal))
            ? RestApi.TwilioError(400, 21210, $"The source phone number provided, {from}, is not yet verified for your account.") : null;
    }

    private static IResult Create(IFormCollection form, Switchboard board)
    {
        var (to, from) = (form["To"].ToString(), form["From"].ToString());
        if ((WrongParties(from, to, board) ?? WrongDocument(form) ?? WrongCallback(form)) is { } wrong)
            return wrong;
        var timeout = Math.Min(RestApi.Whole(form["Timeout"]) ?? 60, LongestTimeout);
        var leg = board.DialOut(
            new(from, to, "outbound-api", form["StatusCallback"].ToString(), RestApi.Words(form, "StatusCallbackEvent", "completed")),
            Document(form), form["FallbackUrl"].ToString(), TimeSpan.FromSeconds(timeout));
        return Results.Json(Json(leg, board), statusCode: 201);
    }

    private static IResult Update(string sid, IFormCollection form, HttpRequest request, Switchboard board)
    {
        if (board.Find(sid) is not { } leg)
            return RestApi.NotFound(request);
        if (leg.IsOver || leg.Ending)
            return RestApi.TwilioError(400, 21220, "Call is not in-progress. Cannot redirect.");
        switch (form["Status"].ToString())
        {
            case "completed":
            case "canceled" when leg.AnsweredAt is null:
                leg.HangUp(byParty: false);
                return Results.Json(Json(leg, board));
            case "canceled":
                return Results.Json(Json(leg, board));
            case not "":
                return RestApi.TwilioError(400, 21218, "Invalid Status: completed or canceled");
        }
        if (WrongDocument(form) is { } wrong)
            return wrong;
        if (leg.AnsweredAt is null)
            return RestApi.TwilioError(400, 21220, "Call is not in-progress. Cannot redirect.");
        leg.Redirect(Document(form));
        return Results.Json(Json(leg, board));
    }

    // A document in the request is ignored when an address is given as well.
    private static string Document(IFormCollection form) => form["Url"].ToString() is { Length: > 0 } url ? url : form["Twiml"].ToString();

    private static IResult? WrongDocument(IFormCollection form)
    {
        var (url, twiml) = (form["Url"].ToString(), form["Twiml"].ToString());
        if (url.Length == 0 && twiml.Length == 0)
            return RestApi.TwilioError(400, 21205, "Url parameter is required");
        if (url.Length > 0 && !RestApi.IsWebAddress(url))
            return RestApi.TwilioError(400, 21205, $"Url is not a valid URL: {url}");
        return url.Length == 0 && twiml.Length > LongestTwiml ? RestApi.TwilioError(400, 21624, $"Twiml is longer than {LongestTwiml} characters")
            : null;
    }

    private static IResult? WrongCallback(IFormCollection form) => form["StatusCallback"].ToString() is { Length: > 0 } url
        && !RestApi.IsWebAddress(url)
        ? RestApi.TwilioError(400, 21609, $"Invalid 'StatusCallback' URL: {url}") : null;

    private static IResult List(HttpRequest request, Switchboard board)
    {
        var query = request.Query;
        var legs = board.Legs
            .Where(l => RestApi.Matches(query["Status"], l.Word) && RestApi.Matches(query["To"], l.To) && RestApi.Matches(query["From"], l.From))
            .Where(l => RestApi.Matches(query["ParentCallSid"], l.ParentSid ?? ""))
            .Where(l => Began(l) >= Bound(query["StartTime>"], DateTimeOffset.MinValue) && Began(l) <= Bound(query["StartTime<"], DateTimeOffset.MaxValue))
            .OrderByDescending(l => l.CreatedAt).ToList();
        return RestApi.Page(request, "calls", legs, l => Json(l, board));
    }

    // A leg that never was answered began when it was made.
    private static DateTimeOffset Began(Leg leg) => leg.AnsweredAt ?? leg.CreatedAt;

    // The name of the parameter ends in < or >, what follows the sign = is the value: both bounds are included, and a day means its midnight in UTC.
    private static DateTimeOffset Bound(string? text, DateTimeOffset otherwise) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var bound) ? bound : otherwise;

    // Told some time after the end, as a negative amount: what the account is charged.
    private static string? Price(Leg leg, Switchboard board) => leg.State == LegState.Completed && board.Options.PricePerMinute is { } price
        ? (-price * ((Switchboard.Seconds(leg) + 59) / 60)).ToString("0.00000", CultureInfo.InvariantCulture) : null;

    private static object Json(Leg leg, Switchboard board) => new
    {
        sid = leg.Sid, account_sid = board.Options.AccountSid, parent_call_sid = leg.ParentSid, from = leg.From, to = leg.To, status = leg.Word,
        direction = leg.Direction,
        start_time = RestApi.Date(leg.AnsweredAt), end_time = RestApi.Date(leg.EndedAt), date_created = RestApi.Date(leg.CreatedAt),
        duration = leg.State == LegState.Completed ? Switchboard.Seconds(leg).ToString(CultureInfo.InvariantCulture) : null,
        price = Price(leg, board), price_unit = board.Options.PriceUnit, api_version = "2010-04-01", uri = RestApi.Uri(board, $"Calls/{leg.Sid}"),
    };
}
