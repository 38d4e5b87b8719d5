using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Calls;

internal static class UrgencyText
{
    public static string Of(CallUrgency urgency) => urgency switch
    {
        CallUrgency.Routine => CallWords.Routine,
        CallUrgency.Elevated => CallWords.Elevated,
        CallUrgency.Urgent => CallWords.Urgent,
        CallUrgency.Emergency => CallWords.Emergency,
    };

    public static string Tone(CallUrgency urgency) => urgency switch
    {
        CallUrgency.Routine => "tag-quiet",
        CallUrgency.Elevated => "tag-warn",
        CallUrgency.Urgent => "tag-danger",
        CallUrgency.Emergency => "tag-danger",
    };
}
