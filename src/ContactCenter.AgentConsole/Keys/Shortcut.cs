namespace ContactCenter.AgentConsole.Keys;

/// <summary>Keys that no browser keeps for itself, the same on AZERTY and QWERTY.</summary>
internal static class Shortcut
{
    public const string Help = "F1";
    public const string HelpMark = "?";
    public const string Ready = "F2";
    public const string Transfer = "F3";
    public const string Answer = "F4";
    public const string HangUp = "Shift+F4";
    public const string Hold = "F6";
    public const string Mute = "F7";
    public const string Emergency = "F8";
    public const string Doubt = "F9";
    public const string Finish = "Ctrl+Enter";
    public const string Close = "Escape";
    public const string Keypad = "Alt+K";
    public const string Patient = "Alt+P";
    public const string Triage = "Alt+T";
    public const string Slots = "Alt+R";
    public const string Wishes = "Alt+W";
    public const string Series = "Alt+S";
    public const string Why = "Alt+Q";
    public const string Neighbours = "Alt+V";
    public const string EditPatient = "Alt+I";
    public const string Agenda = "Alt+G";

    /// <summary>On an appointment of the agenda.</summary>
    public const string MoveAppointment = "M";
    public const string Enter = "Enter";
    public const string Notes = "Alt+N";
    public const string Message = "Alt+M";
    public const string Disposition = "Alt+C";
}
