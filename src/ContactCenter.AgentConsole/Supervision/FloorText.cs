using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Supervision;

namespace ContactCenter.AgentConsole.Supervision;

internal static class FloorText
{
    public static string Of(FloorPhase phase) => phase switch
    {
        FloorPhase.Connecting => FloorWords.Connecting,
        FloorPhase.Talking => FloorWords.Talking,
        FloorPhase.OnHold => FloorWords.OnHold,
        FloorPhase.Consulting => FloorWords.Consulting,
        FloorPhase.AgentLost => FloorWords.AgentLost,
        FloorPhase.HandedOver => FloorWords.HandedOver,
        FloorPhase.InEmergency => FloorWords.InEmergency,
        FloorPhase.LeavingMessage => FloorWords.LeavingMessage,
        FloorPhase.WrapUp => FloorWords.WrapUp,
    };

    /// <summary>The style class of what a supervisor must see first.</summary>
    public static string Tone(FloorCallView call) => call.Phase switch
    {
        FloorPhase.InEmergency or FloorPhase.AgentLost => "tag-danger",
        FloorPhase.OnHold or FloorPhase.Consulting => "tag-warn",
        FloorPhase.Talking => "tag-good",
        FloorPhase.Connecting or FloorPhase.HandedOver or FloorPhase.LeavingMessage or FloorPhase.WrapUp => "tag-quiet",
    };
}
