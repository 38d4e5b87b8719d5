using ContactCenter.Domain.Routing;

namespace ContactCenter.Domain.Tests.Routing;

internal sealed class AgentLifecycleTests
{
    // Approved: a change of a rule is a change of this table. What is not in it is refused.
    private static readonly Dictionary<(Presence, AgentTrigger), Presence> Approved = new()
    {
        [(Presence.Offline, AgentTrigger.GetReady)] = Presence.Available,
        [(Presence.Offline, AgentTrigger.GoAway)] = Presence.Away,
        [(Presence.Available, AgentTrigger.Offer)] = Presence.Offered,
        [(Presence.Available, AgentTrigger.GoAway)] = Presence.Away,
        [(Presence.Available, AgentTrigger.SignOff)] = Presence.Offline,
        [(Presence.Available, AgentTrigger.Vanish)] = Presence.Offline,
        [(Presence.Offered, AgentTrigger.OfferEnds)] = Presence.Available,
        [(Presence.Offered, AgentTrigger.Accept)] = Presence.OnCall,
        [(Presence.Offered, AgentTrigger.GoAway)] = Presence.Away,
        [(Presence.Offered, AgentTrigger.SignOff)] = Presence.Offline,
        [(Presence.Offered, AgentTrigger.Vanish)] = Presence.Offline,
        [(Presence.OnCall, AgentTrigger.CallEnds)] = Presence.WrapUp,
        [(Presence.OnCall, AgentTrigger.LoseCall)] = Presence.Available,
        [(Presence.WrapUp, AgentTrigger.FinishWrapUp)] = Presence.Available,
        [(Presence.WrapUp, AgentTrigger.GoAway)] = Presence.Away,
        [(Presence.Away, AgentTrigger.GetReady)] = Presence.Available,
        [(Presence.Away, AgentTrigger.SignOff)] = Presence.Offline,
        [(Presence.Away, AgentTrigger.Vanish)] = Presence.Offline,
    };

    [Test]
    public void Every_pair_of_presence_and_trigger_goes_where_the_table_says_or_is_refused([Values] Presence presence, [Values] AgentTrigger trigger)
    {
        var lifecycle = new AgentLifecycle(presence);
        var legal = Approved.TryGetValue((presence, trigger), out var next);
        Assert.That(lifecycle.TryFire(trigger), Is.EqualTo(legal));
        Assert.That(lifecycle.Presence, Is.EqualTo(legal ? next : presence));
    }
}
