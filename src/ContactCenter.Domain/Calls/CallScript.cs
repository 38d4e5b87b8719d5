using ContactCenter.Domain.Ivr;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>The pinned scripts of a call, and what of the practice they need.</summary>
/// <param name="EmergencyNumbers">Tried in order; never empty.</param>
/// <param name="Targets">Numbers that the flow may divert to, by the name the practice's escalation script gives them.</param>
public sealed record CallScript(IvrFlow Flow, string PracticeName, IReadOnlyList<string> EmergencyNumbers, IReadOnlyDictionary<string, string> Targets)
{
    /// <summary>How long an emergency number may ring before the next is tried.</summary>
    public static Duration EmergencyRing { get; } = Duration.FromSeconds(30);

    /// <summary>How long a number that the flow diverts to may ring.</summary>
    public static Duration DiversionRing { get; } = Duration.FromSeconds(25);
}
