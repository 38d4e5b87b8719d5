using ContactCenter.Domain.Triage;
using System.Text.Json.Serialization;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// Something that happened to a call, in no vendor's words. Events are facts: they arrive late, twice and in any order, and what a
/// call is follows from the set of them (<see cref="CallStory"/>).
/// </summary>
/// <param name="Key">Unique within the call; the same happening reported twice bears the same key.</param>
/// <param name="At">
/// When it happened: the vendor's own timestamp where it gives one (whole seconds), else the instant our clock read on receipt
/// (milliseconds). Talk and hold are only ever measured between vendor timestamps.
/// </param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CallArrived), "call-arrived")]
[JsonDerivedType(typeof(InputHeard), "input-heard")]
[JsonDerivedType(typeof(WaitRequested), "wait-requested")]
[JsonDerivedType(typeof(WaitKeyPressed), "wait-key-pressed")]
[JsonDerivedType(typeof(QueueLeft), "queue-left")]
[JsonDerivedType(typeof(JoinRequested), "join-requested")]
[JsonDerivedType(typeof(ConferenceLeft), "conference-left")]
[JsonDerivedType(typeof(MessageRecorded), "message-recorded")]
[JsonDerivedType(typeof(EmergencyDialEnded), "emergency-dial-ended")]
[JsonDerivedType(typeof(DiversionEnded), "diversion-ended")]
[JsonDerivedType(typeof(DialKeyPressed), "dial-key-pressed")]
[JsonDerivedType(typeof(AgentLegStarted), "agent-leg-started")]
[JsonDerivedType(typeof(TargetAnswered), "target-answered")]
[JsonDerivedType(typeof(TargetKeyPressed), "target-key-pressed")]
[JsonDerivedType(typeof(LegProgressed), "leg-progressed")]
[JsonDerivedType(typeof(ParticipantJoined), "participant-joined")]
[JsonDerivedType(typeof(ParticipantLeft), "participant-left")]
[JsonDerivedType(typeof(ParticipantHeld), "participant-held")]
[JsonDerivedType(typeof(ParticipantResumed), "participant-resumed")]
[JsonDerivedType(typeof(ConferenceEnded), "conference-ended")]
[JsonDerivedType(typeof(CallDirected), "call-directed")]
[JsonDerivedType(typeof(CallOffered), "call-offered")]
[JsonDerivedType(typeof(OfferLapsed), "offer-lapsed")]
[JsonDerivedType(typeof(OfferAccepted), "offer-accepted")]
[JsonDerivedType(typeof(AgentCommanded), "agent-commanded")]
[JsonDerivedType(typeof(AgentVanished), "agent-vanished")]
[JsonDerivedType(typeof(AgentPhoneTried), "agent-phone-tried")]
[JsonDerivedType(typeof(CallRequeued), "call-requeued")]
[JsonDerivedType(typeof(TransferRequested), "transfer-requested")]
[JsonDerivedType(typeof(TargetDialled), "target-dialled")]
[JsonDerivedType(typeof(TransferCompleted), "transfer-completed")]
[JsonDerivedType(typeof(TransferCancelled), "transfer-cancelled")]
[JsonDerivedType(typeof(TransferUnanswered), "transfer-unanswered")]
[JsonDerivedType(typeof(EmergencyDeclared), "emergency-declared")]
[JsonDerivedType(typeof(WrapUpFinished), "wrap-up-finished")]
[JsonDerivedType(typeof(CallReconciled), "call-reconciled")]
public abstract record CallEvent(string Key, Instant At);

// The caller's dialogue: each asks what to do next and is answered with instructions.

/// <summary>The line rang. <paramref name="CallerNumber"/> is null when masked or not a number.</summary>
/// <param name="Callback">Set when we rang her, as she had asked or of our own accord, and she wants to talk: the place that she has.</param>
public sealed record CallArrived(string Key, Instant At, LegRef Leg, string? CallerNumber, string DialledNumber, CallbackPlace? Callback = null) : CallEvent(Key, At)
{
    public override string ToString() => $"{nameof(CallArrived)} {Key}";
}

/// <summary>A place in the queue, kept for a caller who asked to be called back, or for a patient whom we rang.</summary>
/// <param name="Of">The call in which she asked; null when we rang her of our own accord.</param>
/// <param name="QueuedAt">When she began to wait.</param>
public sealed record CallbackPlace(CallId? Of, Instant QueuedAt, Urgency Urgency, string? Reason, IReadOnlyList<string> Skills);

/// <summary>Keys or speech at an IVR node, or neither (silence).</summary>
public sealed record InputHeard(string Key, Instant At, string Node, string? Keys, string? Speech) : CallEvent(Key, At)
{
    public override string ToString() => $"{nameof(InputHeard)} {Key}";
}

/// <summary>The wait document is asked for, again at each of its ends. <paramref name="Position"/> counts from 1.</summary>
public sealed record WaitRequested(string Key, Instant At, int? Position) : CallEvent(Key, At);

/// <summary>A key pressed while waiting.</summary>
public sealed record WaitKeyPressed(string Key, Instant At, string? Keys) : CallEvent(Key, At);

/// <summary>Why the caller is no longer in the vendor's queue.</summary>
public enum QueueExit { HungUp, Redirected, Left, Refused }

/// <summary>The caller left the vendor's queue.</summary>
public sealed record QueueLeft(string Key, Instant At, QueueExit Exit) : CallEvent(Key, At);

/// <summary>The caller's leg, redirected on acceptance, asks for the conference.</summary>
public sealed record JoinRequested(string Key, Instant At) : CallEvent(Key, At);

/// <summary>The caller's leg is out of the conference and still alive: it asks what comes next.</summary>
public sealed record ConferenceLeft(string Key, Instant At) : CallEvent(Key, At);

/// <summary>A message was recorded; a zero length means that nothing was said. <paramref name="Keys"/>: what ended it, if a key did.</summary>
public sealed record MessageRecorded(string Key, Instant At, string? Recording, Duration Length, string? Keys = null) : CallEvent(Key, At);

/// <summary>How an outbound dial ended.</summary>
public enum DialOutcome { Answered, Busy, NoAnswer, Failed, Cancelled }

/// <summary>The n-th number of the emergency way (from 1) was tried from the caller's leg.</summary>
/// <param name="Bridged">Whether the two were ever connected; null when the vendor does not say.</param>
public sealed record EmergencyDialEnded(string Key, Instant At, int Attempt, DialOutcome Outcome, bool? Bridged = null) : CallEvent(Key, At);

/// <summary>The n-th number (from 1) that the script connects the caller to was tried.</summary>
/// <param name="Bridged">Whether the two were ever connected; null when the vendor does not say.</param>
public sealed record DiversionEnded(string Key, Instant At, DialOutcome Outcome, int Attempt = 1, bool? Bridged = null) : CallEvent(Key, At);

/// <summary>Why a number is dialled from the caller's leg.</summary>
public enum DialWay { Diversion, Emergency }

/// <summary>Who picked up at the n-th number pressed a key, or none: only the accepting key connects the caller.</summary>
public sealed record DialKeyPressed(string Key, Instant At, DialWay Way, int Attempt, string? Keys) : CallEvent(Key, At);

// Other parties' dialogue.

/// <summary>An agent's leg asks to join: from her console, or from her phone as the fallback.</summary>
public sealed record AgentLegStarted(string Key, Instant At, LegRef Leg, AgentId Agent, LegLabel Label, bool ByPhone = false) : CallEvent(Key, At);

/// <summary>The target of a transfer picked up and hears what it is about.</summary>
public sealed record TargetAnswered(string Key, Instant At, TransferId Transfer) : CallEvent(Key, At);

/// <summary>The target pressed a key, or none: only the accepting key lets a patient through, so that no voicemail swallows one.</summary>
public sealed record TargetKeyPressed(string Key, Instant At, TransferId Transfer, string? Keys) : CallEvent(Key, At);

// Notices: delivered apart from the dialogue, in no promised order.

/// <summary>How far one leg has come. <see cref="Completed"/> to <see cref="Cancelled"/> are its ends.</summary>
public enum LegProgress { Initiated, Ringing, Answered, Completed, Busy, NoAnswer, Failed, Cancelled }

/// <summary>Progress of one leg. <paramref name="Sequence"/> counts from 0 per leg; <paramref name="Length"/> in whole seconds at its end.</summary>
public sealed record LegProgressed(string Key, Instant At, LegRef Leg, LegProgress Progress, int Sequence, Duration? Length) : CallEvent(Key, At);

/// <summary>A happening inside the conference. <paramref name="Sequence"/> orders all of one conference, from 1.</summary>
public abstract record ConferenceNotice(string Key, Instant At, string Conference, int Sequence) : CallEvent(Key, At);

public sealed record ParticipantJoined(string Key, Instant At, string Conference, int Sequence, LegRef Leg, LegLabel Label) : ConferenceNotice(Key, At, Conference, Sequence)
{
    /// <summary>
    /// Whether this joining shows that whoever was in another conference <paramref name="since"/> is no longer there, told or not: a call's conferences
    /// bear one name, and the vendor lets one of a name live at a time. Within one second nothing says which of two was the earlier.
    /// </summary>
    public bool EndsStayIn(string conference, Instant since) => conference != Conference && since.ToUnixTimeSeconds() < At.ToUnixTimeSeconds();
}

/// <summary><paramref name="LegEnded"/>: the leg itself is over, not only its stay in the conference.</summary>
public sealed record ParticipantLeft(string Key, Instant At, string Conference, int Sequence, LegRef Leg, LegLabel Label, bool LegEnded) : ConferenceNotice(Key, At, Conference, Sequence);

public sealed record ParticipantHeld(string Key, Instant At, string Conference, int Sequence, LegRef Leg, LegLabel Label) : ConferenceNotice(Key, At, Conference, Sequence);

public sealed record ParticipantResumed(string Key, Instant At, string Conference, int Sequence, LegRef Leg, LegLabel Label) : ConferenceNotice(Key, At, Conference, Sequence);

public sealed record ConferenceEnded(string Key, Instant At, string Conference, int Sequence) : ConferenceNotice(Key, At, Conference, Sequence);

// Our own decisions, recorded as facts with our clock.

/// <summary>Where the scripted dialogue sends a caller.</summary>
public enum CallDirection { Queue, Message, Emergency, Callback, Divert }

/// <summary>Out of the dialogue. <paramref name="Reason"/> is the script's word for why she calls, <paramref name="Skills"/> what the agent must have.</summary>
public sealed record CallDirected(string Key, Instant At, CallDirection Direction, Urgency Urgency, string? Reason, IReadOnlyList<string> Skills)
    : CallEvent(Key, At);

public sealed record CallOffered(string Key, Instant At, OfferId Offer, AgentId Agent) : CallEvent(Key, At);

public sealed record OfferLapsed(string Key, Instant At, OfferId Offer, OfferState How) : CallEvent(Key, At);

public sealed record OfferAccepted(string Key, Instant At, OfferId Offer, AgentId Agent) : CallEvent(Key, At);

/// <summary>What an agent asked for; the vendor's notice tells when it came to be.</summary>
public enum AgentCommand { Hold, Resume, HangUp }

public sealed record AgentCommanded(string Key, Instant At, AgentId Agent, AgentCommand Command) : CallEvent(Key, At);

/// <summary>
/// The agent's console and media are gone; <see cref="CallEvent.At"/> is the last evidence of her, where her presence is cut, unless the vendor saw
/// her leave within <see cref="Silence"/> of it.
/// </summary>
public sealed record AgentVanished(string Key, Instant At, AgentId Agent) : CallEvent(Key, At)
{
    /// <summary>From one evidence to the next where all is well: a console beats every 2 s, and its beat takes a moment to arrive.</summary>
    public static readonly Duration Silence = Duration.FromSeconds(3);
}

/// <summary>Her console did not come back in time: her own telephone is rung.</summary>
public sealed record AgentPhoneTried(string Key, Instant At) : CallEvent(Key, At);

/// <summary>The caller goes back to the queue, ahead of it, since the agent did not come back or could not be joined.</summary>
public sealed record CallRequeued(string Key, Instant At, int AfterAcceptance) : CallEvent(Key, At);

/// <param name="Attempt">From 1; greater ones follow by rule when the attempt before them came to nothing.</param>
/// <param name="Ring">How long it may ring; null: as long as any number typed by hand.</param>
public sealed record TransferRequested(
    string Key, Instant At, TransferId Transfer, int Ordinal, TransferKind TransferKind, string Number, string TargetName, int Attempt = 1, Duration? Ring = null)
    : CallEvent(Key, At)
{
    public override string ToString() => $"{nameof(TransferRequested)} {Key}";
}

/// <summary>The vendor took the order to dial the target; <paramref name="Leg"/> is null when it refused.</summary>
public sealed record TargetDialled(string Key, Instant At, TransferId Transfer, LegRef? Leg) : CallEvent(Key, At);

/// <summary>The agent hands the caller over to the target.</summary>
public sealed record TransferCompleted(string Key, Instant At, TransferId Transfer) : CallEvent(Key, At);

/// <summary>The agent gives up the transfer and takes the caller back.</summary>
public sealed record TransferCancelled(string Key, Instant At, TransferId Transfer) : CallEvent(Key, At);

/// <summary>No notice told how the attempt ended, and its time is over.</summary>
public sealed record TransferUnanswered(string Key, Instant At, TransferId Transfer) : CallEvent(Key, At);

/// <summary>
/// The agent's triage, or her red key, says emergency. It stays open until an emergency service took the caller and gave her back, or
/// to the end of the call: nobody at the console can lower it.
/// </summary>
public sealed record EmergencyDeclared(string Key, Instant At, AgentId Agent, string Source) : CallEvent(Key, At);

/// <summary>The agent closed her notes, or the time for them ran out.</summary>
public sealed record WrapUpFinished(string Key, Instant At, string? Disposition, bool ByTimeout) : CallEvent(Key, At);

/// <summary>The vendor's own record says that the caller's leg is over, though no notice of it ever came.</summary>
public sealed record CallReconciled(string Key, Instant At, LegRef Leg) : CallEvent(Key, At);
