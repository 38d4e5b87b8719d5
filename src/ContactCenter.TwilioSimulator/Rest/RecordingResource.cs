using System.Globalization;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary><c>Recordings</c>: list, read, media, delete.</summary>
internal static class RecordingResource
{
    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapGet("/Recordings.json", (HttpRequest request) => List(request, request.Query["CallSid"], board));
        account.MapGet("/Calls/{call}/Recordings.json", (string call, HttpRequest request) => List(request, call, board));
        account.MapGet("/Recordings/{sid}.json", (string sid, HttpRequest request) =>
            board.Recordings.Find(sid) is { } recording ? Results.Json(Json(recording, board)) : RestApi.NotFound(request));
        account.MapGet("/Recordings/{sid}.wav", (string sid, HttpRequest request) => Media(sid, request, board));
        account.MapGet("/Recordings/{sid}", (string sid, HttpRequest request) => Media(sid, request, board));
        account.MapDelete("/Recordings/{sid}.json", (string sid, HttpRequest request) =>
            board.Recordings.Delete(sid) ? Results.NoContent() : RestApi.NotFound(request));
    }

    private static IResult List(HttpRequest request, string? call, Switchboard board) =>
        RestApi.Page(request, "recordings", [.. board.Recordings.All.Where(r => RestApi.Matches(call, r.CallSid))], r => Json(r, board));

    private static IResult Media(string sid, HttpRequest request, Switchboard board) =>
        board.Recordings.Find(sid) is { } recording ? Results.Bytes(Silence.Wave(recording.Length), "audio/x-wav") : RestApi.NotFound(request);

    private static object Json(Recording recording, Switchboard board) => new
    {
        sid = recording.Sid, account_sid = board.Options.AccountSid, call_sid = recording.CallSid, conference_sid = (string?)null,
        status = "completed", source = "RecordVerb",
        channels = 1, duration = ((long)recording.Length.TotalSeconds).ToString(CultureInfo.InvariantCulture), error_code = (int?)null,
        start_time = RestApi.Date(recording.StartedAt), date_created = RestApi.Date(recording.StartedAt), media_url = board.Recordings.Url(recording),
        api_version = "2010-04-01", uri = RestApi.Uri(board, $"Recordings/{recording.Sid}"),
    };
}
