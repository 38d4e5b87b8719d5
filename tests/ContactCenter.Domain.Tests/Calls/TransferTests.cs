using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

internal sealed class TransferTests
{
    private static readonly AgentId Claire = new(new Guid("11111111-1111-1111-1111-111111111111"));
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 8, 0);

    private static CallHistory Talking() => new CallHistory(Start)
        .Arrives().After(5).Queues().After(10).Offers(Claire).After(3).Accepts().After(1).CallerJoins().After(1).AgentJoins().After(30);

    private static (CallHistory Call, TransferId Id) Consulting(TransferKind kind = TransferKind.Warm)
    {
        var call = Talking();
        var id = call.Transfers(kind);
        call.Held(SegmentKind.Consult).TargetProgress(LegProgress.Ringing, 1).After(5);
        return (call, id);
    }

    private static CallStory Story(CallHistory call) => CallStory.Tell(call.Events);

    [Test]
    public void A_target_that_presses_the_key_is_briefed_and_takes_the_caller()
    {
        var (call, id) = Consulting();
        call.TargetPresses(id, TransferAcceptance.Key).TargetJoins().After(10);
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(TransferState.Briefing));
        call.HandsOver(id).After(60);
        Assert.That(Story(call), Has.Property(nameof(CallStory.State)).EqualTo(CallState.HandedOver));
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(TransferState.Bridged));
        Assert.That(CallTimeline.Fold(call.Events, call.Now).SecondsOf(SegmentKind.Transferred), Is.EqualTo(60));
    }

    [Test]
    public void Notes_closed_in_the_second_in_which_her_leg_left_are_a_wrap_up_of_no_seconds()
    {
        var call = Talking();
        call.After(12).CallerHangsUp(true).AgentDrops();
        var left = call.Events.OfType<ParticipantLeft>().Last();
        CallEvent[] events = [.. call.Events.Where(e => e is not WrapUpFinished), new WrapUpFinished("closed", left.At - Duration.FromMilliseconds(40), "rdv-pris", false)];
        Assert.That(CallTimeline.Fold(events, call.Now).WrapUp, Has.Property(nameof(CallSegment.Seconds)).Zero);
    }

    [Test]
    public void A_voicemail_that_presses_nothing_never_swallows_a_patient()
    {
        var (call, id) = Consulting();
        call.TargetPresses(id, null);
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(TransferState.Rejected));
        Assert.That(Story(call).State, Is.EqualTo(CallState.Consulting), "until the caller is taken off hold");
    }

    [Test]
    public void A_caller_whom_a_failed_transfer_left_parked_can_be_fetched()
    {
        var (call, _) = Consulting();
        call.TargetProgress(LegProgress.NoAnswer, 2).After(2);
        var replay = CallReplay.Of(call.Commands(AgentCommand.Resume));
        Assert.That(replay.LastEffects, Is.EqualTo(new CallEffect[] { new ResumeCaller(CallHistory.Caller) }));
        Assert.That(replay.Call.Story.State, Is.EqualTo(CallState.Consulting), "until the vendor says so");
    }

    [Test]
    public void An_emergency_service_whose_going_is_told_before_its_coming_has_served_and_no_other_is_called()
    {
        var call = Talking();
        call.Transfers(TransferKind.Emergency);
        var known = call.Events.Count;
        call.TargetJoins().After(60).TargetLeaves();
        var (came, went) = (call.Events[known], call.Events[known + 1]);
        var told = new Call(default, call.Events.Except([came, went]));
        Assert.That(((Recorded)told.Apply(went, CallReplay.Context(told, call.Now))).Facts, Is.EqualTo(new[] { went }), "no next number");
        told.Apply(came, CallReplay.Context(told, call.Now));
        Assert.That(told.Story.Transfers.Select(t => t.State), Is.EqualTo(new[] { TransferState.Bridged }));
        Assert.That(told.Story.EmergencyOpen, Is.False);
    }

    [Test]
    public void A_late_notice_of_the_target_before_hands_nobody_over()
    {
        var call = Talking();
        call.Transfers(TransferKind.Emergency);
        var known = call.Events.Count;
        call.TargetJoins().After(25).TargetLeaves();
        var (came, went) = (call.Events[known], call.Events[known + 1]);
        var id = call.Transfers(TransferKind.Blind);
        call.Held(SegmentKind.Consult).After(5).TargetPresses(id, TransferAcceptance.Key);
        var told = new Call(default, call.Events.Except([came, went]));
        Assert.That(((Recorded)told.Apply(came, CallReplay.Context(told, call.Now))).Facts, Is.EqualTo(new[] { came }));
        Assert.That(told.Story.Transfers[^1].State, Is.EqualTo(TransferState.Briefing));
        call.TargetJoins();
        var joined = call.Events.OfType<ParticipantJoined>().Last();
        Assert.That(((Recorded)told.Apply(joined, CallReplay.Context(told, call.Now))).Facts, Has.One.TypeOf<TransferCompleted>());
    }

    [Test]
    public void In_a_second_emergency_of_a_call_every_number_is_tried_again()
    {
        var call = Talking();
        call.Transfers(TransferKind.Emergency);
        call.EmergencyNumberFails(LegProgress.Busy, "112").After(3).TargetJoins().After(30).TargetLeaves().After(20);
        call.Transfers(TransferKind.Emergency);
        call.EmergencyNumberFails(LegProgress.Busy, "112");
        Assert.That(CallReplay.Of(call).Call.Story.Transfers.Select(t => t.Number), Is.EqualTo(new[] { "15", "112", "15", "112" }));
    }

    [Test]
    public void A_voicemail_that_hangs_up_before_the_key_is_a_rejection()
    {
        var (call, id) = Consulting();
        call.Adds(new TargetAnswered("t1", call.Now, id)).TargetProgress(LegProgress.Completed, 3);
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(TransferState.Rejected));
    }

    [TestCase(LegProgress.NoAnswer, TransferState.NoAnswer)]
    [TestCase(LegProgress.Busy, TransferState.Busy)]
    [TestCase(LegProgress.Failed, TransferState.Failed)]
    public void A_target_that_is_not_reached_gives_the_caller_back(LegProgress progress, TransferState expected)
    {
        var (call, _) = Consulting();
        call.TargetProgress(progress, 2).Resumed().After(3);
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(expected));
        Assert.That(Story(call).State, Is.EqualTo(CallState.Talking));
    }

    [Test]
    public void A_target_that_hangs_up_after_the_briefing_leaves_the_caller_with_the_agent()
    {
        var (call, id) = Consulting();
        call.TargetPresses(id, TransferAcceptance.Key).TargetJoins().After(4).TargetLeaves().Resumed();
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(TransferState.TargetLeft));
        Assert.That(Story(call).State, Is.EqualTo(CallState.Talking));
    }

    [Test]
    public void A_caller_who_hangs_up_in_mid_transfer_is_told_apart()
    {
        var (call, id) = Consulting();
        call.TargetPresses(id, TransferAcceptance.Key).TargetJoins().After(4).CallerHangsUp(true);
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(TransferState.AbandonedInTransfer));
        Assert.That(Story(call).State, Is.EqualTo(CallState.WrapUp));
    }

    [Test]
    public void A_cancelled_transfer_stays_cancelled_whatever_the_target_does_later()
    {
        var (call, id) = Consulting();
        call.Adds(new TransferCancelled("c1", call.Now, id)).Resumed().After(2).TargetProgress(LegProgress.Completed, 4);
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(TransferState.Cancelled));
        Assert.That(Story(call).State, Is.EqualTo(CallState.Talking));
    }

    [Test]
    public void An_emergency_number_is_bridged_when_it_joins_and_the_agent_may_leave()
    {
        var call = Talking();
        var id = call.Transfers(TransferKind.Emergency);
        Assert.That(Story(call).EmergencyOpen, Is.True);
        call.TargetProgress(LegProgress.Ringing, 1).After(4).TargetJoins().After(10);
        Assert.That(Story(call).Transfers[^1].State, Is.EqualTo(TransferState.Bridged));
        Assert.That(Story(call).State, Is.EqualTo(CallState.Talking), "nobody is parked in an emergency");
        call.HandsOver(id);
        Assert.That(Story(call).State, Is.EqualTo(CallState.HandedOver));
        Assert.That(Story(call).Agent, Is.EqualTo(Claire));
    }

    [Test]
    public void An_emergency_that_was_served_lets_the_agent_go_on_with_the_caller_s_other_wish()
    {
        var call = Talking();
        call.Transfers(TransferKind.Emergency);
        call.TargetProgress(LegProgress.Ringing, 1).After(4).TargetJoins().After(100).TargetLeaves();
        Assert.That(Story(call).EmergencyOpen, Is.False);
        Assert.That(Story(call).State, Is.EqualTo(CallState.Talking));
    }
}
