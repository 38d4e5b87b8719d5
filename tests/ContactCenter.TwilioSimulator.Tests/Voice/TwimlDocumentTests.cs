using ContactCenter.TwilioSimulator.Tests.Support;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Tests.Voice;

/// <summary>What the simulator does not carry out is an error that it reports.</summary>
internal sealed class TwimlDocumentTests
{
    [TestCase("<Dance/>", "<Dance> is not allowed here.")]
    [TestCase("<Number>15</Number>", "<Number> is not allowed here.")]
    [TestCase("<Say colour=\"red\">x</Say>", "<Say> has no attribute colour.")]
    [TestCase("<Say loop=\"twice\">x</Say>", "<Say> loop=\"twice\" is not a whole number.")]
    [TestCase("<Pause length=\"1.5\"/>", "<Pause> length=\"1.5\" is not a whole number.")]
    [TestCase("<Gather numDigits=\"0\"/>", "<Gather> numDigits=\"0\" is not a whole number above 0.")]
    [TestCase("<Gather input=\"dtmf mind\"/>", "<Gather> input=\"dtmf mind\" is not made of dtmf, speech.")]
    [TestCase("<Gather finishOnKey=\"A\"/>", "<Gather> finishOnKey=\"A\" is not keys of a telephone.")]
    [TestCase("<Gather method=\"PUT\"/>", "<Gather> method=\"PUT\" is not GET or POST.")]
    [TestCase("<Gather partialResultCallback=\"/x\"/>", "<Gather> partialResultCallback=\"/x\" is not simulated.")]
    [TestCase("<Gather><Dial>15</Dial></Gather>", "<Dial> is not allowed in <Gather>.")]
    [TestCase("<Gather><Say pitch=\"1\">x</Say></Gather>", "<Say> has no attribute pitch.")]
    [TestCase("<Dial record=\"record-from-answer\">15</Dial>", "<Dial> record=\"record-from-answer\" is not simulated.")]
    [TestCase("<Dial><Queue>q</Queue></Dial>", "<Queue> is not allowed in <Dial>.")]
    [TestCase("<Dial><Number colour=\"x\">15</Number></Dial>", "<Number> has no attribute colour.")]
    [TestCase("<Dial><Number sendDigits=\"1\">15</Number></Dial>", "<Number> sendDigits=\"1\" is not simulated.")]
    [TestCase("<Dial><Client><Parameter name=\"a\" value=\"b\" type=\"c\"/></Client></Dial>", "<Parameter> has no attribute type.")]
    [TestCase("<Dial><Conference beep=\"loud\">x</Conference></Dial>", "<Conference> beep=\"loud\" is not true or false or onEnter or onExit.")]
    [TestCase("<Dial><Conference region=\"moon\">x</Conference></Dial>",
        "<Conference> region=\"moon\" is not us1 or us2 or ie1 or de1 or sg1 or br1 or au1 or jp1.")]
    [TestCase("<Say><voice>x</voice></Say>", "<voice> is not allowed in <Say>.")]
    [TestCase("<Reject reason=\"tired\"/>", "<Reject> reason=\"tired\" is not rejected or busy.")]
    [TestCase("<Record transcribe=\"true\"/>", "<Record> transcribe=\"true\" is not simulated.")]
    public void Unknown_things_are_faults(string verbs, string message)
    {
        var fault = Assert.Throws<TwimlFault>(() => TwimlDocument.Read($"<Response>{verbs}</Response>", DocumentPlace.Call));
        Assert.That((fault!.Code, fault.Message), Is.EqualTo((12200, message)));
    }

    [TestCase("<Response><Say>x</Response>")]
    [TestCase("Bonjour")]
    [TestCase("<Answer/>")]
    public void What_is_no_document_cannot_be_parsed(string text) =>
        Assert.That(Assert.Throws<TwimlFault>(() => TwimlDocument.Read(text, DocumentPlace.Call))!.Code, Is.EqualTo(12100));

    [TestCase(DocumentPlace.Queue, "<Dial>15</Dial>")]
    [TestCase(DocumentPlace.Queue, "<Record/>")]
    [TestCase(DocumentPlace.Hold, "<Gather/>")]
    [TestCase(DocumentPlace.Hold, "<Hangup/>")]
    [TestCase(DocumentPlace.Hold, "<Leave/>")]
    public void Queues_and_holds_allow_fewer_verbs(DocumentPlace place, string verbs) =>
        Assert.That(() => TwimlDocument.Read($"<Response>{verbs}</Response>", place), Throws.InstanceOf<TwimlFault>());

    [Test]
    public void Everything_that_only_changes_the_sound_is_accepted() => Assert.That(TwimlDocument.Read(
        """
        <Response>
          <Say voice="Polly.Lea-Neural" language="fr-FR"><prosody rate="slow"><emphasis>bien</emphasis></prosody></Say>
          <Gather input="dtmf speech" timeout="5" speechTimeout="auto" hints="oui, non" speechModel="phone_call" enhanced="true" profanityFilter="false" bargeIn="true"/>
          <Dial ringTone="fr" record="do-not-record"><Conference jitterBufferSize="small" region="ie1" trim="do-not-trim">x</Conference></Dial>
        </Response>
        """, DocumentPlace.Call), Has.Count.EqualTo(3));

    [Test]
    public async Task A_fault_ends_the_call_as_an_application_error()
    {
        await using var bench = await Bench.Answering("<Say>jamais dit</Say><Dance/>");
        var phone = bench.Dial();
        await phone.IsOver();
        Assert.That(phone.Said, Is.EqualTo(["We are sorry, an application error has occurred. Goodbye."]));
        Assert.That(bench.Faults.Single().Leg, Is.EqualTo(phone.Leg!.Sid));
    }

    [Test]
    public async Task Leave_outside_of_a_queue_is_a_fault()
    {
        await using var bench = await Bench.Answering("<Leave/>");
        await bench.Dial().IsOver();
        Assert.That(bench.Faults.Single().Message, Does.Contain("outside of a queue"));
    }
}
