using ContactCenter.TwilioSimulator.Voice;
using ContactCenter.TwilioSimulator.Voice.Verbs;

namespace ContactCenter.TwilioSimulator.Rest;

internal static class ConferenceResource
{
    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapGet("/Conferences.json", (HttpRequest request) => Results.Json(new
        {
            conferences = board.Rooms.All.Where(r => Matches(request.Query["Status"], r.Word) && Matches(request.Query["FriendlyName"], r.FriendlyName)).Select(r => Json(r, board)),
        }));
        account.MapGet("/Conferences/{sid}.json", (string sid, HttpRequest request) => board.Rooms.Find(sid) is { } room ? Results.Json(Json(room, board)) : RestApi.NotFound(request));
        account.MapPost("/Conferences/{sid}.json", async (string sid, HttpRequest request) => End(sid, await request.ReadFormAsync(), request, board)).DisableAntiforgery();
        account.MapGet("/Conferences/{sid}/Participants.json", (string sid, HttpRequest request) => board.Rooms.Find(sid) is { } room
            ? Results.Json(new { participants = room.Participants.ToList().Select(p => Json(room, p, board)) }) : RestApi.NotFound(request));
        account.MapGet("/Conferences/{sid}/Participants/{who}.json", (string sid, string who, HttpRequest request) =>
            Find(sid, who, board) is { } found ? Results.Json(Json(found.Room, found.Participant, board)) : RestApi.NotFound(request));
        account.MapPost("/Conferences/{sid}/Participants/{who}.json", async (string sid, string who, HttpRequest request) =>
            Find(sid, who, board) is { } found ? Update(found.Room, found.Participant, await request.ReadFormAsync(), board) : RestApi.NotFound(request)).DisableAntiforgery();
        account.MapDelete("/Conferences/{sid}/Participants/{who}.json", (string sid, string who, HttpRequest request) =>
        {
            if (Find(sid, who, board) is not { } found)
                return RestApi.NotFound(request);
            found.Participant.Leg.HangUp(byParty: false);
            return Results.NoContent();
        });
    }

    private static IResult End(string sid, IFormCollection form, HttpRequest request, Switchboard board)
    {
        if (board.Rooms.Find(sid) is not { } room)
            return RestApi.NotFound(request);
        if (form["Status"] == "completed")
            board.Rooms.End(room, "conference-ended-via-api", null);
        return Results.Json(Json(room, board));
    }

    private static IResult Update(Room room, Participant participant, IFormCollection form, Switchboard board)
    {
        if (Flag(form["EndConferenceOnExit"]) is { } ends)
            board.Rooms.Modify(room, participant, ends);
        if (Flag(form["Muted"]) is { } muted)
            board.Rooms.Mute(room, participant, muted);
        if (Flag(form["Hold"]) is { } hold)
        {
            board.Rooms.Hold(room, participant, hold);
            if (hold)
                new HoldSound(new(board, participant.Leg)).Begin(participant, form["HoldUrl"].ToString(), form["HoldMethod"].ToString() is { Length: > 0 } by ? by : "GET");
        }
        if (form["AnnounceUrl"].ToString() is { Length: > 0 } announce)
            _ = new HoldSound(new(board, participant.Leg)).Once(announce, "POST");
        return Results.Json(Json(room, participant, board));
    }

    private static (Room Room, Participant Participant)? Find(string sid, string who, Switchboard board) =>
        board.Rooms.Find(sid) is { } room && room.Participants.ToList().Find(p => p.Leg.Sid == who || (p.Label.Length > 0 && p.Label == who)) is { } participant ? (room, participant) : null;

    private static bool? Flag(string? value) => value?.ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };

    private static bool Matches(string? wanted, string value) => string.IsNullOrEmpty(wanted) || wanted == value;

    private static object Json(Room room, Switchboard board) => new
    {
        sid = room.Sid, account_sid = board.Options.AccountSid, friendly_name = room.FriendlyName, status = room.Word, region = room.Region,
        date_created = RestApi.Date(room.CreatedAt), uri = $"/2010-04-01/Accounts/{board.Options.AccountSid}/Conferences/{room.Sid}.json",
    };

    private static object Json(Room room, Participant participant, Switchboard board) => new
    {
        call_sid = participant.Leg.Sid, conference_sid = room.Sid, account_sid = board.Options.AccountSid, label = participant.Label, muted = participant.Muted, hold = participant.Hold,
        coaching = false, start_conference_on_enter = participant.Starts, end_conference_on_exit = participant.Ends, status = "connected", date_created = RestApi.Date(participant.JoinedAt),
    };
}
