using System.Buffers.Binary;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Rest;

/// <summary>Participants that are called in, recordings, texts and numbers.</summary>
internal sealed class OtherResourcesTests
{
    private Bench _shared = null!;

    [OneTimeSetUp]
    public async Task Set() => _shared = await Bench.Set();

    [OneTimeTearDown]
    public async Task Clear() => await _shared.DisposeAsync();

    [Test]
    public async Task A_participant_is_called_into_a_conference_by_its_name()
    {
        await using var bench = await Bench.Answering("<Dial><Conference startConferenceOnEnter=\"false\">salle</Conference></Dial>");
        var (caller, doctor) = (bench.Dial(), bench.Put(Bench.Doctor, ScriptedPhone.Answers()));
        var (http, body) = await bench.Post("Conferences/salle/Participants.json", ("From", Bench.Line), ("To", Bench.Doctor), ("Label", "doctor-1"),
            ("EndConferenceOnExit", "true"));
        Assert.That((http, body.GetProperty("label").GetString(), body.GetProperty("end_conference_on_exit").GetBoolean()),
            Is.EqualTo((201, "doctor-1", true)));
        await caller.IsTogether();
        var conference = body.GetProperty("conference_sid").GetString();
        Assert.That((await bench.Get($"Conferences/{conference}/Participants/doctor-1.json")).Body.GetProperty("status").GetString(),
            Is.EqualTo("connected"));
        doctor.HangUp();
        await caller.IsOver();
        Assert.That((await bench.Get($"Conferences/{conference}/Participants/doctor-1.json")).Http, Is.EqualTo(404));
    }

    [Test]
    public async Task Nobody_comes_to_a_conference_that_was_opened_for_one_who_refused()
    {
        await using var bench = await Bench.Set();
        bench.Put(Bench.Doctor, ScriptedPhone.Refuses());
        await bench.Post("Conferences/salle/Participants.json", ("From", Bench.Line), ("To", Bench.Doctor));
        await Bench.Eventually(() => bench.Simulator.Board.Rooms.All[0].EndedAt is not null, "closed");
    }

    [TestCase("4")]
    [TestCase("601")]
    public async Task A_participant_rings_between_five_and_six_hundred_seconds(string timeout)
    {
        Assert.That((await _shared.Post("Conferences/salle/Participants.json", ("From", Bench.Line), ("To", Bench.Doctor),
            ("Timeout", timeout))).Http, Is.EqualTo(400));
    }

    [Test]
    public async Task A_recording_is_listed_fetched_as_sound_and_deleted()
    {
        await using var bench = await Bench.Answering("<Record maxLength=\"3\" timeout=\"60\" action=\"/recorded\"/>");
        var caller = bench.Dial();
        await bench.Server.Asked("/recorded");
        var (_, list) = await bench.Get($"Recordings.json?CallSid={caller.Leg!.Sid}");
        var recording = list.GetProperty("recordings")[0];
        var sid = recording.GetProperty("sid").GetString();
        Assert.That((recording.GetProperty("call_sid").GetString(), recording.GetProperty("status").GetString()),
            Is.EqualTo((caller.Leg.Sid, "completed")));
        var wave = await bench.Rest.GetByteArrayAsync($"Recordings/{sid}.wav");
        Assert.That(BinaryPrimitives.ReadInt32LittleEndian(wave.AsSpan(40)), Is.EqualTo(wave.Length - 44).And.InRange(29 * 1_600, 3 * 16_000));
        Assert.That((await bench.Delete($"Recordings/{sid}.json")).Http, Is.EqualTo(204));
        Assert.That((await bench.Delete($"Recordings/{sid}.json")).Http, Is.EqualTo(404));
    }

    [Test]
    public async Task A_text_is_sent_delivered_and_told_of()
    {
        await using var bench = await Bench.Set();
        var (http, body) = await bench.Post("Messages.json", ("From", Bench.Line), ("To", Bench.Caller), ("Body", "Rendez-vous à 10 h"),
            ("StatusCallback", bench.Url("/text")));
        Assert.That((http, body.GetProperty("num_segments").GetString()), Is.EqualTo((201, "1")));
        await bench.Server.Asked("/text", 1);
        Assert.That(bench.Server.At("/text").Select(r => r["MessageStatus"]), Is.EqualTo(["sent", "delivered"]));
        var (_, read) = await bench.Get($"Messages/{body.GetProperty("sid").GetString()}.json");
        Assert.That((read.GetProperty("status").GetString(), read.GetProperty("body").GetString()), Is.EqualTo(("delivered", "Rendez-vous à 10 h")));
    }

    [TestCase("", Bench.Line, "x", 21604)]
    [TestCase(Bench.Caller, "", "x", 21603)]
    [TestCase(Bench.Caller, Bench.Line, "", 21602)]
    [TestCase("client:claire", Bench.Line, "x", 21211)]
    [TestCase(Bench.Caller, "+33999999999", "x", 21606)]
    public async Task Wrong_texts_are_refused_with_their_code(string to, string from, string body, int code)
    {
        Assert.That((await _shared.Post("Messages.json", ("To", to), ("From", from), ("Body", body))).Body.GetProperty("code").GetInt32(),
            Is.EqualTo(code));
    }

    [Test]
    public async Task A_number_is_found_and_pointed_elsewhere()
    {
        await using var bench = await Bench.Set();
        var (_, list) = await bench.Get("IncomingPhoneNumbers.json?PhoneNumber=%2B33180000001");
        var sid = list.GetProperty("incoming_phone_numbers")[0].GetProperty("sid").GetString();
        await bench.Post($"IncomingPhoneNumbers/{sid}.json", ("VoiceUrl", bench.Url("/elsewhere")));
        bench.Server.Answers("/elsewhere", "<Say>ailleurs</Say>");
        await bench.Dial().Hears("ailleurs");
        Assert.That((await bench.Post($"IncomingPhoneNumbers/{sid}.json", ("VoiceUrl", "ailleurs"))).Body.GetProperty("code").GetInt32(),
            Is.EqualTo(21502));
    }
}
