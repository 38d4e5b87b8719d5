using System.Globalization;
using System.Text;
using System.Xml;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Telephony.Audio;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>What a document needs to know beside its instructions.</summary>
/// <param name="Line">The practice's own number: shown to whoever is dialled.</param>
/// <param name="Language">What the caller is spoken to in: it travels in the addresses.</param>
internal sealed record VoiceDocument(CallId Call, string Line, int Turn, char EmergencyKey, string? Language = null);

/// <summary>
/// Instructions into TwiML: the only place that writes it, and only through an <see cref="XmlWriter"/>, so that no text of a caller can
/// become an element.
/// </summary>
internal sealed class TwimlRenderer(VoiceUrls urls, PromptLibrary prompts, IOptions<TwilioOptions> options)
{
    private const string ConferenceEvents = "start end join leave mute hold modify";

    public string Render(IEnumerable<CallInstruction> instructions, VoiceDocument document) => Write(xml =>
    {
        foreach (var instruction in instructions)
            Write(xml, instruction, document);
    });

    /// <summary>Endless hold music.</summary>
    public string Music() => Write(xml => Element(xml, "Play", urls.Sound("hold-music.wav"), ("loop", "0")));

    /// <summary>What a caller hears when this server cannot think: an emergency notice, then the practice's own line or a message.</summary>
    /// <param name="language">Hers, when it is known; else French, and the notice in English too.</param>
    public string WithoutData(string? ownPhone, string? language) => Write(xml =>
    {
        var words = SafeWords.In(language);
        Say(xml, words.Incident, words.Language);
        if (language is null)
            Say(xml, SafeWords.In("en").Emergency, "en-GB");
        if (ownPhone is not null)
            Element(xml, "Dial", null, [("timeout", "25")], () => Element(xml, "Number", ownPhone));
        Say(xml, words.Message, words.Language);
        Element(xml, "Record", null, ("maxLength", "180"), ("timeout", "5"), ("action", urls.FallbackRecorded(language)));
    });

    /// <summary>For somebody who was dialled, or a console: what could not be decided is asked once more in a moment.</summary>
    public static string OneMoment(string again, string? language) => Write(xml =>
    {
        var words = SafeWords.In(language);
        Say(xml, words.OneMoment, words.Language);
        Element(xml, "Pause", null, ("length", "2"));
        Element(xml, "Redirect", again, ("method", "POST"));
    });

    /// <summary>A document that needs no server of ours: what to do in an emergency, the hours, the practice's own line, and a message.</summary>
    /// <param name="thanks">Where a recorded message leads; null when the practice takes none.</param>
    public static string StaticFallback(string practice, string hoursFr, string hoursEn, string? ownPhone, string? thanks) => Write(xml =>
    {
        Say(xml, $"{practice}, bonjour. Notre accueil est momentanément indisponible. En cas d'urgence, raccrochez et composez le 15 ou le 112.", "fr-FR");
        Say(xml, "In an emergency, hang up and dial 15 or 112.", "en-GB");
        if (hoursFr.Length > 0)
        {
            Say(xml, $"Le cabinet est ouvert {hoursFr}.", "fr-FR");
            Say(xml, $"The practice is open {hoursEn}.", "en-GB");
        }
        if (ownPhone is not null)
            Element(xml, "Dial", null, [("timeout", "25")], () => Element(xml, "Number", ownPhone));
        if (thanks is null)
        {
            Say(xml, "Merci de rappeler plus tard. Au revoir.", "fr-FR");
            return;
        }
        Say(xml, "Vous pouvez laisser votre nom, votre numéro et votre message après le signal.", "fr-FR");
        Element(xml, "Record", null, ("maxLength", "180"), ("timeout", "5"), ("action", thanks), ("method", "GET"));
        Say(xml, "Nous n'avons rien entendu. Merci de rappeler plus tard. Au revoir.", "fr-FR");
    });

    public static string ThanksForMessage(string? language) => Write(xml =>
    {
        var words = SafeWords.In(language);
        Say(xml, words.Thanks, words.Language);
        Element(xml, "Hangup", null);
    });

    /// <summary>The emergency exit without any data.</summary>
    public string EmergencyWithoutData(int attempt, IReadOnlyList<string> numbers, string? language) => Write(xml =>
    {
        var words = SafeWords.In(language);
        if (attempt > numbers.Count)
        {
            Say(xml, words.NoRescue, words.Language);
            return;
        }
        Say(xml, words.CallingRescue, words.Language);
        Element(xml, "Dial", null, [("timeout", "30"), ("action", urls.EmergencyWithoutData(attempt + 1, language))], () => Element(xml, "Number", numbers[attempt - 1]));
    });

    private void Write(XmlWriter xml, CallInstruction instruction, VoiceDocument document)
    {
        switch (instruction)
        {
            case Say e:
                Say(xml, e.Text, e.Language);
                break;
            case Play { Unrecorded: { } words } e:
                if (prompts.Find(e.Prompt, words.Language) is var (file, prompt))
                    Element(xml, "Play", urls.Sound($"{file}?v={prompt.Version}"));
                else
                    Say(xml, words.Text, words.Language);
                break;
            case Play e:
                Element(xml, "Play", urls.Sound($"{e.Prompt}.wav"));
                break;
            case Pause e:
                Element(xml, "Pause", null, ("length", Seconds(e.Length)));
                break;
            case Gather e:
                Gather(xml, e, document);
                break;
            case GoTo e:
                Element(xml, "Redirect", Route(e.Route, document), ("method", "POST"));
                break;
            case EnterQueue:
                Element(xml, "Enqueue", $"calls-{document.Call.Value:N}",
                    ("waitUrl", Route(new CallRoute(CallRouteKind.Wait), document)), ("action", Route(new CallRoute(CallRouteKind.QueueLeft), document)));
                break;
            case LeaveQueue:
                Element(xml, "Leave", null);
                break;
            case JoinConference e:
                Join(xml, e, document);
                break;
            case DialEmergency e:
                Dial(xml, e.Number, e.Timeout, e.Ended, document);
                break;
            case DialOut e:
                Dial(xml, e.Number, e.Timeout, e.Ended, document, ("url", Route(e.Answered, document)));
                break;
            case RecordMessage e:
                Element(xml, "Record", null, ("maxLength", Seconds(e.MaxLength)), ("timeout", "5"), ("finishOnKey", $"#{document.EmergencyKey}"),
                    ("action", Route(e.Recorded, document)));
                // An empty recording may skip the action: the caller is asked about it all the same.
                Element(xml, "Redirect", Route(e.Recorded, document), ("method", "POST"));
                break;
            case RejectCall:
                Element(xml, "Reject", null);
                break;
            case HangUp:
                Element(xml, "Hangup", null);
                break;
        }
    }

    private void Gather(XmlWriter xml, Gather e, VoiceDocument document) =>
        Element(xml, "Gather", null,
        [
            ("input", e.Speech ? "dtmf speech" : "dtmf"), ("numDigits", e.KeyCount.ToString(CultureInfo.InvariantCulture)), ("finishOnKey", ""),
            ("timeout", Seconds(e.Timeout)), .. e.Speech ? [("language", e.Language), ("speechTimeout", "auto"), ("hints", Hints(e.Hints))] : Array.Empty<(string, string)>(),
            ("actionOnEmptyResult", "true"), ("action", Route(e.Then, document)),
        ], () =>
        {
            foreach (var prompt in e.Prompts)
                Write(xml, prompt, document);
        });

    private void Join(XmlWriter xml, JoinConference e, VoiceDocument document)
    {
        (string, string)[] dial = e.Left is null ? [] : [("action", Route(e.Left, document))];
        Element(xml, "Dial", null, dial, () => Element(xml, "Conference", $"call-{document.Call.Value:N}",
            ("startConferenceOnEnter", Flag(e.Starts)), ("endConferenceOnExit", Flag(e.Ends)), ("beep", "false"),
            ("participantLabel", e.Label.ToString()), ("region", options.Value.Region), ("jitterBufferSize", "small"), ("waitUrl", urls.Music),
            ("statusCallback", urls.Notices(document.Call, "conference")), ("statusCallbackEvent", ConferenceEvents)));
    }

    private void Dial(XmlWriter xml, string number, Duration timeout, CallRoute ended, VoiceDocument document, params (string, string)[] called) =>
        Element(xml, "Dial", null, [("timeout", Seconds(timeout)), ("callerId", document.Line), ("action", Route(ended, document))],
            () => Element(xml, "Number", number, called));

    private string Route(CallRoute route, VoiceDocument document) => urls.Route(document.Call, route, document.Turn, document.EmergencyKey, document.Language);

    private static void Say(XmlWriter xml, string text, string language) =>
        Element(xml, "Say", text, ("language", language), ("voice", language.StartsWith("en", StringComparison.Ordinal) ? "Polly.Amy-Neural" : "Polly.Lea-Neural"));

    private static void Element(XmlWriter xml, string name, string? text, params (string Name, string Value)[] attributes) =>
        Element(xml, name, text, attributes, null);

    private static void Element(XmlWriter xml, string name, string? text, (string Name, string Value)[] attributes, Action? content)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, Clean(value));
        if (text is not null)
            xml.WriteString(Clean(text));
        content?.Invoke();
        xml.WriteEndElement();
    }

    private static string Write(Action<XmlWriter> content)
    {
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = Encoding.UTF8, Indent = false }))
        {
            xml.WriteStartElement("Response");
            content(xml);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    // Characters that XML cannot hold are dropped: what a caller's words contain must not cost her the answer.
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                kept.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                kept.Append(text[i]).Append(text[++i]);
        }
        return kept.ToString();
    }

    private static string Hints(IReadOnlyList<string> hints) => string.Join(", ", hints);

    private static string Seconds(Duration length) => ((int)Math.Max(1, Math.Ceiling(length.TotalSeconds))).ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "true" : "false";

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
