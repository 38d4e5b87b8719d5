using System.Text.Json;
using ContactCenter.Domain.Calls;
using CsCheck;

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

    private static List<CallEvent> Disturb(IReadOnlyList<CallEvent> events, Random chance)
    {
        var disturbed = events.Concat(events.Where(_ => chance.Next(3) == 0)).ToArray();
        chance.Shuffle(disturbed);
        return [.. disturbed];
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
