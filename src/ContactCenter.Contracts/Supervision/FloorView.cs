using ContactCenter.Contracts.Consoles;

namespace ContactCenter.Contracts.Supervision;

/// <summary>The floor as of now, of the practices that a supervisor sees. No patient stands in it.</summary>
/// <param name="Waiting">Who waits for an agent, the longest first.</param>
/// <param name="Calls">Calls in somebody's hands or in an emergency, the oldest phase first.</param>
/// <param name="Agents">All who answer for one of the practices; those who are there first.</param>
public sealed record FloorView(
    DateTimeOffset ServerTime, IReadOnlyList<FloorWaitingCall> Waiting, IReadOnlyList<FloorCallView> Calls, IReadOnlyList<FloorAgentView> Agents);

/// <param name="Since">When the call first entered the queue.</param>
/// <param name="Offered">Whether it rings at a console now.</param>
public sealed record FloorWaitingCall(Guid CallId, string Practice, DateTimeOffset Since, CallUrgency Urgency, bool Offered);

/// <param name="Agent">Her name; null when no agent has it, as in an emergency reached from the menu.</param>
/// <param name="Since">Since when the call is in this phase.</param>
public sealed record FloorCallView(Guid CallId, string Practice, string? Agent, FloorPhase Phase, DateTimeOffset Since, CallUrgency Urgency, bool EmergencyOpen);

public enum FloorPhase { Connecting, Talking, OnHold, Consulting, AgentLost, HandedOver, InEmergency, LeavingMessage, WrapUp }

/// <param name="PausedBecause">Why the server took her out of routing, or null.</param>
public sealed record FloorAgentView(
    Guid AgentId, string Name, string Initials, Presence Presence, DateTimeOffset Since, string? AwayReason, string? PausedBecause, int CallsToday);

/// <summary>
/// What became of the calls that asked for an agent since midnight of each practice. <see cref="ServiceLevel"/> is
/// answered within <see cref="Threshold"/> seconds ÷ (answered + abandoned after more than <see cref="Threshold"/> seconds);
/// null when there was neither.
/// </summary>
/// <param name="Threshold">Seconds of waiting.</param>
/// <param name="LongestWait">Seconds that the one who waited longest had waited when answered or gone.</param>
public sealed record FloorDay(int Answered, int AnsweredInTime, int Abandoned, int AbandonedEarly, int Emergencies, int Messages, int Callbacks, int Threshold, int LongestWait)
{
    public double? ServiceLevel => Answered + Abandoned - AbandonedEarly is var counted and > 0 ? (double)AnsweredInTime / counted : null;
}
