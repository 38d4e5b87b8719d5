using System.Xml.Linq;
using ContactCenter.TwilioSimulator.Voice;
using ContactCenter.TwilioSimulator.Voice.Verbs;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary><c>Participants</c> of a conference: call one in, read, hold, mute, announce to, remove. Found by leg or label.</summary>
internal static class ParticipantResource
{
    private const string All = "/Conferences/{sid}/Participants.json";
    private const string One = "/Conferences/{sid}/Participants/{who}.json";

    // Twilio always rings a little longer than it was told.
    private static readonly TimeSpan Buffer = TimeSpan.FromSeconds(5);

    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapGet(All, (string sid, HttpRequest request) => board.Rooms.Find(sid) is { } room
            ? RestApi.Page(request, "participants", board.Rooms.In(room), p => Json(room, p, board)) : RestApi.NotFound(request));
        account.MapPost(All, async (string sid, HttpRequest request) =>
            Create(sid, await request.ReadFormAsync(), request, board)).DisableAntiforgery();
        account.MapGet(One, (string sid, string who, HttpRequest request) =>
            Find(sid, who, board) is { } found ? Results.Json(Json(found.Room, found.Participant, board)) : RestApi.NotFound(request));
        account.MapPost(One, async (string sid, string who, HttpRequest request) =>
            Find(sid, who, board) is { } found ? Update(found.Room, found.Participant, await request.ReadFormAsync(), board)
                : RestApi.NotFound(request)).DisableAntiforgery();
        account.MapDelete(One, (string sid, string who, HttpRequest request) =>
        {
            if (Find(sid, who, board) is not { } found)
                return RestApi.NotFound(request);
            board.Rooms.Kick(found.Room, found.Participant);
            return Results.NoContent();
        });
    }

    /// <summary>The conference is named by its sid, or by its name, and then it is opened when there is none.</summary>
    private static IResult Create(string conference, IFormCollection form, HttpRequest request, Switchboard board)
    {
        var (to, from) = (form["To"].ToString(), form["From"].ToString());
        if (CallResource.WrongParties(from, to, board) is { } wrong)
            return wrong;
        if (form["Timeout"].Count > 0 && RestApi.Whole(form["Timeout"]) is not (>= 5 and <= 600))
            return RestApi.TwilioError(400, 20001, "Timeout must be between 5 and 600 seconds");
        var isSid = conference.StartsWith("CF", StringComparison.Ordinal) && conference.Length == 34;
        if (isSid && board.Rooms.Find(conference) is not { EndedAt: null })
            return RestApi.NotFound(request);
        var name = isSid ? board.Rooms.Find(conference)!.FriendlyName : conference;
        var noun = Noun(name, form);
        var room = board.Rooms.Open(name, Conference.Wish(noun));
        var leg = board.Outbound(new(from, to, "outbound-api", form["StatusCallback"].ToString(),
            RestApi.Words(form, "StatusCallbackEvent", "completed")));
        var patience = TimeSpan.FromSeconds(RestApi.Whole(form["Timeout"]) ?? 60) + Buffer;
        _ = Task.Run(async () =>
        {
            if (await board.RingOut(leg, patience, CancellationToken.None))
                await new LegRunner(board, leg).Run(new XElement("Response", new XElement("Dial", noun)).ToString(), "");
            board.Rooms.CloseUnused(room);
        });
        return Results.Json(Json(room, new Participant(leg, form["Label"].ToString(), noun.Flag("startConferenceOnEnter", true),
            noun.Flag("endConferenceOnExit", false)), board),
            statusCode: 201);
    }

    /// <summary>The request's parameters are the noun's attributes, with a capital.</summary>
    private static XElement Noun(string name, IFormCollection form)
    {
        var noun = new XElement("Conference", name);
        foreach (var attribute in (string[])["muted", "beep", "startConferenceOnEnter", "endConferenceOnExit", "waitUrl", "waitMethod",
            "maxParticipants", "region", "jitterBufferSize"])
        {
            if (form[$"{char.ToUpperInvariant(attribute[0])}{attribute[1..]}"] is { Count: > 0 } given)
                noun.SetAttributeValue(attribute, given.ToString());
        }
        noun.SetAttributeValue("participantLabel", form["Label"].ToString());
        noun.SetAttributeValue("statusCallback", form["ConferenceStatusCallback"].ToString());
        noun.SetAttributeValue("statusCallbackEvent", string.Join(' ', RestApi.Words(form, "ConferenceStatusCallbackEvent", "start", "end")));
        if (RestApi.Flag(form["Coaching"]) == true)
            noun.SetAttributeValue("coach", form["CallSidToCoach"].ToString());
        return noun;
    }

    private static IResult Update(Room room, Participant participant, IFormCollection form, Switchboard board)
    {
        foreach (var name in (string[])["HoldUrl", "AnnounceUrl", "WaitUrl"])
        {
            if (form[name].ToString() is { Length: > 0 } url && !RestApi.IsWebAddress(url))
                return RestApi.TwilioError(400, 21205, $"{name} is not a valid URL: {url}");
        }
        if (RestApi.Flag(form["EndConferenceOnExit"]) is { } ends)
            board.Rooms.Modify(room, participant, ends);
        if (RestApi.Flag(form["Muted"]) is { } muted)
            board.Rooms.Mute(room, participant, muted);
        if (RestApi.Flag(form["Hold"]) is { } hold && board.Rooms.Hold(room, participant, hold) && hold)
            new HoldSound(new(board, participant.Leg)).Begin(participant, form["HoldUrl"].ToString(), Method(form, "HoldMethod", "GET"));
        if (form["AnnounceUrl"].ToString() is { Length: > 0 } announce)
            _ = new HoldSound(new(board, participant.Leg)).Once(announce, Method(form, "AnnounceMethod", "POST"));
        return Results.Json(Json(room, participant, board));
    }

    private static string Method(IFormCollection form, string name, string otherwise) =>
        form[name].ToString() is { Length: > 0 } given ? given.ToUpperInvariant() : otherwise;

    private static (Room Room, Participant Participant)? Find(string sid, string who, Switchboard board) =>
        board.Rooms.Find(sid) is { EndedAt: null } room && board.Rooms.In(room).FirstOrDefault(p =>
            p.Leg.Sid == who || (p.Label.Length > 0 && p.Label == who)) is { } participant
            ? (room, participant) : null;

    private static object Json(Room room, Participant participant, Switchboard board) => new
    {
        call_sid = participant.Leg.Sid, conference_sid = room.Sid, account_sid = board.Options.AccountSid, label = participant.Label.Length > 0
            ? participant.Label : null,
        muted = participant.Muted, hold = participant.Hold, coaching = participant.Coaches.Length > 0,
        call_sid_to_coach = participant.Coaches.Length > 0 ? participant.Coaches : null,
        start_conference_on_enter = participant.Starts, end_conference_on_exit = participant.Ends, status = participant.Word,
        date_created = RestApi.Date(participant.JoinedAt ?? participant.Leg.CreatedAt),
        date_updated = RestApi.Date(participant.UpdatedAt ?? participant.JoinedAt ?? participant.Leg.CreatedAt),
        uri = RestApi.Uri(board, $"Conferences/{room.Sid}/Participants/{participant.Leg.Sid}"),
    };
}
