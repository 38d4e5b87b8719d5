using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Telephony.Audio;
using ContactCenter.Server.Telephony.TwilioVoice;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Tests.Telephony;

internal sealed class TwimlRendererTests
{
    private static readonly CallId Call = new(Guid.Parse("0198c0de-0000-7000-8000-00000000abcd"));
    private static readonly VoiceDocument Document = new(Call, "+33180000001", 7, '0');
    private readonly TwimlRenderer _twiml = Renderer();

    [Test]
    public void A_question_listens_for_keys_and_speech_and_comes_back_in_silence() => Golden(
        new Gather([new Say("Tapez 1.", "fr-FR")], true, 1, Duration.FromSeconds(6), ["rendez-vous", "ordonnance"], "fr-FR", new CallRoute(CallRouteKind.Input, "menu")),
        """
        <Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="6" language="fr-FR" speechTimeout="auto" hints="rendez-vous, ordonnance" actionOnEmptyResult="true" action="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/input?a=menu&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt"><Say language="fr-FR" voice="Polly.Lea-Neural">Tapez 1.</Say></Gather>
        """);

    [Test]
    public void The_caller_s_conference_leg_ends_it_and_carries_every_notice() => Golden(
        new JoinConference(LegLabel.Caller(1), Starts: false, Ends: true, new CallRoute(CallRouteKind.ConferenceLeft)),
        """
        <Dial action="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/conference-left?a=&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt"><Conference startConferenceOnEnter="false" endConferenceOnExit="true" beep="false" participantLabel="caller-1-1" region="ie1" jitterBufferSize="small" waitUrl="https://voice.example.org/twilio/voice/music#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt" statusCallback="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/conference#rc=5&amp;rp=all" statusCallbackEvent="start end join leave mute hold modify">call-0198c0de00007000800000000000abcd</Conference></Dial>
        """);

    [Test]
    public void The_queue_asks_what_the_wait_sounds_like_and_what_follows() => Golden(
        new EnterQueue(),
        """
        <Enqueue waitUrl="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/wait?a=&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt" action="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/queue-left?a=&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt">calls-0198c0de00007000800000000000abcd</Enqueue>
        """);

    [Test]
    public void Rescue_is_dialled_under_the_practice_s_own_number() => Golden(
        new DialEmergency("15", Duration.FromSeconds(30), new CallRoute(CallRouteKind.EmergencyDialEnded, "1")),
        """
        <Dial timeout="30" callerId="+33180000001" action="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/emergency-dial-ended?a=1&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt"><Number>15</Number></Dial>
        """);

    [Test]
    public void Who_is_dialled_for_a_caller_is_asked_for_a_key_before_she_is_connected() => Golden(
        new DialOut("+33600000015", Duration.FromSeconds(25), new CallRoute(CallRouteKind.DiversionEnded, "1"),
            new CallRoute(CallRouteKind.DialAnswered, "diversion-1-fr-FR"), Emergency: false),
        """
        <Dial timeout="25" callerId="+33180000001" action="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/diversion-ended?a=1&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt"><Number url="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/dial-answered?a=diversion-1-fr-FR&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt">+33600000015</Number></Dial>
        """);

    [Test]
    public void A_message_ends_with_hash_or_the_emergency_key_and_never_loops_on_itself() => Golden(
        new RecordMessage(Duration.FromMinutes(2), new CallRoute(CallRouteKind.MessageRecorded)),
        """
        <Record maxLength="120" timeout="5" finishOnKey="#0" action="https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/message-recorded?a=&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt" /><Redirect method="POST">https://voice.example.org/twilio/voice/calls/0198c0de00007000800000000000abcd/message-recorded?a=&amp;t=7&amp;e=0#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt</Redirect>
        """);

    [Test]
    public void Small_verbs_are_small()
    {
        Golden(new Pause(Duration.FromMilliseconds(1_200)), """<Pause length="2" />""");
        Golden(new Play(Play.HoldMusic), "<Play>https://voice.example.org/audio/hold-music.wav#ct=2000&amp;rt=4000&amp;rc=2&amp;rp=ct,rt,5xx&amp;e=dublin,frankfurt</Play>");
        Golden(new LeaveQueue(), "<Leave />");
        Golden(new RejectCall(), "<Reject />");
        Golden(new HangUp(), "<Hangup />");
        Golden(new Say("Good morning", "en-GB"), """<Say language="en-GB" voice="Polly.Amy-Neural">Good morning</Say>""");
    }

    /// <summary>S2: what a caller says, types or is called never becomes an element.</summary>
    [Test]
    public void Text_of_a_caller_never_changes_the_tree()
    {
        var seed = TestContext.CurrentContext.Random.Next();
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var text = Hostile(random);
            CallInstruction[] instructions =
            [
                new Say(text, "fr-FR"),
                new Gather([new Say(text, "fr-FR")], true, 1, Duration.FromSeconds(5), [text, text], "fr-FR", new CallRoute(CallRouteKind.Input, text)),
                new DialOut(text, Duration.FromSeconds(20), new CallRoute(CallRouteKind.DiversionEnded, text), new CallRoute(CallRouteKind.DialAnswered, text), false),
            ];
            var root = XDocument.Parse(_twiml.Render(instructions, Document with { Line = text })).Root!;
            Assert.That(root.DescendantsAndSelf().Select(e => e.Name.LocalName), Is.EqualTo(["Response", "Say", "Gather", "Say", "Dial", "Number"]), $"seed {seed}, text {i}");
        }
    }

    [Test]
    public void No_document_is_put_together_from_strings()
    {
        var sources = Directory.GetFiles(Path.Combine(Scenarios.Floor.Root(), "src", "ContactCenter.Server"), "*.cs", SearchOption.AllDirectories);
        var found = sources.SelectMany(f => File.ReadAllLines(f).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(l, "<(Response|Say|Dial|Gather|Redirect|Play|Hangup|Enqueue|Record|Number)[ />\\\"]"))
            .Select(l => $"{Path.GetFileName(f)}: {l.Trim()}"));
        Assert.That(sources, Is.Not.Empty);
        Assert.That(found, Is.Empty);
    }

    private static string Hostile(Random random)
    {
        string[] pieces =
        [
            "\"><Dial>+882161234</Dial>", "</Say><Hangup/>", "]]>", "<![CDATA[", "<!-- ", "&amp;", "&#0;", "\0\u0001\u001f", "\ufffe", "\ud83d\ude00", "\ud83d", "é à ü", "' onload='",
            "<?xml version='1.0'?>", "\r\n", "\u202e", new string('x', 10_000),
        ];
        var text = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--)
            text.Append(pieces[random.Next(pieces.Length)]);
        return text.ToString();
    }

    private void Golden(CallInstruction instruction, string expected) => Assert.That(
        _twiml.Render([instruction], Document), Is.EqualTo($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Response>{expected.Trim()}</Response>"));

    private static TwimlRenderer Renderer()
    {
        var options = Options.Create(new TwilioOptions { PublicBaseUrl = new Uri("https://voice.example.org") });
        return new TwimlRenderer(new VoiceUrls(options), new PromptLibrary(TestContext.CurrentContext.WorkDirectory, TimeProvider.System, NullLogger<PromptLibrary>.Instance), options);
    }
}
