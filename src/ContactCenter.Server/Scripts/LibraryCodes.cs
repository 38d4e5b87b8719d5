using ContactCenter.Domain.Scripts;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Server.Scripts;

/// <summary>What can be wrong with the folders of scripts as a whole.</summary>
internal static class LibraryCodes
{
    public static readonly ScriptCode NoFlow = Error("LIB001", "The practice '{0}' has no IVR flow.", "Add ivr-scripts/{0}/accueil.yaml.");
    public static readonly ScriptCode TwoFlows = Error("LIB002", "The practice '{0}' has more than one IVR flow.", "Keep one; its branches tell callers apart.");
    public static readonly ScriptCode NoHours = Error("LIB003", "The practice '{0}' has no opening hours.", "Add ivr-scripts/{0}/hours.yaml.");
    public static readonly ScriptCode NoEscalation = Error("LIB004", "The practice '{0}' has no escalation script.", "Add protocols/{0}/escalation.yaml.");
    public static readonly ScriptCode WrongPlace = Error("LIB005", "A script does not belong here.", "Put it into the folder of its practice: {0}/SLUG/NAME.yaml.");
    public static readonly ScriptCode WrongName = Error("LIB006", "The file is called '{0}' and its script '{1}'.", "Give both the same name.");
    public static readonly ScriptCode WrongOwner = Error("LIB007", "The script is that of '{1}' and stands in the folder of '{0}'.", "Move it, or correct the name.");
    public static readonly ScriptCode RecordingMissing = Error(
        "LIB009", "Nobody has recorded '{0}' in French.", "Add ivr-scripts/recordings/{0}.fr.wav (or .mp3), or take the line out: the words are spoken then.");
    public static readonly ScriptCode RecordingUnreadable = Error("LIB010", "The recording '{0}' cannot be played: {1}", "Save it as 16-bit WAVE or as MP3.");
    public static readonly ScriptCode BadOwner = Error("LIB008", "The folder '{0}' is not the name of a practice.", "Use the practice's slug: lower-case letters, digits and hyphens.");
    public static readonly ScriptCode UnknownNeighbour = Warning("LIB011", "Slots are shared with '{0}', and there is no such practice.", "Correct the name under 'neighbours', or take it out.");
}
