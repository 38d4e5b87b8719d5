using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>What the pinned scripts of a call say about everything outside the scripted dialogue itself.</summary>
/// <param name="Language">BCP 47 tag of the language the caller chose.</param>
/// <param name="EmergencyNumbers">Tried in order from the caller's leg; never empty.</param>
/// <param name="EmergencyKey">Works in the dialogue and while waiting.</param>
/// <param name="MessageKey">Leaves the queue for a message, or null when the practice takes none.</param>
/// <param name="WaitPrompts">What the practice says to the waiting, beside the position; may be empty.</param>
public sealed record CallScript(
    string Language, string PracticeName, IReadOnlyList<string> EmergencyNumbers, string EmergencyKey, string? MessageKey, IReadOnlyList<CallInstruction> WaitPrompts)
{
    /// <summary>How long an emergency number may ring before the next is tried.</summary>
    public static Duration EmergencyRing { get; } = Duration.FromSeconds(30);

    public static Duration LongestMessage { get; } = Duration.FromMinutes(3);
}
