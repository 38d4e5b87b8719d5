using System.Xml;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>Reads and checks a document before a word of it is carried out: what the simulator does not know is a fault, never a silent skip.</summary>
public static class TwimlDocument
{
    private static readonly Dictionary<string, string[]> Verbs = new()
    {
        ["Say"] = ["voice", "language", "loop"],
        ["Play"] = ["loop", "digits"],
        ["Pause"] = ["length"],
        ["Gather"] = ["input", "action", "method", "timeout", "speechTimeout", "maxSpeechTime", "finishOnKey", "numDigits", "partialResultCallback", "language", "hints", "bargeIn",
            "profanityFilter", "speechModel", "enhanced", "actionOnEmptyResult"],
        ["Dial"] = ["action", "method", "timeout", "hangupOnStar", "timeLimit", "callerId", "record", "trim", "answerOnBridge", "ringTone", "sequential"],
        ["Enqueue"] = ["action", "method", "maxQueueSize", "waitUrl", "waitUrlMethod", "workflowSid"],
        ["Leave"] = [],
        ["Record"] = ["action", "method", "timeout", "finishOnKey", "maxLength", "playBeep", "trim", "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "transcribe"],
        ["Redirect"] = ["method"],
        ["Reject"] = ["reason"],
        ["Hangup"] = [],
    };

    private static readonly Dictionary<string, string[]> Nouns = new()
    {
        ["Number"] = ["sendDigits", "url", "method", "statusCallbackEvent", "statusCallback", "statusCallbackMethod"],
        ["Client"] = ["url", "method", "statusCallbackEvent", "statusCallback", "statusCallbackMethod"],
        ["Conference"] = ["muted", "beep", "startConferenceOnEnter", "endConferenceOnExit", "participantLabel", "jitterBufferSize", "waitUrl", "waitMethod", "maxParticipants", "record",
            "region", "trim", "coach", "statusCallbackEvent", "statusCallback", "statusCallbackMethod", "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "eventCallbackUrl"],
    };

    private static readonly string[] InGather = ["Say", "Play", "Pause"];
    private static readonly string[] InQueue = ["Say", "Play", "Pause", "Hangup", "Redirect", "Leave", "Gather"];
    private static readonly string[] WhileHeld = ["Say", "Play", "Pause", "Redirect"];

    public static IReadOnlyList<XElement> Read(string text, DocumentPlace place)
    {
        XElement root;
        try
        {
            root = XDocument.Parse(text, LoadOptions.None).Root!;
        }
        catch (XmlException e)
        {
            throw new TwimlFault(12100, $"Document parse failure: {e.Message}");
        }
        if (root.Name != "Response")
            throw new TwimlFault(12100, $"The root is <{root.Name}>, not <Response>.");
        foreach (var verb in root.Elements())
            Check(verb, place);
        return [.. root.Elements()];
    }

    private static void Check(XElement verb, DocumentPlace place)
    {
        var name = verb.Name.LocalName;
        var allowed = place switch { DocumentPlace.Call => null, DocumentPlace.Queue => InQueue, DocumentPlace.Hold => WhileHeld, _ => null };
        if (!Verbs.TryGetValue(name, out var attributes) || (allowed is not null && !allowed.Contains(name)))
            throw new TwimlFault(12200, $"<{name}> is not allowed here.");
        CheckAttributes(verb, attributes);
        foreach (var child in verb.Elements())
        {
            var inside = child.Name.LocalName;
            if (name == "Gather" && InGather.Contains(inside))
                CheckAttributes(child, Verbs[inside]);
            else if (name == "Dial" && Nouns.TryGetValue(inside, out var noun))
                CheckAttributes(child, noun);
            else if (name != "Say")
                throw new TwimlFault(12200, $"<{inside}> is not allowed in <{name}>.");
        }
    }

    private static void CheckAttributes(XElement element, string[] known)
    {
        foreach (var attribute in element.Attributes().Where(a => !known.Contains(a.Name.LocalName)))
            throw new TwimlFault(12200, $"<{element.Name.LocalName}> has no attribute {attribute.Name.LocalName}.");
    }
}

/// <summary>Where a document is carried out; queues and holds allow fewer verbs.</summary>
public enum DocumentPlace { Call, Queue, Hold }
