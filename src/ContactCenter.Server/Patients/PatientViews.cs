using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;

namespace ContactCenter.Server.Patients;

/// <summary>Between the wire's words and the domain's.</summary>
internal static class PatientViews
{
    public static PatientView View(this OpenedPatient patient)
    {
        var (row, identity) = patient;
        return new PatientView(
            row.Id.Value,
            row.Version,
            identity.Name.Family,
            identity.Name.Given,
            identity.Name.BirthFamily,
            identity.BirthDate?.ToDateOnly(),
            identity.Phones,
            identity.Email,
            identity.Notes,
            [.. Enum.GetValues<PatientFlag>().Where(flag => row.Flags.HasFlag(Flag(flag)))],
            identity.Care?.Alert,
            identity.Care?.Guardian,
            identity.Care?.PreferredContact,
            identity.Care?.MissingPapers ?? []);
    }

    public static PatientFlags Flags(IEnumerable<PatientFlag>? flags) => (flags ?? []).Aggregate(PatientFlags.None, (all, flag) => all | Flag(flag));

    private static PatientFlags Flag(PatientFlag flag) => flag switch
    {
        PatientFlag.NeedsInterpreter => PatientFlags.NeedsInterpreter,
        PatientFlag.ReducedMobility => PatientFlags.ReducedMobility,
        PatientFlag.HardOfHearing => PatientFlags.HardOfHearing,
        PatientFlag.MissesAppointments => PatientFlags.MissesAppointments,
        PatientFlag.AskPracticeFirst => PatientFlags.AskPracticeFirst,
        PatientFlag.DoNotText => PatientFlags.DoNotText,
        PatientFlag.DoNotCall => PatientFlags.DoNotCall,
    };
}
