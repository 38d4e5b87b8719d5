namespace ContactCenter.Domain.Triage;

/// <summary>Where a protocol sends a call. In ascending order of severity, so that the greater of two is the safer.</summary>
public enum Disposition
{
    /// <summary>A message to the practice.</summary>
    Message,

    /// <summary>An ordinary appointment.</summary>
    Routine,

    /// <summary>An appointment kept free for urgent cases, within hours.</summary>
    SameDaySlot,

    /// <summary>The practice's doctor speaks with the caller now.</summary>
    DoctorNow,

    /// <summary>The emergency services speak with the caller now.</summary>
    Samu15Now,
}

/// <summary>The names that protocols give to dispositions.</summary>
public static class Dispositions
{
    private static readonly Dictionary<string, Disposition> ByName = Enum.GetValues<Disposition>().ToDictionary(NameOf);

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static Disposition? Parse(string? name) => name is not null && ByName.TryGetValue(name, out var found) ? found : null;

    public static string NameOf(this Disposition disposition) => disposition switch
    {
        Disposition.Message => "MESSAGE",
        Disposition.Routine => "ROUTINE",
        Disposition.SameDaySlot => "SAME_DAY_SLOT",
        Disposition.DoctorNow => "DOCTOR_NOW",
        Disposition.Samu15Now => "SAMU15_NOW",
    };

    /// <summary>True when a human with medical competence must come to the line at once.</summary>
    public static bool IsImmediate(this Disposition disposition) => disposition >= Disposition.DoctorNow;

    public static Urgency Urgency(this Disposition disposition) => disposition switch
    {
        Disposition.Message or Disposition.Routine => Triage.Urgency.Routine,
        Disposition.SameDaySlot => Triage.Urgency.Elevated,
        Disposition.DoctorNow => Triage.Urgency.Urgent,
        Disposition.Samu15Now => Triage.Urgency.Emergency,
    };
}
