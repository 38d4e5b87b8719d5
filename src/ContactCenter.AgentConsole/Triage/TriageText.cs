using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Triage;

namespace ContactCenter.AgentConsole.Triage;

internal static class TriageText
{
    public static string Of(TriageReply reply) => reply switch
    {
        TriageReply.Yes => TriageWords.Yes,
        TriageReply.No => TriageWords.No,
        TriageReply.Unknown => TriageWords.Unknown,
    };

    public static string Of(TriageReached reached) => reached.Disposition switch
    {
        TriageDisposition.Message => TriageWords.Message,
        TriageDisposition.Routine => TriageWords.Routine,
        TriageDisposition.SameDaySlot => reached.WithinHours is { } hours ? Say.With(TriageWords.SameDayWithin, hours) : TriageWords.SameDaySlot,
        TriageDisposition.DoctorNow => TriageWords.DoctorNow,
        TriageDisposition.Samu15Now => TriageWords.Samu15Now,
    };

    public static string Tone(TriageDisposition disposition) => disposition switch
    {
        TriageDisposition.Message or TriageDisposition.Routine => "reached-calm",
        TriageDisposition.SameDaySlot => "reached-warn",
        TriageDisposition.DoctorNow or TriageDisposition.Samu15Now => "reached-danger",
    };

    public static string Of(TriageParticular particular) => particular switch
    {
        TriageParticular.CallbackNumber => TriageWords.CollectCallbackNumber,
        TriageParticular.Address => TriageWords.CollectAddress,
        TriageParticular.PatientName => TriageWords.CollectPatientName,
        TriageParticular.Age => TriageWords.CollectAge,
        TriageParticular.OnsetTime => TriageWords.CollectOnsetTime,
    };
}
