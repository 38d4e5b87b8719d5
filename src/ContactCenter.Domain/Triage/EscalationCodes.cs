using ContactCenter.Domain.Scripts;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Triage;

/// <summary>What can be wrong with a practice's escalation script.</summary>
public static class EscalationCodes
{
    public static readonly ScriptCode SamuFirst = Error("ESC001", "The emergency numbers must begin with 15 and hold 112 as the fallback.", "Write 15 first and 112 after it.");
    public static readonly ScriptCode PeriodBackwards = Error("ESC002", "The period ends before it begins.", "Exchange the two moments.");
    public static readonly ScriptCode PeriodsOverlap = Error("ESC003", "The period begins before the one above it has ended.", "Put the periods in order and apart.");
    public static readonly ScriptCode ReservedName = Error("ESC004", "'{0}' is a name that every practice has already.", "Choose another name.");
    public static readonly ScriptCode NumberTwice = Error("ESC005", "This number is tried twice.", "Take one of the two out, or correct it.");
    public static readonly ScriptCode UnknownZone = Error("ESC006", "'{0}' is not a time zone.", "Write the zone of the practice, such as Europe/Paris or Indian/Reunion.");
    public static readonly ScriptCode OnCallIsEmergency = Error("ESC007", "The doctor on call cannot be an emergency number.", "Write the doctor's own number.");
}
