using ContactCenter.Domain.Calls;
using CsCheck;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

internal sealed class CallStoryTests
{
    // A few thousand per commit; the nightly run tells a hundred thousand.
    private static readonly int Histories = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 100_000 : 3_000;

    [Test]
    public void Any_order_and_any_repetition_tells_the_same_story_and_the_same_seconds()
    {
        (from history in CallHistories.Any
         from seed in Gen.Int
         select (history, seed)).Sample(
            drawn =>
            {
                var shuffled = Disturb(drawn.history.Events, new Random(drawn.seed));
                Assert.That(Json(CallStory.Tell(shuffled)), Is.EqualTo(Json(CallStory.Tell(drawn.history.Events))));
                Assert.That(Json(CallTimeline.Fold(shuffled)), Is.EqualTo(Json(CallTimeline.Fold(drawn.history.Events))));
            },
            iter: Histories);
    }

    [Test]
    public void Every_whole_call_ends_closed_or_in_wrap_up()
    {
        CallHistories.Any.Sample(
            history => Assert.That(CallStory.Tell(history.Events).IsOver, Is.True),
            iter: Histories);
    }

    [Test]
    public void Seconds_of_every_kind_equal_the_history_s_own_account()
    {
        CallHistories.Any.Sample(
            history =>
            {
                var timeline = CallTimeline.Fold(history.Events);
                foreach (var kind in Enum.GetValues<SegmentKind>().Where(k => k != SegmentKind.WrapUp))
                    Assert.That(timeline.SecondsOf(kind), Is.EqualTo(history.Expected.GetValueOrDefault(kind)), kind.ToString);
            },
            iter: Histories);
    }

    [Test]
    public void Segments_are_disjoint_gapless_and_sum_to_the_caller_s_leg()
    {
        CallHistories.Any.Sample(
            history =>
            {
                var segments = CallTimeline.Fold(history.Events).Segments;
                for (var i = 1; i < segments.Count; i++)
                    Assert.That(segments[i].Start, Is.EqualTo(segments[i - 1].End));
                Assert.That(segments.Sum(s => s.Seconds), Is.EqualTo(history.Expected.Values.Sum()));
            },
            iter: Histories);
    }

    [Test]
    public void An_agent_does_not_talk_alone_when_the_end_of_the_conference_is_all_that_was_told_of_the_caller_s_leaving()
    {
        var history = Talking();
        history.After(40).AgentDrops().Adds(new ConferenceEnded("end", Whole(history), "CF1", 99));
        var lost = CallStory.Tell(history.Events);
        var again = new LegLabel(LegRole.Agent, 1, 2);
        history.Adds(new AgentLegStarted("back", history.Now, new LegRef("CA-again"), history.Agent, again))
            .Adds(new ParticipantJoined("in", Whole(history), "CF2", 1, new LegRef("CA-again"), again)).After(600);
        var alone = CallStory.Tell(history.Events);
        Assert.Multiple(() =>
        {
            Assert.That(lost.State, Is.EqualTo(CallState.AgentLost));
            Assert.That(lost.AgentLegExpected, Is.Null, "nobody is in there to join");
            Assert.That(alone.State, Is.EqualTo(CallState.AgentLost));
            Assert.That(alone.AgentPresent, Is.True);
            Assert.That(CallTimeline.Fold(history.Events).SecondsOf(SegmentKind.Talk), Is.EqualTo(40));
        });
    }

    [Test]
    public void An_agent_who_comes_back_into_another_conference_is_alone_though_nothing_was_told_of_the_first_one_s_end()
    {
        var history = Talking().After(40).AgentDrops().After(6);
        var again = new LegLabel(LegRole.Agent, 1, 2);
        history.Adds(new AgentLegStarted("back", history.Now, new LegRef("CA-again"), history.Agent, again))
            .Adds(new ParticipantJoined("in", Whole(history), "CF2", 1, new LegRef("CA-again"), again)).After(600);
        var alone = CallStory.Tell(history.Events);
        Assert.Multiple(() =>
        {
            Assert.That((alone.State, alone.AgentPresent, alone.CallerPresent), Is.EqualTo((CallState.AgentLost, true, false)));
            Assert.That(CallTimeline.Fold(history.Events, history.Now).SecondsOf(SegmentKind.Talk), Is.EqualTo(40));
        });
    }

    [Test]
    public void The_end_of_an_earlier_conference_in_the_same_second_ends_no_stay_in_the_next()
    {
        var history = Talking().After(40);
        var (at, caller, agent) = (Whole(history), LegLabel.Caller(2), new LegLabel(LegRole.Agent, 1, 2));
        history.Adds(new ParticipantJoined("2-caller", at, "CF2", 1, CallHistory.Caller, caller))
            .Adds(new ParticipantJoined("2-agent", at, "CF2", 2, history.AgentLeg, agent))
            .Adds(new ParticipantLeft("1-caller", at, "CF1", 90, CallHistory.Caller, LegLabel.Caller(1), LegEnded: false))
            .Adds(new ParticipantLeft("1-agent", at, "CF1", 91, history.AgentLeg, new LegLabel(LegRole.Agent, 1, 1), LegEnded: false))
            .Adds(new ConferenceEnded("1-end", at, "CF1", 92)).After(20).CallerHangsUp(fromConference: false);
        Assert.Multiple(() =>
        {
            Assert.That(CallTimeline.Fold(history.Events).SecondsOf(SegmentKind.Talk), Is.EqualTo(60));
            Assert.That(CallStory.Tell(history.Events.Take(history.Events.Count - 1)).State, Is.EqualTo(CallState.Talking));
        });
    }

    private static CallHistory Talking() => new CallHistory(Instant.FromUtc(2026, 11, 24, 9, 0)).Arrives().After(5).Queues().After(1)
        .Offers(new AgentId(Guid.CreateVersion7())).After(2).Accepts().After(1).CallerJoins().AgentJoins();

    private static Instant Whole(CallHistory history) => Instant.FromUnixTimeSeconds(history.Now.ToUnixTimeSeconds());

    private static List<CallEvent> Disturb(IReadOnlyList<CallEvent> events, Random chance)
    {
        var disturbed = events.Concat(events.Where(_ => chance.Next(3) == 0)).ToArray();
        chance.Shuffle(disturbed);
        return [.. disturbed];
    }

    private static string Json<T>(T value) => CallJson.Of(value);
}
