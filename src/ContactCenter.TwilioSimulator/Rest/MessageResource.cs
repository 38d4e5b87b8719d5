using System.Globalization;
using ContactCenter.TwilioSimulator.Texts;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary><c>Messages</c>: send a text, read it, list.</summary>
internal static class MessageResource
{
    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapPost("/Messages.json", async (HttpRequest request) => Create(await request.ReadFormAsync(), board)).DisableAntiforgery();
        account.MapGet("/Messages.json", (HttpRequest request) => RestApi.Page(request, "messages",
            [.. board.Texts.All.Where(m => RestApi.Matches(request.Query["To"], m.To) && RestApi.Matches(request.Query["From"], m.From))], m =>
                Json(m, board)));
        account.MapGet("/Messages/{sid}.json", (string sid, HttpRequest request) =>
            board.Texts.Find(sid) is { } message ? Results.Json(Json(message, board)) : RestApi.NotFound(request));
    }

    private static IResult Create(IFormCollection form, Switchboard board)
    {
        var (to, from, body) = (form["To"].ToString(), form["From"].ToString(), form["Body"].ToString());
        if (to.Length == 0)
            return RestApi.TwilioError(400, 21604, "A 'To' phone number is required.");
        if (from.Length == 0)
            return RestApi.TwilioError(400, 21603, "A 'From' phone number is required.");
        if (body.Length == 0)
            return RestApi.TwilioError(400, 21602, "Message body is required.");
        if (body.Length > TextMessages.Longest)
            return RestApi.TwilioError(400, 21617, $"The concatenated message body exceeds the {TextMessages.Longest} character limit");
        if (!to.StartsWith('+') || !RestApi.IsParty(to))
            return RestApi.TwilioError(400, 21211, $"Invalid 'To' Phone Number: {to}");
        if (board.Options.Numbers.All(n => n.Number != from))
            return RestApi.TwilioError(400, 21606,
                $"The 'From' phone number provided ({from}) is not a valid message-capable Twilio phone number for this destination/account");
        if (form["StatusCallback"].ToString() is { Length: > 0 } url && !RestApi.IsWebAddress(url))
            return RestApi.TwilioError(400, 21609, $"Invalid 'StatusCallback' URL: {url}");
        return Results.Json(Json(board.Texts.Send(from, to, body, form["StatusCallback"].ToString()), board), statusCode: 201);
    }

    private static object Json(TextMessage message, Switchboard board) => new
    {
        sid = message.Sid, account_sid = board.Options.AccountSid, from = message.From, to = message.To, body = message.Body, status = message.Word,
        num_segments = message.Segments.ToString(CultureInfo.InvariantCulture), num_media = "0", direction = "outbound-api", error_code = (int?)null,
        error_message = (string?)null,
        date_created = RestApi.Date(message.CreatedAt), date_sent = RestApi.Date(message.SentAt), api_version = "2010-04-01",
        uri = RestApi.Uri(board, $"Messages/{message.Sid}"),
    };
}
