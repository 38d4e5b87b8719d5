using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Patients;

internal static class PatientText
{
    /// <summary>Family name in capitals, as in French medical files.</summary>
    public static string FullName(PatientView patient) => $"{patient.FamilyName.ToUpperInvariant()} {patient.GivenNames}";

    public static string Age(DateOnly born, DateOnly today)
    {
        var (count, months) = BirthDateText.Age(born, today);
        return Say.With(months ? PatientWords.Months : PatientWords.Years, count);
    }

    public static string Flag(PatientFlag flag) => flag switch
    {
        PatientFlag.NeedsInterpreter => PatientWords.NeedsInterpreter,
        PatientFlag.ReducedMobility => PatientWords.ReducedMobility,
        PatientFlag.HardOfHearing => PatientWords.HardOfHearing,
        PatientFlag.MissesAppointments => PatientWords.MissesAppointments,
        PatientFlag.AskPracticeFirst => PatientWords.AskPracticeFirst,
        PatientFlag.DoNotText => PatientWords.DoNotText,
        PatientFlag.DoNotCall => PatientWords.DoNotCall,
    };

    public static string FlagTone(PatientFlag flag) => flag switch
    {
        PatientFlag.MissesAppointments or PatientFlag.AskPracticeFirst or PatientFlag.DoNotText or PatientFlag.DoNotCall => "tag-warn",
        PatientFlag.NeedsInterpreter or PatientFlag.ReducedMobility or PatientFlag.HardOfHearing => "tag-accent",
    };
}
