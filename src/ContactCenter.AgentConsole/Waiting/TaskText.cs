using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Waiting;

/// <summary>Tasks and outcomes in words.</summary>
internal static class TaskText
{
    public static string Of(CallTaskReason kind) => kind switch
    {
        CallTaskReason.SlotOffer => WaitingWords.KindOffer,
        CallTaskReason.Recall => WaitingWords.KindRecall,
        CallTaskReason.Replan => WaitingWords.KindReplan,
        CallTaskReason.TellRefusal => WaitingWords.KindRefusal,
    };

    public static string Of(TaskOutcome outcome, CallTaskReason kind) => outcome switch
    {
        TaskOutcome.Accepted => kind == CallTaskReason.Replan ? WaitingWords.Moves : WaitingWords.Accepts,
        TaskOutcome.Refused => WaitingWords.Refuses,
        TaskOutcome.Told => WaitingWords.Told,
        TaskOutcome.NotReached => WaitingWords.NotReached,
        TaskOutcome.WrongNumber => WaitingWords.WrongNumber,
        TaskOutcome.CalledOff => WaitingWords.CallOff,
    };

    public static string Of(CallTaskSettled settled) => settled switch
    {
        { GivenUp: true } => WaitingWords.DoneGivenUp,
        { AgainAt: { } at } => Say.With(WaitingWords.DoneAgain, SlotText.Short(at)),
        { Outcome: TaskOutcome.Accepted, Appointment: { } appointment } => Say.With(WaitingWords.DoneBooked, appointment.PatientName, SlotText.Short(appointment.Start)),
        _ => WaitingWords.Done,
    };

    public static string Of(DialState dial) => dial switch
    {
        DialState.None => "",
        DialState.Ringing => WaitingWords.Ringing,
        DialState.Reached => WaitingWords.OnLine,
        DialState.NoAnswer => WaitingWords.NoAnswer,
    };

    public static string Of(WaitlistUrgency urgency) => urgency switch
    {
        WaitlistUrgency.Routine => WaitingWords.Routine,
        WaitlistUrgency.Soon => WaitingWords.Soon,
        WaitlistUrgency.Pressing => WaitingWords.Pressing,
    };
}
