namespace ContactCenter.Domain.Calls;

/// <summary>
/// Whether the vendor's notices of a call leave something out: a leg that was on its way into the conference and was never told to be in it, or one
/// that was in it and was never told to leave. What is missing decides seconds, so the vendor's own record is asked for it.
/// </summary>
public static class CallGaps
{
    /// <param name="events">All that is known of the call, in any order.</param>
    public static bool In(IReadOnlyCollection<CallEvent> events)
    {
        var joined = events.OfType<ParticipantJoined>().Select(e => (e.Conference, e.Leg)).ToHashSet();
        var left = events.OfType<ParticipantLeft>().Select(e => (e.Conference, e.Leg)).ToHashSet();
        var expected = events.OfType<AgentLegStarted>().Select(e => e.Leg).ToHashSet();
        if (events.Any(e => e is JoinRequested) && events.OfType<CallArrived>().FirstOrDefault() is { } arrived)
            expected.Add(arrived.Leg);
        return !expected.IsSubsetOf(joined.Select(j => j.Leg)) || !joined.SetEquals(left);
    }
}
