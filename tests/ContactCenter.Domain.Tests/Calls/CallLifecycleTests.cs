using ContactCenter.Domain.Calls;

namespace ContactCenter.Domain.Tests.Calls;

internal sealed class CallLifecycleTests
{
    // Approved: a change of a rule is a change of this table. What is not in it is refused.
    private static readonly Dictionary<(CallState State, CallTrigger Trigger), CallState> Approved = new()
    {
        [(CallState.InIvr, CallTrigger.EnterQueue)] = CallState.Queued,
        [(CallState.InIvr, CallTrigger.DialEmergency)] = CallState.InEmergency,
        [(CallState.InIvr, CallTrigger.LeaveMessage)] = CallState.LeavingMessage,
        [(CallState.InIvr, CallTrigger.PromiseCallback)] = CallState.CallbackPromised,
        [(CallState.InIvr, CallTrigger.Divert)] = CallState.Diverted,
        [(CallState.InIvr, CallTrigger.CallerLeaves)] = CallState.Closed,

        [(CallState.Queued, CallTrigger.Offer)] = CallState.Offered,
        [(CallState.Queued, CallTrigger.DialEmergency)] = CallState.InEmergency,
        [(CallState.Queued, CallTrigger.LeaveMessage)] = CallState.LeavingMessage,
        [(CallState.Queued, CallTrigger.PromiseCallback)] = CallState.CallbackPromised,
        [(CallState.Queued, CallTrigger.Divert)] = CallState.Diverted,
        [(CallState.Queued, CallTrigger.CallerLeaves)] = CallState.Closed,

        [(CallState.Offered, CallTrigger.OfferLapses)] = CallState.Queued,
        [(CallState.Offered, CallTrigger.Accept)] = CallState.Connecting,
        [(CallState.Offered, CallTrigger.DialEmergency)] = CallState.InEmergency,
        [(CallState.Offered, CallTrigger.LeaveMessage)] = CallState.LeavingMessage,
        [(CallState.Offered, CallTrigger.PromiseCallback)] = CallState.CallbackPromised,
        [(CallState.Offered, CallTrigger.Divert)] = CallState.Diverted,
        [(CallState.Offered, CallTrigger.CallerLeaves)] = CallState.Closed,

        [(CallState.InEmergency, CallTrigger.EnterQueue)] = CallState.Queued,
        [(CallState.InEmergency, CallTrigger.LeaveMessage)] = CallState.LeavingMessage,
        [(CallState.InEmergency, CallTrigger.CallerLeaves)] = CallState.Closed,

        [(CallState.LeavingMessage, CallTrigger.DialEmergency)] = CallState.InEmergency,
        [(CallState.LeavingMessage, CallTrigger.EnterQueue)] = CallState.Queued,
        [(CallState.LeavingMessage, CallTrigger.CallerLeaves)] = CallState.Closed,

        [(CallState.CallbackPromised, CallTrigger.DialEmergency)] = CallState.InEmergency,
        [(CallState.CallbackPromised, CallTrigger.CallerLeaves)] = CallState.Closed,

        [(CallState.Diverted, CallTrigger.EnterQueue)] = CallState.Queued,
        [(CallState.Diverted, CallTrigger.LeaveMessage)] = CallState.LeavingMessage,
        [(CallState.Diverted, CallTrigger.DialEmergency)] = CallState.InEmergency,
        [(CallState.Diverted, CallTrigger.CallerLeaves)] = CallState.Closed,

        [(CallState.Connecting, CallTrigger.LegsMeet)] = CallState.Talking,
        [(CallState.Connecting, CallTrigger.Requeue)] = CallState.Queued,
        [(CallState.Connecting, CallTrigger.CallerLeaves)] = CallState.Closed,

        [(CallState.Talking, CallTrigger.Hold)] = CallState.OnHold,
        [(CallState.Talking, CallTrigger.Consult)] = CallState.Consulting,
        [(CallState.Talking, CallTrigger.HandOver)] = CallState.HandedOver,
        [(CallState.Talking, CallTrigger.LegsPart)] = CallState.AgentLost,
        [(CallState.Talking, CallTrigger.Requeue)] = CallState.Queued,
        [(CallState.Talking, CallTrigger.CallerLeaves)] = CallState.WrapUp,

        [(CallState.OnHold, CallTrigger.Resume)] = CallState.Talking,
        [(CallState.OnHold, CallTrigger.Consult)] = CallState.Consulting,
        [(CallState.OnHold, CallTrigger.HandOver)] = CallState.HandedOver,
        [(CallState.OnHold, CallTrigger.LegsPart)] = CallState.AgentLost,
        [(CallState.OnHold, CallTrigger.Requeue)] = CallState.Queued,
        [(CallState.OnHold, CallTrigger.CallerLeaves)] = CallState.WrapUp,

        [(CallState.Consulting, CallTrigger.Resume)] = CallState.Talking,
        [(CallState.Consulting, CallTrigger.HandOver)] = CallState.HandedOver,
        [(CallState.Consulting, CallTrigger.LegsPart)] = CallState.AgentLost,
        [(CallState.Consulting, CallTrigger.Requeue)] = CallState.Queued,
        [(CallState.Consulting, CallTrigger.CallerLeaves)] = CallState.WrapUp,

        [(CallState.AgentLost, CallTrigger.LegsMeet)] = CallState.Talking,
        [(CallState.AgentLost, CallTrigger.Requeue)] = CallState.Queued,
        [(CallState.AgentLost, CallTrigger.HandOver)] = CallState.HandedOver,
        [(CallState.AgentLost, CallTrigger.CallerLeaves)] = CallState.WrapUp,

        [(CallState.HandedOver, CallTrigger.CallerLeaves)] = CallState.WrapUp,
        [(CallState.WrapUp, CallTrigger.FinishWrapUp)] = CallState.Closed,
    };

    [Test]
    public void Every_pair_of_state_and_trigger_goes_where_the_table_says_or_is_refused(
        [ValueSource(nameof(LeafStates))] CallState state, [Values] CallTrigger trigger)
    {
        var lifecycle = new CallLifecycle(state);
        var legal = Approved.TryGetValue((state, trigger), out var next);
        Assert.That(lifecycle.TryFire(trigger), Is.EqualTo(legal));
        Assert.That(lifecycle.State, Is.EqualTo(legal ? next : state));
    }

    [Test]
    public void The_committed_diagram_is_the_machine_s_own()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "call-lifecycle.md");
        var expected = Document(new CallLifecycle().ToMermaid());
        if (Environment.GetEnvironmentVariable("CONTACTCENTER_APPROVE") == "1")
            File.WriteAllText(path, expected);
        Assert.That(File.Exists(path) ? File.ReadAllText(path) : "", Is.EqualTo(expected),
            "docs/call-lifecycle.md is generated: run this test with CONTACTCENTER_APPROVE=1 and commit the file.");
    }

    private static IEnumerable<CallState> LeafStates() => Enum.GetValues<CallState>().Except([CallState.Waiting, CallState.Connected]);

    private static string Document(string mermaid) =>
        $"""
        # The life of a call

        Generated from `CallLifecycle` by its test; what each state means stands at `CallState`.

        ```mermaid
        {mermaid.ReplaceLineEndings("\n").Trim()}
        ```

        """.ReplaceLineEndings("\n");

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ContactCenter.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
