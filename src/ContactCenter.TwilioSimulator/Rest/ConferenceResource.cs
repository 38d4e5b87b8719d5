using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary><c>Conferences</c>: read, list, end.</summary>
internal static class ConferenceResource
{
    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapGet("/Conferences.json", (HttpRequest request) => RestApi.Page(request, "conferences",
            [.. board.Rooms.All.Where(r => RestApi.Matches(request.Query["Status"], r.Word)
                && RestApi.Matches(request.Query["FriendlyName"], r.FriendlyName)).Reverse()],
            room => Json(room, board)));
        account.MapGet("/Conferences/{sid}.json", (string sid, HttpRequest request) =>
            board.Rooms.Find(sid) is { } room ? Results.Json(Json(room, board)) : RestApi.NotFound(request));
        account.MapPost("/Conferences/{sid}.json", async (string sid, HttpRequest request) =>
            End(sid, await request.ReadFormAsync(), request, board)).DisableAntiforgery();
    }

    private static IResult End(string sid, IFormCollection form, HttpRequest request, Switchboard board)
    {
        if (board.Rooms.Find(sid) is not { } room)
            return RestApi.NotFound(request);
        if (form["Status"] == "completed")
            board.Rooms.End(room);
        return Results.Json(Json(room, board));
    }

    private static object Json(Room room, Switchboard board) => new
    {
        sid = room.Sid, account_sid = board.Options.AccountSid, friendly_name = room.FriendlyName, status = room.Word, region = room.Region,
        date_created = RestApi.Date(room.CreatedAt), reason_conference_ended = room.EndedBecause, call_sid_ending_conference = room.EndedByLeg,
        api_version = "2010-04-01", uri = RestApi.Uri(board, $"Conferences/{room.Sid}"),
    };
}
