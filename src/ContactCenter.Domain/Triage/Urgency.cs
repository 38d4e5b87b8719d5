namespace ContactCenter.Domain.Triage;

/// <summary>How pressing a call is, as far as known. In ascending order: a call's urgency is raised, never lowered by a script.</summary>
public enum Urgency
{
    Routine,

    /// <summary>Ahead of routine calls: a colleague on the line, a caller who was cut off.</summary>
    Elevated,

    /// <summary>A human must speak with the caller within minutes.</summary>
    Urgent,

    /// <summary>A life may be in danger.</summary>
    Emergency,
}
