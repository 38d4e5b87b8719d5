using ContactCenter.Domain.Scripts;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Practices;

/// <summary>What can be wrong with opening hours.</summary>
public static class HoursCodes
{
    public static readonly ScriptCode UnknownZone = Error("HRS001", "'{0}' is not a time zone.", "Write the zone of the practice, such as Europe/Paris or Indian/Reunion.");
    public static readonly ScriptCode NotAnInterval = Error("HRS002", "'{0}' is not a stretch of a day.", "Write it as \"08:30-12:00\"; the end may be 24:00.");
    public static readonly ScriptCode EndsBeforeItBegins = Error("HRS003", "'{0}' ends before it begins.", "Exchange the two times; a night is written as two stretches on two days.");
    public static readonly ScriptCode Overlap = Error("HRS004", "'{0}' does not begin after the one above it has ended.", "Put the stretches of a day in order and apart.");
    public static readonly ScriptCode NeverOpen = Error("HRS005", "The week has no opening at all.", "Give at least one day its hours; to shut the practice for a while use forced_close.");
    public static readonly ScriptCode ClosureBackwards = Error("HRS006", "The closure's last day lies before its first.", "Exchange the two dates.");
    public static readonly ScriptCode DateTwice = Error("HRS007", "{0} has exceptional hours twice.", "Join the two.");
    public static readonly ScriptCode ForcedBackwards = Error("HRS008", "The forced close ends before it begins.", "Exchange the two moments.");
}
