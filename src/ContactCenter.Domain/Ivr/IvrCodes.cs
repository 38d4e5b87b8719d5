using ContactCenter.Domain.Scripts;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Ivr;

/// <summary>What can be wrong with an IVR flow.</summary>
public static class IvrCodes
{
    public static readonly ScriptCode NoSuchNode = Error("IVR001", "There is no node '{0}'.", "{1}");
    public static readonly ScriptCode Unreachable = Error("IVR002", "No call can come to the node '{0}'.", "Let another node lead to it, or take it out.");
    public static readonly ScriptCode SilenceUnhandled = Error("IVR003", "The menu '{0}' does not say what follows silence.", "Add on_silence with 'then'.");
    public static readonly ScriptCode WrongKeyUnhandled = Error("IVR004", "The menu '{0}' does not say what follows a wrong key.", "Add on_wrong_key with 'then'.");
    public static readonly ScriptCode DeadEnd = Error("IVR005", "The node '{0}' does not say what follows it.", "Add '{1}' with the node that comes next.");
    public static readonly ScriptCode Cycle = Error("IVR006", "A caller who presses nothing goes round in a circle: {0}.", "Let one of these nodes lead to a queue, a voicemail or a hangup.");
    public static readonly ScriptCode EmergencyKeyTaken = Error("IVR007", "The key {0} is the emergency key everywhere.", "Give this choice another key.");
    public static readonly ScriptCode KeyTwice = Error("IVR008", "The key {0} stands twice in this menu.", "Give one of the two another key.");
    public static readonly ScriptCode TooLong = Error("IVR009", "A caller may need {0} s to be offered to a human here, more than {1} s: {2}.", "Shorten the prompts, the timeout or the retries on this path.");
    public static readonly ScriptCode ExampleFails = Error("IVR010", "The example '{0}' does not hold: {1}", "Correct the flow, or the example if it is the one that is wrong.");
    public static readonly ScriptCode LanguageMissing = Error("IVR011", "This is not said in '{0}', which the flow speaks.", "Add it, or take the language out of 'languages'.");
    public static readonly ScriptCode UnknownBlank = Error("IVR012", "{0} is not filled in here.", "Use {1}.");
    public static readonly ScriptCode NoSuchTarget = Error("IVR013", "The practice's escalation.yaml has no target '{0}'.", "Choose one of: {1}.");
    public static readonly ScriptCode EmergencyUnsaid = Error("IVR014", "A caller ({0}, {1}) is asked or sent away before hearing of the key {2} and of the 15.", "Say on every greeting that in an emergency one presses {2} or hangs up and dials 15.");
    public static readonly ScriptCode UrgencyUnheard = Error("IVR015", "An urgent call may end here without a human or an emergency number.", "Let its 'unanswered' lead to a dial node or to 'emergency'.");
    public static readonly ScriptCode PhraseUnclear = Error("IVR016", "The words '{0}' do not choose the key {1} alone.", "Take them out here, or out of the other choice.");
    public static readonly ScriptCode Unexampled = Warning("IVR017", "No example comes to the node '{0}'.", "Add one that does.");
    public static readonly ScriptCode SilenceHangsUp = Error("IVR018", "A caller who presses nothing, or a wrong key, is hung up on.", "Lead to a queue, a dial node or a voicemail.");
    public static readonly ScriptCode NobodyAnswers = Error("IVR019", "While the practice is open a caller ({0}) who presses nothing never reaches a human.", "Let silence lead to a queue.");
    public static readonly ScriptCode PhrasesMissing = Error("IVR020", "The menu listens to words, and this choice has none in '{0}'.", "Add phrases, or take 'speech' out of the menu.");
    public static readonly ScriptCode ReservedName = Error("IVR021", "'emergency' is the name of the emergency exit.", "Give the node another name.");
    public static readonly ScriptCode CallbackKeyTaken = Error("IVR022", "The callback key must differ from the emergency key.", "Choose another key.");
    public static readonly ScriptCode ReasonUnworded = Error("IVR024", "There are no words for the reason '{0}'.", "Add it to 'reasons', in French and in English.");
    public static readonly ScriptCode ReasonUnused = Error("IVR025", "No node has the reason '{0}'.", "Correct its name, or take it out.");
    public static readonly ScriptCode FirstLanguageIsFrench = Error("IVR023", "A flow begins in French.", "Put fr first in 'languages'.");
}
