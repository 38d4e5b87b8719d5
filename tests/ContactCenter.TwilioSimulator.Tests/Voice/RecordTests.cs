using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Voice;

internal sealed class RecordTests
{
    [Test]
    public async Task What_is_spoken_is_kept_until_a_key_ends_it()
    {
        await using var bench = await Bench.Answering("<Record timeout=\"60\" action=\"/recorded\"/>");
        var phone = bench.Dial();
        await Bench.Eventually(() => phone.Heard.Any(h => h.Kind == "beep"), "the beep");
        phone.Speak("bonjour, rappelez-moi");
        await Task.Delay(60);
        phone.Press("#");
        var asked = await bench.Server.Asked("/recorded");
        Assert.That((asked["Digits"], bench.Simulator.Board.Recordings.Find(asked["RecordingSid"])!.Words),
            Is.EqualTo(("#", new[] { "bonjour, rappelez-moi" })));
        Assert.That(asked["RecordingUrl"], Does.EndWith($"/Recordings/{asked["RecordingSid"]}"));
    }

    [Test]
    public async Task Nothing_but_silence_skips_the_action()
    {
        await using var bench = await Bench.Answering("<Record timeout=\"2\" action=\"/recorded\"/><Say>rien entendu</Say>");
        await bench.Dial().Hears("rien entendu");
        Assert.That(bench.Server.At("/recorded"), Is.Empty);
    }

    [Test]
    public async Task Silence_after_words_ends_it()
    {
        await using var bench = await Bench.Answering("<Record timeout=\"2\" action=\"/recorded\"/>");
        var phone = bench.Dial();
        await Bench.Eventually(() => phone.Heard.Any(h => h.Kind == "beep"), "the beep");
        phone.Speak("oui");
        Assert.That((await bench.Server.Asked("/recorded"))["Digits"], Is.Empty);
    }

    [Test]
    public async Task The_greatest_length_ends_it()
    {
        await using var bench = await Bench.Answering("<Record timeout=\"60\" maxLength=\"3\" action=\"/recorded\"/>");
        bench.Dial();
        Assert.That((await bench.Server.Asked("/recorded"))["RecordingDuration"], Is.EqualTo("3").Or.EqualTo("4"));
    }

    [Test]
    public async Task Hanging_up_ends_it_and_is_told()
    {
        await using var bench = await Bench.Answering("<Record timeout=\"60\" action=\"/recorded\"/>");
        var phone = bench.Dial();
        await Bench.Eventually(() => phone.Heard.Any(h => h.Kind == "beep"), "the beep");
        phone.HangUp();
        var asked = await bench.Server.Asked("/recorded");
        Assert.That((asked["Digits"], asked["CallStatus"]), Is.EqualTo(("hangup", "completed")));
    }

    [Test]
    public async Task The_recording_is_told_to_its_own_callback()
    {
        await using var bench = await Bench.Set();
        bench.Server.Answers("/voice", $"<Record playBeep=\"false\" action=\"/recorded\" recordingStatusCallback=\"{bench.Url("/kept")}\"/>");
        var phone = bench.Dial();
        await Bench.Eventually(() => phone.Leg!.IsRecorded, "recording");
        phone.Press("1");
        var told = await bench.Server.Asked("/kept");
        Assert.That((told["RecordingStatus"], told["RecordingSource"], told["CallSid"]), Is.EqualTo(("completed", "RecordVerb", phone.Leg!.Sid)));
        Assert.That(phone.Heard, Has.None.Matches<(string Kind, string Text)>(h => h.Kind == "beep"));
    }
}
