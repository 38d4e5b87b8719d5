using System.Globalization;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Rest;

internal static class CallResource
{
    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapPost("/Calls.json", async (HttpRequest request) => Create(await request.ReadFormAsync(), board)).DisableAntiforgery();
        account.MapGet("/Calls.json", (HttpRequest request) => List(request, board));
        account.MapGet("/Calls/{sid}.json", (string sid, HttpRequest request) => board.Find(sid) is { } leg ? Results.Json(Json(leg, board)) : RestApi.NotFound(request));
        account.MapPost("/Calls/{sid}.json", async (string sid, HttpRequest request) => Update(sid, await request.ReadFormAsync(), request, board)).DisableAntiforgery();
    }

    private static IResult Create(IFormCollection form, Switchboard board)
    {
        var (to, from) = (form["To"].ToString(), form["From"].ToString());
        if (to.Length == 0)
            return RestApi.TwilioError(400, 21201, "No 'To' number is specified");
        if (from.Length == 0)
            return RestApi.TwilioError(400, 21603, "A 'From' phone number is required");
        if (!to.StartsWith("client:", StringComparison.Ordinal) && !to.TrimStart('+').All(char.IsAsciiDigit))
            return RestApi.TwilioError(400, 21211, $"Invalid 'To' Phone Number: {to}");
        if (board.Options.Numbers.All(n => n.Number != from))
            return RestApi.TwilioError(400, 21210, "The source phone number provided is not yet verified for your account.");
        var document = form["Url"].ToString() is { Length: > 0 } url ? url : form["Twiml"].ToString();
        if (document.Length == 0)
            return RestApi.TwilioError(400, 21205, "Url parameter is required");
        if (form["Url"].Count == 0 && document.Length > 4_000)
            return RestApi.TwilioError(400, 21624, "Twiml is longer than 4000 characters");
        var timeout = int.TryParse(form["Timeout"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, 600) : 60;
        string[] events = form["StatusCallbackEvent"].Count > 0 ? [.. form["StatusCallbackEvent"].Select(e => e!)] : ["completed"];
        var leg = board.DialOut(new(from, to, "outbound-api", form["StatusCallback"].ToString(), events), document, form["FallbackUrl"].ToString(), TimeSpan.FromSeconds(timeout));
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
                leg.HangUp(byParty: false);
                return Results.Json(Json(leg, board));
            case "canceled" when leg.AnsweredAt is null:
                leg.HangUp(byParty: false);
                return Results.Json(Json(leg, board));
            case "canceled":
                return Results.Json(Json(leg, board));
            case not "":
                return RestApi.TwilioError(400, 21218, "Invalid Status: completed or canceled");
        }
        var document = form["Url"].ToString() is { Length: > 0 } url ? url : form["Twiml"].ToString();
        if (document.Length == 0)
            return RestApi.TwilioError(400, 21205, "Url parameter is required");
        leg.Redirect(document);
        return Results.Json(Json(leg, board));
    }

    private static IResult List(HttpRequest request, Switchboard board)
    {
        var query = request.Query;
        var size = int.TryParse(query["PageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 1_000) : 50;
        var page = int.TryParse(query["Page"], NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 0;
        var legs = board.Legs
            .Where(l => Matches(query["Status"], l.Word) && Matches(query["To"], l.To) && Matches(query["From"], l.From) && Matches(query["ParentCallSid"], l.ParentSid ?? ""))
            .Where(l => !DateTimeOffset.TryParse(query["StartTime>"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) || l.CreatedAt >= since)
            .OrderByDescending(l => l.CreatedAt).ToList();
        return Results.Json(new { calls = legs.Skip(page * size).Take(size).Select(l => Json(l, board)), page, page_size = size, next_page_uri = (page + 1) * size < legs.Count ? $"{request.Path}?Page={page + 1}&PageSize={size}" : null });
    }

    private static bool Matches(string? wanted, string value) => string.IsNullOrEmpty(wanted) || wanted == value;

    public static object Json(Leg leg, Switchboard board) => new
    {
        sid = leg.Sid,
        account_sid = board.Options.AccountSid,
        parent_call_sid = leg.ParentSid,
        from = leg.From,
        to = leg.To,
        status = leg.Word,
        direction = leg.Direction,
        start_time = RestApi.Date(leg.AnsweredAt),
        end_time = RestApi.Date(leg.EndedAt),
        date_created = RestApi.Date(leg.CreatedAt),
        duration = leg.State == LegState.Completed ? Switchboard.Seconds(leg).ToString(CultureInfo.InvariantCulture) : null,
        api_version = "2010-04-01",
        uri = $"/2010-04-01/Accounts/{board.Options.AccountSid}/Calls/{leg.Sid}.json",
    };
}
