using System.Globalization;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>
/// Which elements and attributes the simulator carries out, and what their values may be. An attribute that Twilio knows and the simulator does
/// not carry out is accepted with Twilio's default only, so that nothing is skipped in silence. What only changes the sound is accepted as it is.
/// </summary>
internal static class TwimlGrammar
{
    private static readonly string[] InQueue = ["Say", "Play", "Pause", "Hangup", "Redirect", "Leave", "Gather"];
    private static readonly string[] WhileHeld = ["Say", "Play", "Pause", "Redirect"];
    private static readonly string[] Ssml = ["break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"];

    private static readonly Rule Any = new(_ => true, "");
    private static readonly Rule Flag = OneOf("true", "false");
    private static readonly Rule Method = OneOf("GET", "POST");
    private static readonly Rule Whole = new(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out _), "a whole number");
    private static readonly Rule Counting = new(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && n > 0, "a whole number above 0");
    private static readonly Rule SecondsOrAuto = new(v => v == "auto" || Whole.Accepts(v), "a whole number of seconds, or auto");
    private static readonly Rule Keys = new(v => v.All("0123456789*#".Contains), "keys of a telephone");
    private static readonly Rule ByPost = Simulated("POST");

    private static readonly Dictionary<string, Rule> Called = new()
    {
        ["url"] = Any, ["method"] = Method, ["statusCallback"] = Any, ["statusCallbackMethod"] = ByPost,
        ["statusCallbackEvent"] = Words("initiated", "ringing", "answered", "completed"),
    };

    private static readonly Dictionary<string, Dictionary<string, Rule>> Elements = new()
    {
        ["Say"] = new() { ["voice"] = Any, ["language"] = Any, ["loop"] = Whole },
        ["Play"] = new() { ["loop"] = Whole, ["digits"] = Simulated("") },
        ["Pause"] = new() { ["length"] = Whole },
        ["Gather"] = new()
        {
            ["input"] = Words("dtmf", "speech"), ["action"] = Any, ["method"] = Method, ["timeout"] = SecondsOrAuto,
            ["speechTimeout"] = SecondsOrAuto, ["maxSpeechTime"] = Whole,
            ["finishOnKey"] = Keys, ["numDigits"] = Counting, ["language"] = Any, ["hints"] = Any, ["bargeIn"] = Simulated("true"),
            ["profanityFilter"] = Flag, ["speechModel"] = Any,
            ["enhanced"] = Flag, ["actionOnEmptyResult"] = Flag, ["partialResultCallback"] = Simulated(""), ["partialResultCallbackMethod"] = Method,
        },
        ["Dial"] = new()
        {
            ["action"] = Any, ["method"] = Method, ["timeout"] = Counting, ["hangupOnStar"] = Flag, ["timeLimit"] = Counting, ["callerId"] = Any,
            ["record"] = Simulated("do-not-record", "false"), ["trim"] = Any, ["answerOnBridge"] = Flag, ["ringTone"] = Any,
            ["sequential"] = Simulated("false"),
        },
        ["Number"] = new(Called) { ["sendDigits"] = Simulated("") },
        ["Client"] = new(Called),
        ["Identity"] = [],
        ["Parameter"] = new() { ["name"] = Any, ["value"] = Any },
        ["Conference"] = new()
        {
            ["muted"] = Flag, ["beep"] = OneOf("true", "false", "onEnter", "onExit"), ["startConferenceOnEnter"] = Flag,
            ["endConferenceOnExit"] = Flag, ["participantLabel"] = Any,
            ["jitterBufferSize"] = OneOf("off", "small", "medium", "large"), ["waitUrl"] = Any, ["waitMethod"] = Method,
            ["maxParticipants"] = Counting,
            ["record"] = Simulated("do-not-record", "false"), ["region"] = OneOf("us1", "us2", "ie1", "de1", "sg1", "br1", "au1", "jp1"),
            ["trim"] = Any, ["coach"] = Any,
            ["statusCallback"] = Any, ["statusCallbackEvent"] = Words("start", "end", "join", "leave", "mute", "hold", "modify"),
            ["statusCallbackMethod"] = ByPost,
        },
        ["Enqueue"] = new()
        {
            ["action"] = Any, ["method"] = Method, ["maxQueueSize"] = Counting, ["waitUrl"] = Any, ["waitUrlMethod"] = Method,
            ["workflowSid"] = Simulated(""),
        },
        ["Leave"] = [],
        ["Record"] = new()
        {
            ["action"] = Any, ["method"] = Method, ["timeout"] = Counting, ["finishOnKey"] = Keys, ["maxLength"] = Counting, ["playBeep"] = Flag,
            ["trim"] = Any,
            ["recordingStatusCallback"] = Any, ["recordingStatusCallbackMethod"] = ByPost, ["recordingStatusCallbackEvent"] = Simulated("completed"),
            ["transcribe"] = Simulated("false"),
        },
        ["Redirect"] = new() { ["method"] = Method },
        ["Reject"] = new() { ["reason"] = OneOf("rejected", "busy") },
        ["Hangup"] = [],
    };

    public static bool IsVerb(string name, DocumentPlace place) => place switch
    {
        DocumentPlace.Queue => InQueue.Contains(name),
        DocumentPlace.Hold => WhileHeld.Contains(name),
        DocumentPlace.Call => name is not ("Number" or "Client" or "Identity" or "Parameter" or "Conference") && Elements.ContainsKey(name),
    };

    public static bool MayContain(string element, string child) => element switch
    {
        "Say" => Ssml.Contains(child),
        "Gather" => child is "Say" or "Play" or "Pause",
        "Dial" => child is "Number" or "Client" or "Conference",
        "Client" => child is "Identity" or "Parameter",
        _ => Ssml.Contains(element) && Ssml.Contains(child),
    };

    /// <summary>Null when the attribute and its value are carried out.</summary>
    public static string? WhatIsWrong(string element, string attribute, string value)
    {
        if (Ssml.Contains(element))
            return null;
        if (!Elements[element].TryGetValue(attribute, out var rule))
            return $"has no attribute {attribute}.";
        return rule.Accepts(value) ? null : $"{attribute}=\"{value}\" is not {rule.Wants}.";
    }

    private static Rule OneOf(params string[] values) => new(values.Contains, string.Join(" or ", values));

    private static Rule Words(params string[] values) => new(v => v.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(values.Contains), $"made of {string.Join(", ", values)}");

    private static Rule Simulated(params string[] values) => new(values.Contains, "simulated");

    private sealed record Rule(Predicate<string> Accepts, string Wants);
}
