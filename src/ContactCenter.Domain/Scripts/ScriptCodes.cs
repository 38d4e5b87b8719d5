using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Scripts;

/// <summary>The catalogue that all kinds of script share: what reading a file and its fields can find.</summary>
public static class ScriptCodes
{
    public static readonly ScriptCode Syntax = Error("SCR001", "This is not valid YAML: {0}", "Correct the text here; an editor with the schema shows the same place.");
    public static readonly ScriptCode DuplicateKey = Error("SCR002", "The key '{0}' stands twice in this mapping.", "Keep one of the two.");
    public static readonly ScriptCode Alias = Error("SCR003", "Anchors, aliases and tags are not allowed.", "Write the value out: what is signed must be readable in one place.");
    public static readonly ScriptCode TooLarge = Error("SCR004", "The file is larger than {0} characters.", "Divide it.");
    public static readonly ScriptCode TooDeep = Error("SCR005", "Values are nested more than {0} deep.", "Flatten them.");
    public static readonly ScriptCode NotOneDocument = Error("SCR006", "The file must hold exactly one document that is a mapping.", "Keep one document of 'key: value' lines.");
    public static readonly ScriptCode NotText = Error("SCR007", "A key must be a text of one line.", "Write 'key: value'.");

    public static readonly ScriptCode Missing = Error("SCR010", "The key '{0}' is missing.", "Add it.");
    public static readonly ScriptCode UnknownKey = Error("SCR011", "The key '{0}' is not known here.", "Known are: {1}.");
    public static readonly ScriptCode MisspeltKey = Error("SCR012", "The key '{0}' is not known here.", "Did you mean '{1}'?");
    public static readonly ScriptCode WrongShape = Error("SCR013", "'{0}' must be {1}.", "Write it so.");
    public static readonly ScriptCode Empty = Error("SCR014", "'{0}' is empty.", "Fill it in, or leave the key out if it is optional.");
    public static readonly ScriptCode NotANumber = Error("SCR015", "'{0}' must be a whole number from {1} to {2}; it is '{3}'.", "Correct the number.");
    public static readonly ScriptCode NotAChoice = Error("SCR016", "'{0}' does not know '{1}'.", "Choose one of: {2}.");
    public static readonly ScriptCode NotADuration = Error("SCR017", "'{0}' must be a duration from {1} to {2}; it is '{3}'.", "Write seconds, minutes or hours: 45s, 10m, 2h.");
    public static readonly ScriptCode NotATime = Error("SCR018", "'{0}' must be a time of day; it is '{1}'.", "Write it as 08:30, from 00:00 to 23:59.");
    public static readonly ScriptCode NotADate = Error("SCR019", "'{0}' must be a date that exists; it is '{1}'.", "Write it as 2026-12-24.");
    public static readonly ScriptCode NotAMoment = Error("SCR020", "'{0}' must be a local date and time; it is '{1}'.", "Write it as 2026-12-24T18:05, in the practice's time.");
    public static readonly ScriptCode NotAFlag = Error("SCR021", "'{0}' must be true or false; it is '{1}'.", "Write true or false.");
    public static readonly ScriptCode NotAnId = Error("SCR022", "'{0}' must be a short name; it is '{1}'.", "Use lower-case letters without accents, digits, '-' and '_', beginning with a letter.");
    public static readonly ScriptCode Repeated = Error("SCR023", "'{0}' stands twice in this list.", "Keep one.");
    public static readonly ScriptCode NotAPhone = Error("SCR024", "'{0}' must be a phone number.", "Write it in international form, +33180000001, or as a short emergency number, \"15\".");
    public static readonly ScriptCode NotQuoted = Error("SCR025", "'{0}' must be one key of the phone in quotes.", "Write \"1\", \"0\" or \"*\" with the quotes.");
    public static readonly ScriptCode NotADecimal = Error("SCR026", "'{0}' must be a number from {1} to {2}; it is '{3}'.", "Correct the number; decimals follow a point, as in 48.8867.");
}
