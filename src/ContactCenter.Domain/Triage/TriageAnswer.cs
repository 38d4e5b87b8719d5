namespace ContactCenter.Domain.Triage;

/// <summary>An answer as the agent codes it, beside the caller's exact words.</summary>
public enum TriageAnswer
{
    Yes,
    No,

    /// <summary>The caller does not know, or does not answer: it counts as a reason to escalate.</summary>
    Unknown,
}
