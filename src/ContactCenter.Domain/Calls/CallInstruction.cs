using System.Text.Json.Serialization;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>What a party on the phone is to hear or do next, in no vendor's words. A list of them is carried out in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Play), "play")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Gather), "gather")]
[JsonDerivedType(typeof(GoTo), "go-to")]
[JsonDerivedType(typeof(EnterQueue), "enter-queue")]
[JsonDerivedType(typeof(LeaveQueue), "leave-queue")]
[JsonDerivedType(typeof(JoinConference), "join-conference")]
[JsonDerivedType(typeof(DialEmergency), "dial-emergency")]
[JsonDerivedType(typeof(DialOut), "dial-out")]
[JsonDerivedType(typeof(RecordMessage), "record-message")]
[JsonDerivedType(typeof(RejectCall), "reject-call")]
[JsonDerivedType(typeof(HangUp), "hang-up")]
public abstract record CallInstruction;

/// <summary>Speak <paramref name="Text"/>; <paramref name="Language"/> is a BCP 47 tag such as <c>fr-FR</c>.</summary>
public sealed record Say(string Text, string Language) : CallInstruction;

/// <summary>Play a prepared sound by its name in the prompt library; <see cref="HoldMusic"/> is always there.</summary>
/// <param name="Unrecorded">What is said when the library has no such sound in this language; null for music.</param>
public sealed record Play(string Prompt, Say? Unrecorded = null) : CallInstruction
{
    public const string HoldMusic = "hold-music";
}

public sealed record Pause(Duration Length) : CallInstruction;

/// <summary>
/// Ask and listen. Silence and a wrong key come back to <paramref name="Then"/> as well: no caller ever falls through.
/// </summary>
/// <param name="Prompts">What is said or played meanwhile; a key interrupts it.</param>
/// <param name="Speech">Whether speech is listened to beside the keys, which always work.</param>
/// <param name="KeyCount">How many keys end the answer.</param>
/// <param name="Timeout">Silence after the prompts that ends the answer.</param>
/// <param name="Hints">Words the caller is likely to say.</param>
public sealed record Gather(
    IReadOnlyList<CallInstruction> Prompts, bool Speech, int KeyCount, Duration Timeout, IReadOnlyList<string> Hints, string Language, CallRoute Then) : CallInstruction;

/// <summary>Ask again at <paramref name="Route"/> for what comes next.</summary>
public sealed record GoTo(CallRoute Route) : CallInstruction;

/// <summary>Wait in the vendor's queue, hearing what <see cref="CallRouteKind.Wait"/> answers.</summary>
public sealed record EnterQueue : CallInstruction;

/// <summary>Leave the vendor's queue and go on at <see cref="CallRouteKind.QueueLeft"/>.</summary>
public sealed record LeaveQueue : CallInstruction;

/// <summary>Enter the call's conference under <paramref name="Label"/>.</summary>
/// <param name="Starts">Whether the conference begins with this leg; until then the others wait.</param>
/// <param name="Ends">Whether it is over for all when this leg leaves.</param>
/// <param name="Left">Where the leg asks what comes next when it leaves and lives on; null hangs it up.</param>
public sealed record JoinConference(LegLabel Label, bool Starts, bool Ends, CallRoute? Left) : CallInstruction;

/// <summary>Connect this leg to an emergency number, showing the practice's own line.</summary>
public sealed record DialEmergency(string Number, Duration Timeout, CallRoute Ended) : CallInstruction;

/// <summary>Connect this leg to a person whom the practice names, showing the practice's own line, once she has accepted by a key.</summary>
/// <param name="Answered">What she hears who picks up, before anybody hears her.</param>
/// <param name="Emergency">On the emergency way no cap is asked.</param>
public sealed record DialOut(string Number, Duration Timeout, CallRoute Ended, CallRoute Answered, bool Emergency) : CallInstruction
{
    public override string ToString() => nameof(DialOut);
}

/// <summary>Record a message, up to <paramref name="MaxLength"/>, ended by silence, the hash key or hanging up.</summary>
public sealed record RecordMessage(Duration MaxLength, CallRoute Recorded) : CallInstruction;

/// <summary>Do not answer at all.</summary>
public sealed record RejectCall : CallInstruction;

public sealed record HangUp : CallInstruction;
