namespace ContactCenter.Domain.Patients;

/// <summary>What an agent should know before she speaks or books. Not sealed: alone it identifies nobody.</summary>
[Flags]
public enum PatientFlags
{
    None = 0,
    NeedsInterpreter = 1,
    ReducedMobility = 2,
    HardOfHearing = 4,
    MissesAppointments = 8,

    /// <summary>New appointments only after the practice agreed.</summary>
    AskPracticeFirst = 16,

    /// <summary>No text messages: she does not want or cannot read them.</summary>
    DoNotText = 32,

    /// <summary>She is not rung of our own accord: she calls herself.</summary>
    DoNotCall = 64,
}
