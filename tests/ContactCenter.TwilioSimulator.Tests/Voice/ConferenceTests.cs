using System.Globalization;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Voice;

internal sealed class ConferenceTests
{
    private const string Events = "start end join leave mute hold modify";
    private const string Second = "+33612345602";

    /// <summary>The caller ends the conference and does not start it; whoever else dials is an agent, who starts it.</summary>
    private static async Task<Bench> WithRoom(string more = "")
    {
        var bench = await Bench.Set();
        bench.Server.Answers("/voice", r => Microsoft.AspNetCore.Http.Results.Text(
            $"<Response><Dial action=\"/after\"><Conference beep=\"false\" {more} statusCallback=\"{bench.Url("/room")}\" statusCallbackEvent=\"{Events}\" "
            + (r["From"] == Bench.Caller ? "participantLabel=\"caller-1\" startConferenceOnEnter=\"false\" endConferenceOnExit=\"true\""
                : "participantLabel=\"agent-1\"")
            + ">salle</Conference></Dial></Response>", "application/xml"));
        return bench;
    }

    private static async Task<(ScriptedPhone Caller, ScriptedPhone Agent)> Together(Bench bench)
    {
        var caller = bench.Dial();
        await bench.Server.Told("/room", "participant-join");
        var agent = bench.Dial(Second);
        await caller.IsTogether();
        await agent.IsTogether();
        return (caller, agent);
    }

    private static string Room(Bench bench) => bench.Server.At("/room")[0]["ConferenceSid"];

    private static string Participant(Bench bench, ScriptedPhone phone) => $"Conferences/{Room(bench)}/Participants/{phone.Leg!.Sid}.json";

    [Test]
    public async Task Notices_are_numbered_from_one_with_whole_seconds_of_one_clock()
    {
        await using var bench = await WithRoom();
        var (caller, _) = await Together(bench);
        caller.HangUp();
        await bench.Server.Told("/room", "conference-end");
        var told = bench.Server.At("/room");
        Assert.That(told.Select(r => r["StatusCallbackEvent"]),
            Is.EqualTo(["participant-join", "participant-join", "conference-start", "participant-leave", "participant-leave", "conference-end"]));
        Assert.That(told.Select(r => r["SequenceNumber"]), Is.EqualTo(["1", "2", "3", "4", "5", "6"]));
        var times = told.Select(r => DateTimeOffset.ParseExact(r["Timestamp"], "ddd, dd MMM yyyy HH:mm:ss zz'00'",
            CultureInfo.InvariantCulture)).ToList();
        Assert.That(times, Is.Ordered);
        Assert.That(times[0], Is.EqualTo(bench.Simulator.Truth.Events.First(e => e.What == "joined").At).Within(TimeSpan.FromSeconds(1)));
        Assert.That(times[0].Millisecond, Is.Zero);
    }

    [Test]
    public async Task The_one_who_ends_it_sends_everybody_on_with_their_documents()
    {
        await using var bench = await WithRoom();
        var (caller, agent) = await Together(bench);
        caller.HangUp();
        var ended = await bench.Server.Told("/room", "conference-end");
        Assert.That((ended["ReasonConferenceEnded"], ended["CallSidEndingConference"], ended["ParticipantLabelEndingConference"]),
            Is.EqualTo(("participant-with-end-conference-on-exit-left", caller.Leg!.Sid, "caller-1")));
        var leaves = bench.Server.At("/room").Where(r => r["StatusCallbackEvent"] == "participant-leave").ToList();
        Assert.That(leaves.Select(r => (r["ReasonParticipantLeft"], r["ParticipantCallStatus"])),
            Is.EqualTo([("participant_hung_up", "completed"), ("moderator_ended_conference", "in-progress")]));
        var after = await bench.Server.Asked("/after");
        Assert.That((after["CallSid"], after["DialCallStatus"], after.Form.ContainsKey("DialCallSid")),
            Is.EqualTo((agent.Leg!.Sid, "answered", false)));
    }

    [Test]
    public async Task A_removed_participant_goes_on_with_its_document()
    {
        await using var bench = await WithRoom();
        bench.Server.Answers("/after", "<Say>toujours là</Say>");
        var (caller, agent) = await Together(bench);
        Assert.That((await bench.Delete(Participant(bench, agent))).Http, Is.EqualTo(204));
        await agent.Hears("toujours là");
        var left = await bench.Server.Told("/room", "participant-leave");
        Assert.That((left["ParticipantCallStatus"], left["ReasonParticipantLeft"]), Is.EqualTo(("in-progress", "participant_updated_via_api")));
        Assert.That(caller.Leg!.IsOver, Is.False);
    }

    [Test]
    public async Task Removing_the_one_who_ends_it_ends_it()
    {
        await using var bench = await WithRoom();
        var (caller, _) = await Together(bench);
        await bench.Delete(Participant(bench, caller));
        Assert.That((await bench.Server.Told("/room", "conference-end"))["ReasonConferenceEnded"],
            Is.EqualTo("participant-with-end-conference-on-exit-kicked"));
    }

    [Test]
    public async Task Ending_it_over_REST_names_nobody()
    {
        await using var bench = await WithRoom();
        await Together(bench);
        var (_, body) = await bench.Post($"Conferences/{Room(bench)}.json", ("Status", "completed"));
        var ended = await bench.Server.Told("/room", "conference-end");
        Assert.That((ended["ReasonConferenceEnded"], ended.Form.ContainsKey("CallSidEndingConference")),
            Is.EqualTo(("conference-ended-via-api", false)));
        Assert.That(body.GetProperty("status").GetString(), Is.EqualTo("completed"));
    }

    [Test]
    public async Task Two_without_a_starter_wait_with_music()
    {
        await using var bench = await WithRoom();
        bench.Server.Answers("/voice",
            $"<Dial><Conference startConferenceOnEnter=\"false\" waitUrl=\"{bench.Url("/music")}\">salle</Conference></Dial>");
        bench.Server.Answers("/music", "<Play>/wait.wav</Play>");
        var (one, two) = (bench.Dial(), bench.Dial(Second));
        await Bench.Eventually(() => one.Heard.Any(h => h.Kind == "play") && two.Heard.Any(h => h.Kind == "play"), "music");
        Assert.That((await bench.Server.Asked("/music")).Method, Is.EqualTo("POST"));
        Assert.That((await bench.Get("Conferences.json")).Body.GetProperty("conferences")[0].GetProperty("status").GetString(), Is.EqualTo("init"));
    }

    [Test]
    public async Task A_taken_label_moves_the_call_to_the_next_verb()
    {
        await using var bench = await WithRoom();
        var caller = bench.Dial();
        await bench.Server.Told("/room", "participant-join");
        bench.Server.Answers("/voice", "<Dial><Conference participantLabel=\"caller-1\">salle</Conference></Dial><Say>suite</Say>");
        await bench.Dial(Second).Hears("suite");
        Assert.That(bench.Faults.Single().Code, Is.EqualTo(16025));
        Assert.That(caller.Leg!.IsOver, Is.False);
    }

    [Test]
    public async Task Coaching_somebody_who_is_not_there_is_a_fault()
    {
        await using var bench = await WithRoom("coach=\"CA00\"");
        await bench.Dial().IsOver();
        Assert.That(bench.Faults.Single().Code, Is.EqualTo(13240));
    }

    [Test]
    public async Task A_held_participant_hears_its_own_music_asked_for_by_GET_unless_told()
    {
        await using var bench = await WithRoom();
        bench.Server.Answers("/hold", "<Play>/hold.wav</Play>");
        var (caller, _) = await Together(bench);
        var (_, body) = await bench.Post(Participant(bench, caller), ("Hold", "true"), ("HoldUrl", bench.Url("/hold")));
        Assert.That(body.GetProperty("hold").GetBoolean(), Is.True);
        Assert.That((await bench.Server.Asked("/hold")).Method, Is.EqualTo("GET"));
        await bench.Post(Participant(bench, caller), ("Hold", "false"));
        Assert.That((await bench.Server.Told("/room", "participant-unhold"))["Hold"], Is.EqualTo("false"));
    }

    [Test]
    public async Task Muting_twice_is_told_once()
    {
        await using var bench = await WithRoom();
        var (caller, _) = await Together(bench);
        await bench.Post(Participant(bench, caller), ("Muted", "true"));
        await bench.Post(Participant(bench, caller), ("Muted", "true"));
        await bench.Post(Participant(bench, caller), ("Muted", "false"));
        await bench.Server.Told("/room", "participant-unmute");
        Assert.That(bench.Server.At("/room").Count(r => r["StatusCallbackEvent"] == "participant-mute"), Is.EqualTo(1));
    }

    [Test]
    public async Task Others_hear_the_beep_of_a_newcomer_by_default()
    {
        await using var bench = await Bench.Answering("<Dial><Conference>salle</Conference></Dial>");
        var first = bench.Dial();
        await Bench.Eventually(() => first.Heard.Count > 0, "waiting");
        var second = bench.Dial(Second);
        await second.IsTogether();
        Assert.That((first.Heard.Count(h => h.Kind == "beep"), second.Heard.Count(h => h.Kind == "beep")), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task The_truth_parts_a_call_into_what_really_happened()
    {
        await using var bench = await WithRoom();
        var (caller, _) = await Together(bench);
        await bench.Post(Participant(bench, caller), ("Hold", "true"));
        await Task.Delay(50);
        await bench.Post(Participant(bench, caller), ("Hold", "false"));
        await Task.Delay(50);
        caller.HangUp();
        await caller.IsOver();
        var truth = bench.Simulator.Truth.Of(caller.Leg!.Sid);
        TrueSegmentKind[] expected = [TrueSegmentKind.Alone, TrueSegmentKind.Talk, TrueSegmentKind.Held, TrueSegmentKind.Talk];
        Assert.That(truth.Segments.Select(s => s.Kind).Where(k => k is not (TrueSegmentKind.Ringing or TrueSegmentKind.Document)),
            Is.EqualTo(expected));
        Assert.That(truth.Segments.Skip(1).Select(s => s.From), Is.EqualTo(truth.Segments.SkipLast(1).Select(s => s.To)));
    }
}
