using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Triage;

namespace ContactCenter.Domain.Calls;

/// <summary>The pinned scripts of a call, and whom the practice has named for it.</summary>
/// <param name="EmergencyAttempts">Tried in order; never empty.</param>
/// <param name="DoctorAttempts">Tried in order when a doctor's word is needed; ends with the emergency services.</param>
/// <param name="Targets">Whom the flow may divert to, by the name in the practice's escalation script: each tried in order.</param>
public sealed record CallScript(
    IvrFlow Flow, string PracticeName, IReadOnlyList<EscalationTarget> EmergencyAttempts, IReadOnlyList<EscalationTarget> DoctorAttempts,
    IReadOnlyDictionary<string, IReadOnlyList<EscalationTarget>> Targets);
