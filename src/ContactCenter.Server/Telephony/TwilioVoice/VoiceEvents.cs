using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Twilio's requests as events of a call. The keys are those under which Twilio itself would recognise a repetition.</summary>
internal static class VoiceEvents
{
    /// <summary>A request for a document at one of our routes; null when it cannot be read as one.</summary>
    public static CallEvent? Asked(string route, string argument, string turn, VoiceForm form, Instant now)
    {
        var key = $"{route}:{argument}:{turn}:{form.Hash()}";
        if (form.LegIsOver && route is not ("message-recorded" or "queue-left"))
            return LegOver(form);
        return route switch
        {
            "input" => new InputHeard(key, now, argument, form["Digits"], form["SpeechResult"]),
            "wait" => new WaitRequested(key, now, null),
            "wait-key" => new WaitKeyPressed(key, now, form["Digits"]),
            "queue-left" => new QueueLeft(key, now, form.QueueExit),
            "join" => new JoinRequested(key, now),
            "conference-left" => new ConferenceLeft(key, now),
            "message-recorded" => new MessageRecorded(key, now, form["RecordingSid"], Duration.FromSeconds(form.Number("RecordingDuration") ?? 0), form["Digits"] is "hangup" ? null : form["Digits"]),
            "emergency-dial-ended" when int.TryParse(argument, out var attempt) => new EmergencyDialEnded(key, now, attempt, form.DialOutcome, form.DialBridged),
            "diversion-ended" when int.TryParse(argument, out var attempt) => new DiversionEnded(key, now, form.DialOutcome, attempt, form.DialBridged),
            "target-answered" when Guid.TryParse(argument, out var id) => new TargetAnswered(key, now, new TransferId(id)),
            "target-key" when Guid.TryParse(argument, out var id) => new TargetKeyPressed(key, now, new TransferId(id), form["Digits"]),
            _ => null,
        };
    }

    /// <summary>A document is asked for by a leg that is over: what it tells is the end, though without Twilio's time of it.</summary>
    private static LegProgressed? LegOver(VoiceForm form) =>
        form.Timestamp is { } at && form.Progress is { } progress ? new LegProgressed($"leg:{form.Leg}:{form["CallStatus"]}", at, form.Leg, progress, int.MaxValue, null) : null;

    public static CallEvent? Progress(VoiceForm form, Instant now) => form.Progress is { } progress
        ? new LegProgressed($"leg:{form.Leg}:{form["CallbackSource"]}:{form["SequenceNumber"]}:{form["CallStatus"]}", form.Timestamp ?? now, form.Leg, progress,
            form.Number("SequenceNumber") ?? (int)progress, form.Number("CallDuration") is { } seconds ? Duration.FromSeconds(seconds) : null)
        : null;

    public static CallEvent? Conference(VoiceForm form, Instant now)
    {
        var (conference, sequence) = (form["ConferenceSid"] ?? "", form.Number("SequenceNumber") ?? 0);
        var key = $"conference:{conference}:{sequence}:{form["StatusCallbackEvent"]}";
        var at = form.Timestamp ?? now;
        if (form["StatusCallbackEvent"] == "conference-end")
            return new ConferenceEnded(key, at, conference, sequence);
        if (!LegLabel.TryParse(form["ParticipantLabel"], out var label))
            return null;
        return form["StatusCallbackEvent"] switch
        {
            "participant-join" => new ParticipantJoined(key, at, conference, sequence, form.Leg, label),
            "participant-leave" => new ParticipantLeft(key, at, conference, sequence, form.Leg, label, form["ParticipantCallStatus"] is "completed" or "failed" or "busy" or "no-answer" or "canceled"),
            "participant-hold" => new ParticipantHeld(key, at, conference, sequence, form.Leg, label),
            "participant-unhold" => new ParticipantResumed(key, at, conference, sequence, form.Leg, label),
            _ => null,
        };
    }

    /// <summary>The key that whoever was dialled from the caller's leg pressed.</summary>
    public static DialKeyPressed DialKey(VoiceForm form, DialPlace place, Instant now) =>
        new($"dial-key:{place.Way}:{place.Attempt}:{form.Leg}", now, place.Way, place.Attempt, form["Digits"]);

    public static CallEvent AgentLeg(VoiceForm form, Guid agent, LegLabel label, bool byPhone, Instant now) =>
        new AgentLegStarted($"agent-leg:{form.Leg}", now, form.Leg, new AgentId(agent), label, byPhone);
}
