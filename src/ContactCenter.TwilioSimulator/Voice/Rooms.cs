using System.Globalization;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>Conferences: who is in, who starts and ends them, and the notices of it in their sequence.</summary>
internal sealed class Rooms(SimulatorOptions options, Notices notices, GroundTruth truth)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Room> _open = [];
    private readonly List<Room> _all = [];

    public IReadOnlyList<Room> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    public Room? Find(string sid)
    {
        lock (_gate)
            return _all.Find(r => r.Sid == sid);
    }

    public IReadOnlyList<Participant> In(Room room)
    {
        lock (_gate)
            return [.. room.Participants];
    }

    /// <summary>The open conference of that name, or a new one whose notices are what its first participant wishes.</summary>
    public Room Open(string name, ConferenceWish wish)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(name, out var room))
                return room;
            room = _open[name] = new Room(Sids.New("CF"), name, wish.Region)
            {
                StatusCallback = wish.StatusCallback, StatusEvents = wish.Events, CreatedAt = options.Time.GetUtcNow(),
            };
            _all.Add(room);
            return room;
        }
    }

    /// <exception cref="TwimlFault">The label is taken (16025), the conference is full (16020), or there is nobody to coach (13240).</exception>
    public (Room Room, Participant Participant) Join(string name, Leg leg, ConferenceWish wish)
    {
        lock (_gate)
        {
            var room = Open(name, wish);
            if (wish.Label.Length > 0 && room.Participants.Exists(p => p.Label == wish.Label))
                throw new TwimlFault(TwimlFault.LabelTaken, $"Participant label {wish.Label} is taken.");
            if (room.Participants.Count >= wish.MaxParticipants)
                throw new TwimlFault(16020, "Max participants limit reached.");
            if (wish.Coaches.Length > 0 && !room.Participants.Exists(p => p.Leg.Sid == wish.Coaches))
                throw new TwimlFault(13240, "Dial->Conference: Invalid coach attribute.");
            var at = options.Time.GetUtcNow();
            var participant = new Participant(leg, wish.Label, wish.Starts, wish.Ends)
            {
                Muted = wish.Muted, Coaches = wish.Coaches, Beeps = wish.BeepsOnExit, JoinedAt = at,
            };
            if (wish.BeepsOnEnter)
                Beep(room);
            room.Participants.Add(participant);
            leg.Room = room;
            truth.Joined(room, leg, wish.Label, at);
            Notice(room, at, "participant-join", participant);
            if (!room.Started && room.Participants.Count >= 2 && room.Participants.Exists(p => p.Starts))
                Start(room);
            else
                Together(room);
            return (room, participant);
        }
    }

    /// <summary>The participant's own leg took it out: it hung up, or was given another document.</summary>
    public void Leave(Room room, Participant participant, string reason, DateTimeOffset? at = null) => Leave(room, participant, reason, "left", at);

    /// <summary>Removed over REST: the leg lives on and goes on with its document.</summary>
    public void Kick(Room room, Participant participant) => Leave(room, participant, "participant_updated_via_api", "kicked", null);

    /// <summary>Ended over REST.</summary>
    public void End(Room room) => End(room, "conference-ended-via-api", null);

    /// <summary>A conference that was opened for somebody who did not come.</summary>
    public void CloseUnused(Room room)
    {
        lock (_gate)
        {
            if (room.EndedAt is not null || room.Participants.Count > 0)
                return;
            room.EndedAt = options.Time.GetUtcNow();
            _open.Remove(room.FriendlyName);
        }
    }

    private void Leave(Room room, Participant participant, string reason, string how, DateTimeOffset? moment)
    {
        lock (_gate)
        {
            if (!room.Participants.Remove(participant))
                return;
            participant.Leg.Room = null;
            participant.EndMusic();
            var at = moment ?? options.Time.GetUtcNow();
            truth.Left(room, participant.Leg, at);
            Notice(room, at, "participant-leave", participant,
                ("ParticipantCallStatus", participant.Leg.Ending || participant.Leg.IsOver ? "completed" : "in-progress"),
                    ("ReasonParticipantLeft", reason));
            participant.Out.TrySetResult(reason);
            if (participant.Beeps)
                Beep(room);
            if (participant.Ends && room.EndedAt is null)
                End(room, $"participant-with-end-conference-on-exit-{how}", participant);
            else if (room.Participants.Count == 0 && room.EndedAt is null)
                End(room, $"last-participant-{how}", participant);
            else
                Together(room);
        }
    }

    private void End(Room room, string reason, Participant? by)
    {
        lock (_gate)
        {
            if (room.EndedAt is not null)
                return;
            var at = options.Time.GetUtcNow();
            (room.EndedAt, room.EndedBecause, room.EndedByLeg) = (at, reason, by?.Leg.Sid);
            _open.Remove(room.FriendlyName);
            foreach (var left in room.Participants.ToList())
                Leave(room, left, by is null ? "conference_ended_via_api" : "moderator_ended_conference", at);
            (string, string)[] who = by is null ? [] : [("CallSidEndingConference", by.Leg.Sid), ("ParticipantLabelEndingConference", by.Label)];
            Notice(room, at, "conference-end", null, [("Reason", $"conference ended: {reason}"), ("ReasonConferenceEnded", reason), .. who]);
        }
    }

    /// <summary>False when nothing changed.</summary>
    public bool Hold(Room room, Participant participant, bool hold)
    {
        lock (_gate)
        {
            if (participant.Hold == hold)
                return false;
            var at = options.Time.GetUtcNow();
            (participant.Hold, participant.UpdatedAt) = (hold, at);
            participant.EndMusic();
            truth.Held(room, participant.Leg, hold, at);
            Notice(room, at, hold ? "participant-hold" : "participant-unhold", participant);
            Together(room);
            return true;
        }
    }

    public void Mute(Room room, Participant participant, bool muted)
    {
        lock (_gate)
        {
            if (participant.Muted == muted)
                return;
            participant.Muted = muted;
            var at = options.Time.GetUtcNow();
            truth.Muted(room, participant.Leg, muted, at);
            Notice(room, at, muted ? "participant-mute" : "participant-unmute", participant);
        }
    }

    /// <summary>Keys of one leg are heard as tones by all others that are not held.</summary>
    public void Sound(Room room, Leg from, string digits)
    {
        lock (_gate)
        {
            truth.Pressed(room, from, digits);
            foreach (var other in room.Participants.Where(p => p.Leg != from && !p.Hold))
                other.Leg.Device.Hear(other.Leg, "tones", digits, "");
        }
    }

    public void Modify(Room room, Participant participant, bool ends)
    {
        lock (_gate)
        {
            participant.Ends = ends;
            Notice(room, options.Time.GetUtcNow(), "participant-modify", participant);
        }
    }

    private void Start(Room room)
    {
        room.Started = true;
        Notice(room, options.Time.GetUtcNow(), "conference-start", null);
        foreach (var waiting in room.Participants.Where(p => !p.Hold))
            waiting.EndMusic();
        Together(room);
    }

    private static void Together(Room room)
    {
        if (!room.Started)
            return;
        foreach (var participant in room.Participants.Where(p => !p.Hold))
            participant.Leg.Device.Hear(participant.Leg, "together", string.Join(", ",
                room.Participants.Where(p => p != participant && !p.Hold).Select(Name)), "");
    }

    private static string Name(Participant participant) =>
        participant.Label.Length > 0 ? participant.Label : participant.Leg.Direction == "inbound" ? participant.Leg.From : participant.Leg.To;

    private static void Beep(Room room)
    {
        foreach (var present in room.Participants)
            present.Leg.Device.Hear(present.Leg, "beep", "", "");
    }

    private void Notice(Room room, DateTimeOffset at, string what, Participant? participant, params (string, string)[] more)
    {
        room.Sequence++;
        if (room.StatusCallback.Length == 0 || !room.StatusEvents.Contains(Family(what)))
            return;
        var form = new Dictionary<string, string>
        {
            ["ConferenceSid"] = room.Sid, ["FriendlyName"] = room.FriendlyName, ["AccountSid"] = options.AccountSid, ["StatusCallbackEvent"] = what,
            ["SequenceNumber"] = room.Sequence.ToString(CultureInfo.InvariantCulture), ["Timestamp"] = WireTime.Text(at),
        };
        if (participant is not null)
        {
            form["CallSid"] = participant.Leg.Sid;
            form["ParticipantLabel"] = participant.Label;
            form["Muted"] = Flag(participant.Muted);
            form["Hold"] = Flag(participant.Hold);
            form["Coaching"] = Flag(participant.Coaches.Length > 0);
            form["StartConferenceOnEnter"] = Flag(participant.Starts);
            form["EndConferenceOnExit"] = Flag(participant.Ends);
        }
        foreach (var (name, value) in more)
            form[name] = value;
        notices.Send(room.Sid, room.StatusCallback, form);
    }

    private static string Family(string what) => what switch
    {
        "conference-start" => "start",
        "conference-end" => "end",
        "participant-join" => "join",
        "participant-leave" => "leave",
        "participant-mute" or "participant-unmute" => "mute",
        "participant-hold" or "participant-unhold" => "hold",
        "participant-modify" => "modify",
        _ => what,
    };

    private static string Flag(bool value) => value ? "true" : "false";
}

/// <summary>How a leg wants to be in a conference.</summary>
internal sealed record ConferenceWish(string Label, bool Starts, bool Ends, bool Muted, string Region, string StatusCallback,
    IReadOnlyList<string> Events)
{
    public int MaxParticipants { get; init; } = 250;

    /// <summary><c>true</c>, <c>false</c>, <c>onEnter</c> or <c>onExit</c>.</summary>
    public string Beep { get; init; } = "true";
    public bool BeepsOnEnter => Beep is "true" or "onEnter";
    public bool BeepsOnExit => Beep is "true" or "onExit";

    /// <summary>The leg that alone hears this one; empty when all do.</summary>
    public string Coaches { get; init; } = "";
}

internal static class Sids
{
    public static string New(string prefix) => prefix + Guid.NewGuid().ToString("N");
}
