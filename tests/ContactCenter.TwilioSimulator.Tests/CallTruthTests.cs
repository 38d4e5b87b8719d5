namespace ContactCenter.TwilioSimulator.Tests;

internal sealed class CallTruthTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static TrueEvent At(double seconds, string what, string leg = "CA1", string room = "CF1", string label = "") =>
        new(Nine.AddSeconds(seconds), what, leg, room, label);

    private static CallTruth Fold(params TrueEvent[] events) => CallTruth.Fold(events, "CA1", Nine.AddHours(1));

    private static IEnumerable<(TrueSegmentKind, double)> Told(CallTruth truth) => truth.Segments.Select(s => (s.Kind, s.Milliseconds / 1_000));

    [Test]
    public void A_whole_call_is_parted_without_gaps()
    {
        var truth = Fold(
            At(0, "rang"), At(1, "began"), At(5, "queued"), At(20, "dequeued"), At(20, "joined", label: "caller-1"),
                At(22, "joined", "CA2", label: "agent-1"),
            At(50, "held"), At(60, "resumed"), At(70, "left", "CA2"), At(71, "left"), At(71, "ended"));
        Assert.That(Told(truth), Is.EqualTo(new[]
        {
            (TrueSegmentKind.Ringing, 1d), (TrueSegmentKind.Document, 4), (TrueSegmentKind.Waiting, 15), (TrueSegmentKind.Alone, 2),
            (TrueSegmentKind.Talk, 28), (TrueSegmentKind.Held, 10), (TrueSegmentKind.Talk, 10), (TrueSegmentKind.Alone, 1),
        }));
        Assert.That((truth.AnsweredAt, truth.EndedAt, truth.Seconds(TrueSegmentKind.Talk)),
            Is.EqualTo((Nine.AddSeconds(1), Nine.AddSeconds(71), 38L)));
    }

    [Test]
    public void Whole_seconds_are_cut_off_at_each_border()
    {
        var truth = Fold(At(0, "began"), At(0.9, "joined"), At(0.9, "joined", "CA2", label: "agent-1"), At(3.1, "left"), At(3.1, "ended"));
        Assert.That(truth.Seconds(TrueSegmentKind.Talk), Is.EqualTo(3));
    }

    [Test]
    public void A_second_agent_who_takes_over_does_not_interrupt_the_talk()
    {
        var truth = Fold(At(0, "began"), At(0, "joined"), At(0, "joined", "CA2", label: "agent-1"), At(5, "joined", "CA3", label: "agent-2"),
            At(6, "left", "CA2"), At(9, "ended"));
        Assert.That(Told(truth), Is.EqualTo(new[] { (TrueSegmentKind.Talk, 9d) }));
    }

    [Test]
    public void Somebody_who_is_no_agent_is_no_talk()
    {
        var truth = Fold(At(0, "began"), At(0, "joined"), At(0, "joined", "CA2", label: "target-1"), At(9, "ended"));
        Assert.That((truth.Seconds(TrueSegmentKind.Talk), truth.Seconds(TrueSegmentKind.WithOthers)), Is.EqualTo((0L, 9L)));
    }

    [Test]
    public void Another_conference_does_not_count()
    {
        var truth = Fold(At(0, "began"), At(0, "joined"), At(0, "joined", "CA2", "CF2", "agent-1"), At(9, "ended"));
        Assert.That(truth.Seconds(TrueSegmentKind.Alone), Is.EqualTo(9));
    }

    [Test]
    public void A_call_that_lives_ends_now() => Assert.That(Told(Fold(At(0, "rang"))), Is.EqualTo(new[] { (TrueSegmentKind.Ringing, 3_600d) }));

    [Test]
    public void A_direct_connection_is_bridged() =>
        Assert.That(Told(Fold(At(0, "began"), At(2, "bridged"), At(7, "unbridged"), At(8, "ended"))),
            Is.EqualTo(new[] { (TrueSegmentKind.Document, 2d), (TrueSegmentKind.Bridged, 5), (TrueSegmentKind.Document, 1) }));
}
