using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Tests.Support;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Tests.Voice;

internal sealed class DialTests
{
    [Test]
    public async Task A_number_that_answers_is_bridged_and_its_end_told_to_the_action()
    {
        await using var bench = await Bench.Answering($"<Dial action=\"/ended\"><Number>{Bench.Doctor}</Number></Dial>");
        var doctor = bench.Put(Bench.Doctor, ScriptedPhone.Answers());
        var patient = bench.Dial();
        await patient.IsTogether();
        await doctor.IsTogether();
        doctor.HangUp();
        var ended = await bench.Server.Asked("/ended");
        Assert.That((ended["DialCallStatus"], ended["DialCallSid"], ended["DialBridged"]), Is.EqualTo(("completed", doctor.Leg!.Sid, "true")));
        Assert.That(ended["DialCallDuration"], Is.Not.Empty);
    }

    [Test]
    public async Task Without_an_action_the_document_goes_on()
    {
        await using var bench = await Bench.Answering("<Dial>15</Dial><Say>suite</Say>");
        bench.Put("15", ScriptedPhone.Refuses());
        await bench.Dial().Hears("suite");
    }

    [Test]
    public async Task With_an_action_the_following_verbs_are_dead()
    {
        await using var bench = await Bench.Answering("<Dial action=\"/ended\">15</Dial><Say>jamais</Say>");
        bench.Put("15", ScriptedPhone.Refuses());
        var patient = bench.Dial();
        await patient.IsOver();
        Assert.That(patient.Said, Is.Empty);
        Assert.That((await bench.Server.Asked("/ended"))["DialCallStatus"], Is.EqualTo("busy"));
    }

    [Test]
    public async Task Nobody_answers_within_thirty_seconds_unless_told()
    {
        await using var bench = await Bench.Answering("<Dial action=\"/ended\">15</Dial>");
        var rescue = bench.Put("15", ScriptedPhone.LetsItRing());
        bench.Dial();
        Assert.That((await bench.Server.Asked("/ended"))["DialCallStatus"], Is.EqualTo("no-answer"));
        Assert.That((rescue.Leg!.EndedAt - rescue.Leg.CreatedAt)!.Value.TotalSeconds, Is.InRange(29, 40));
    }

    [Test]
    public async Task Several_ring_together_and_the_first_to_answer_wins()
    {
        await using var bench = await Bench.Answering("<Dial><Number>+33600000001</Number><Number>+33600000002</Number></Dial>");
        var (slow, quick) = (bench.Put("+33600000001", ScriptedPhone.LetsItRing()), bench.Put("+33600000002", ScriptedPhone.Answers()));
        await bench.Dial().IsTogether();
        await slow.IsOver();
        Assert.That((slow.Leg!.Word, quick.Leg!.Word), Is.EqualTo(("canceled", "in-progress")));
    }

    [Test]
    public async Task Caller_hangs_up_while_it_rings()
    {
        await using var bench = await Bench.Answering("<Dial>15</Dial>");
        var rescue = bench.Put("15", ScriptedPhone.LetsItRing());
        var patient = bench.Dial();
        await Bench.Eventually(() => rescue.Leg is not null, "it rings");
        patient.HangUp();
        await rescue.IsOver();
        Assert.That(rescue.Leg!.Word, Is.EqualTo("canceled"));
    }

    [Test]
    public async Task A_foreign_caller_id_is_a_fault()
    {
        await using var bench = await Bench.Answering("<Dial callerId=\"+33999999999\">15</Dial>");
        await bench.Dial().IsOver();
        Assert.That(bench.Faults.Single().Code, Is.EqualTo(13214));
    }

    [Test]
    public async Task The_caller_is_shown_unless_another_number_of_the_account_is()
    {
        await using var bench = await Bench.Answering($"<Dial>15</Dial><Dial callerId=\"{Bench.Line}\">112</Dial>");
        var (first, second) = (bench.Put("15", ScriptedPhone.Refuses()), bench.Put("112", ScriptedPhone.Refuses()));
        await bench.Dial().IsOver();
        Assert.That((first.Leg!.From, second.Leg!.From), Is.EqualTo((Bench.Caller, Bench.Line)));
    }

    [Test]
    public async Task Progress_of_the_called_leg_is_told_in_sequence()
    {
        await using var bench = await Bench.Set();
        bench.Server.Answers("/voice",
            $"<Dial><Number statusCallback=\"{bench.Url("/leg")}\" statusCallbackEvent=\"initiated ringing answered completed\">15</Number></Dial>");
        var rescue = bench.Put("15", ScriptedPhone.Answers());
        var patient = bench.Dial();
        await patient.IsTogether();
        rescue.HangUp();
        await bench.Server.Asked("/leg", 3);
        var told = bench.Server.At("/leg");
        Assert.That(told.Select(r => r["CallStatus"]), Is.EqualTo(["initiated", "ringing", "in-progress", "completed"]));
        Assert.That(told.Select(r => r["SequenceNumber"]), Is.EqualTo(["0", "1", "2", "3"]));
        Assert.That(told.Select(r => r["CallDuration"].Length > 0), Is.EqualTo([false, false, false, true]));
    }

    [Test]
    public async Task A_whisper_that_wants_a_key_keeps_a_voicemail_out()
    {
        await using var bench = await Bench.Set();
        bench.Server.Answers("/voice", $"<Dial action=\"/ended\"><Number url=\"{bench.Url("/whisper")}\">15</Number></Dial>");
        bench.Server.Answers("/whisper", "<Gather numDigits=\"1\" timeout=\"2\" action=\"/accept\"><Say>tapez 1</Say></Gather><Hangup/>");
        var voicemail = bench.Put("15", ScriptedPhone.Answers());
        var patient = bench.Dial();
        await voicemail.Hears("tapez 1");
        Assert.That((await bench.Server.Asked("/ended"))["DialBridged"], Is.EqualTo("false"));
        Assert.That(patient.Heard, Has.None.Matches<(string Kind, string Text)>(h => h.Kind == "together"));
    }

    [Test]
    public async Task A_softphone_is_called_with_its_parameters()
    {
        await using var bench =
            await Bench.Answering("<Dial><Client><Identity>claire</Identity><Parameter name=\"call\" value=\"7\"/></Client></Dial>");
        var claire = bench.Put("client:claire", ScriptedPhone.Answers());
        await bench.Dial().IsTogether();
        Assert.That(claire.Leg!.Parameters, Is.EqualTo(new Dictionary<string, string> { ["call"] = "7" }));
    }

    [Test]
    public async Task The_star_hangs_up_the_called_party_when_wanted()
    {
        await using var bench = await Bench.Answering("<Dial hangupOnStar=\"true\">15</Dial><Say>suite</Say>");
        bench.Put("15", ScriptedPhone.Answers());
        var patient = bench.Dial();
        await patient.IsTogether();
        patient.Press("*");
        await patient.Hears("suite");
    }

    [Test]
    public async Task The_time_limit_ends_the_conversation()
    {
        await using var bench = await Bench.Answering("<Dial timeLimit=\"3\">15</Dial><Say>suite</Say>");
        bench.Put("15", ScriptedPhone.Answers());
        await bench.Dial().Hears("suite");
    }

    [Test]
    public async Task Answer_on_bridge_leaves_the_caller_ringing_until_then()
    {
        await using var bench = await Bench.Answering("<Dial answerOnBridge=\"true\">15</Dial>");
        var rescue = bench.Put("15", ScriptedPhone.LetsItRing());
        var patient = bench.Dial();
        await Bench.Eventually(() => rescue.Leg is not null, "it rings");
        Assert.That(patient.Leg!.AnsweredAt, Is.Null);
        rescue.Leg!.Decision.TrySetResult(LegState.InProgress);
        await patient.IsTogether();
        Assert.That(patient.Leg.AnsweredAt, Is.Not.Null);
    }
}
