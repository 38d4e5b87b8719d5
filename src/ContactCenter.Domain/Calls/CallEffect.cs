using System.Text.Json.Serialization;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// Something to be done outside, after the decision is saved: written to the outbox in the same transaction, carried out at least
/// once, in order per call, and harmless when done twice.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RedirectCaller), "redirect-caller")]
[JsonDerivedType(typeof(HoldCaller), "hold-caller")]
[JsonDerivedType(typeof(ResumeCaller), "resume-caller")]
[JsonDerivedType(typeof(AnnounceToCaller), "announce-to-caller")]
[JsonDerivedType(typeof(DialTarget), "dial-target")]
[JsonDerivedType(typeof(DialAgentPhone), "dial-agent-phone")]
[JsonDerivedType(typeof(KeepConferenceWith), "keep-conference-with")]
[JsonDerivedType(typeof(RemoveFromConference), "remove-from-conference")]
[JsonDerivedType(typeof(EndLeg), "end-leg")]
[JsonDerivedType(typeof(ReleaseSlotHolds), "release-slot-holds")]
[JsonDerivedType(typeof(MeterCall), "meter-call")]
[JsonDerivedType(typeof(KeepMessage), "keep-message")]
[JsonDerivedType(typeof(PromiseCallback), "promise-callback")]
[JsonDerivedType(typeof(KeepWish), "keep-wish")]
public abstract record CallEffect;

/// <summary>Take the caller's leg from where it is (queue, conference) to <paramref name="Route"/>.</summary>
public sealed record RedirectCaller(LegRef Leg, CallRoute Route) : CallEffect;

/// <summary>Park the caller with music.</summary>
public sealed record HoldCaller(LegRef Leg) : CallEffect;

public sealed record ResumeCaller(LegRef Leg) : CallEffect;

/// <summary>Speak to the caller inside the conference, through what <paramref name="Route"/> answers.</summary>
public sealed record AnnounceToCaller(LegRef Leg, CallRoute Route) : CallEffect;

/// <summary>Dial the target of a transfer.</summary>
/// <param name="Emergency">On the emergency way: short numbers may be dialled, and no cap is asked.</param>
/// <param name="Ring">How long it may ring; null: as usual.</param>
public sealed record DialTarget(TransferId Transfer, LegLabel Label, string Number, bool Emergency, NodaTime.Duration? Ring = null) : CallEffect
{
    public override string ToString() => $"{nameof(DialTarget)} {Transfer}";
}

/// <summary>Ring the agent's own phone, since her console did not come back.</summary>
public sealed record DialAgentPhone(AgentId Agent, LegLabel Label) : CallEffect;

/// <summary>From now on the conference ends when <paramref name="Leg"/> leaves, since the agent is out of it.</summary>
public sealed record KeepConferenceWith(LegRef Leg) : CallEffect;

public sealed record RemoveFromConference(LegRef Leg) : CallEffect;

public sealed record EndLeg(LegRef Leg) : CallEffect;

/// <summary>The call is over: slots held for its caller are free again.</summary>
public sealed record ReleaseSlotHolds : CallEffect;

/// <summary>The call is closed, or a late fact changed its timeline: its usage is written anew.</summary>
public sealed record MeterCall : CallEffect;

/// <summary>A caller left a spoken message: it is fetched from the vendor and laid before the practice.</summary>
public sealed record KeepMessage(string Recording, NodaTime.Duration Length) : CallEffect;

/// <summary>The caller asked to be called back: her place in the queue is written down.</summary>
public sealed record PromiseCallback : CallEffect;

/// <summary>A call that was an emergency is closed: what its caller wished beside it is laid before the practice, unless it was booked.</summary>
public sealed record KeepWish : CallEffect;
