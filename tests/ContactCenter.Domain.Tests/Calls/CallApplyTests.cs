using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using CsCheck;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>The property of <see cref="CallStoryTests"/> where it is lived: through the checks, the decisions a call takes by itself, and what it wants done.</summary>
internal sealed class CallApplyTests
{
    // Each call is lived in order and disturbed: two thousand lives per commit, two hundred thousand nightly.
    private static readonly int Histories = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 100_000 : 1_000;
    private static readonly PracticeId Lilas = new(new Guid("22222222-2222-2222-2222-222222222222"));

    [Test]
    public void Late_disordered_and_repeated_notices_end_in_the_state_timeline_and_seconds_that_the_history_has()
    {
        (from history in CallHistories.Any
         from seed in Gen.Int
         select (history, seed)).Sample(
            drawn =>
            {
                IsAsItsHistory(CallReplay.Of(drawn.history), drawn.history);
                IsAsItsHistory(CallReplay.Of(drawn.history, new Random(drawn.seed)), drawn.history);
            },
            iter: Histories, print: drawn => $"{drawn.seed}: {Print(drawn.history)}");
    }

    private static void IsAsItsHistory(CallReplay replay, CallHistory history)
    {
        Assert.That(Keys(replay.Recorded), Is.EqualTo(Keys(history.Events)), "the same facts and decisions");
        Assert.That(Json(replay.Call.Story), Is.EqualTo(Json(CallStory.Tell(history.Events))));
        Assert.That(Json(replay.Call.Timeline()), Is.EqualTo(Json(CallTimeline.Fold(history.Events))));
        Assert.That(Cdr(replay.Call), Is.EqualTo(Cdr(new Call(replay.Call.Id, history.Events))));
        Assert.That(replay.LastEffects, Has.Some.TypeOf<MeterCall>(), "the last fact of a finished call has it metered anew");
    }

    [TestCaseSource(nameof(ShortCalls))]
    public void Every_order_of_a_short_call_s_notices_gives_the_same_record(string name, CallHistory history)
    {
        var notices = history.Events.Where(CallTelling.IsNotice).ToList();
        Assert.That(notices, Has.Count.InRange(2, 6));
        var expected = Cdr(CallReplay.Of(history).Call);
        Assert.That(expected, Is.Not.EqualTo("null"));
        var orders = 0;
        foreach (var order in Orders(notices))
        {
            Assert.That(Cdr(CallReplay.InOrder(history, order).Call), Is.EqualTo(expected), () => $"{name}: {string.Join(' ', order.Select(e => e.Key))}");
            orders++;
        }
        Assert.That(orders, Is.EqualTo(Enumerable.Range(1, notices.Count).Aggregate(1, (a, b) => a * b)), "6! = 720 for six");
    }

    private static IEnumerable<TestCaseData> ShortCalls()
    {
        yield return Case("answered", Talking().After(31.4).CallerHangsUp(true).AgentDrops());
        yield return Case("answered within one second", Talking().CallerHangsUp(true).AgentDrops());
        yield return Case("held at the end", new CallHistory(Start).Arrives().After(3).Queues().After(4).Offers(Claire).Accepts().BothJoin().After(9.7).Held().After(20).Resumed().After(0.2).CallerHangsUp(true));
        yield return Case("conference ended first", Talking().After(12).ConferenceEnds().CallerHangsUp(false).AgentDrops());
        yield return Case("lost agent, told by the record", Talking().After(12).AgentDrops().After(5).CallerFoundGone());
        yield return Case("hung up in the queue", new CallHistory(Start).Arrives().After(3).Queues().After(4).QueueHungUp().CallerHangsUp(false).CallerFoundGone());
    }

    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly AgentId Claire = new(new Guid("11111111-1111-1111-1111-111111111111"));

    private static CallHistory Talking() => new CallHistory(Start).Arrives().After(3).Queues().After(4.2).Offers(Claire).After(2).Accepts().After(1).BothJoin();

    private static TestCaseData Case(string name, CallHistory history) => new(name, history) { TestName = $"Every order of the notices of a call {name}" };

    private static IEnumerable<List<CallEvent>> Orders(List<CallEvent> events) => events.Count < 2
        ? [events]
        : events.SelectMany((first, i) => Orders([.. events.Where((_, j) => j != i)]).Select(rest => (List<CallEvent>)[first, .. rest]));

    private static string[] Keys(IEnumerable<CallEvent> events) => [.. events.Select(e => $"{e.Key} {Json(e)}").Order(StringComparer.Ordinal)];

    private static string Cdr(Call call) => Json(TalkTimeMeter.Measure(call, Lilas));

    private static string Print(CallHistory history) => string.Join('\n', history.Events.Select(e => $"{e.At:HH:mm:ss.fff} {e}"));

    private static string Json<T>(T value) => CallJson.Of(value);
}
