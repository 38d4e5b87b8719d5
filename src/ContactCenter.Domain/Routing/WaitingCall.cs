using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Routing;

/// <summary>A call that waits for an agent.</summary>
/// <param name="Since">First entry into the queue: kept when the call comes back to it, so nobody loses her place.</param>
/// <param name="Language">BCP 47 tag the caller is spoken to in.</param>
/// <param name="For">The agent who rang her and waits for her: the call is hers alone. Null: anybody's.</param>
/// <param name="WasAnswered">The call came back from an agent who was lost: it goes ahead of those not answered yet.</param>
public sealed record WaitingCall(
    CallId Call, PracticeId Practice, Instant Since, Urgency Urgency, string Language, IReadOnlyList<string> Skills, bool WasAnswered = false, AgentId? For = null)
{
    /// <summary>
    /// Seconds waited plus a head start by urgency. The head start is bounded and the wait is not, so a routine call that waits long enough
    /// comes before any urgent one that came later: nobody starves.
    /// </summary>
    public long Priority(Instant now) => (long)(now - Since).TotalSeconds + HeadStart(Urgency) + (WasAnswered ? 900 : 0);

    private static int HeadStart(Urgency urgency) => urgency switch
    {
        Urgency.Routine => 0,
        Urgency.Elevated => 120,
        Urgency.Urgent => 600,
        Urgency.Emergency => 3_600,
    };
}
