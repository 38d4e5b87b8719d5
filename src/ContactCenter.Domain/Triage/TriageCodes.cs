using ContactCenter.Domain.Scripts;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Triage;

/// <summary>What can be wrong with a triage protocol.</summary>
public static class TriageCodes
{
    public static readonly ScriptCode WrongOrder = Error("TRI001", "'{0}' leads to {1} and comes after a less severe question.", "Ask for the worst first.");
    public static readonly ScriptCode UnknownTooMild = Error("TRI002", "Not to know the answer to '{0}' leads to {1}.", "An unknown red flag is DOCTOR_NOW or SAMU15_NOW.");
    public static readonly ScriptCode DiagnosticWording = Error("TRI003", "\"{0}\" diagnoses, reassures or advises.", "Ask for a fact that the caller can see or feel, and say only what will be done.");
    public static readonly ScriptCode NoPlan = Error("TRI004", "{0} is used and does not stand under 'dispositions'.", "Say there what follows from it.");
    public static readonly ScriptCode SamuForbids = Error("TRI005", "While SAMU15_NOW is open the console must forbid {0}.", "Write forbid: [book, hold_music, hang_up_first].");
    public static readonly ScriptCode ImmediateTransfer = Error("TRI006", "{0} must be immediate and transfer to '{1}' with the agent staying on the line.", "Write time_to_treat: immediate and action: {{transfer: {1}, mode: conference_stay_on_line}}.");
    public static readonly ScriptCode DoubtTooMild = Error("TRI007", "Doubt leads to {0}.", "Doubt is DOCTOR_NOW or SAMU15_NOW.");
    public static readonly ScriptCode NoEmergencyExit = Error("TRI008", "The protocol has no SAMU15_NOW, which must be one key away from every question.", "Add it under 'dispositions'.");
    public static readonly ScriptCode IdTwice = Error("TRI009", "'{0}' is the name of two questions.", "Rename one; a shared red flag cannot be replaced.");
    public static readonly ScriptCode TestFails = Error("TRI010", "The test does not hold: {0}", "Correct the protocol, or the test if it is the one that is wrong.");
    public static readonly ScriptCode Untested = Error("TRI011", "No test answers '{1}' to '{0}'.", "Add one that answers the questions before it and stops there.");
    public static readonly ScriptCode OtherwiseUntested = Error("TRI012", "No test answers no to every question.", "Add one that comes to {0}.");
    public static readonly ScriptCode SignatureBroken = Error("TRI013", "The signature is for another content than this: it must carry {0}.", "Undo what was changed, or have the doctor sign the new content.");
    public static readonly ScriptCode SignatureMissing = Error("TRI014", "The protocol is said to be signed and nobody signed it.", "Add signed_by, or write status: draft.");
    public static readonly ScriptCode NotProposed = Warning("TRI015", "The protocol is a {0} and is not proposed at '{1}'.", "Have the practice's doctor sign it.");
    public static readonly ScriptCode ReviewOverdue = Warning("TRI016", "The protocol was to be reviewed before {0} and is not proposed any more.", "Have the practice's doctor review and sign it.");
    public static readonly ScriptCode PlanRedefined = Error("TRI017", "{0} is defined by the shared protocols.", "Take it out: a practice adds to what is shared and changes nothing of it.");
    public static readonly ScriptCode ScopeNarrowed = Error("TRI018", "The shared protocol is for more patients than this.", "Widen the scope, or leave it out.");
    public static readonly ScriptCode Lowered = Error("TRI019", "'{0}' is {1} in the shared protocol and {2} here.", "A practice may be stricter than what is shared, never milder.");
    public static readonly ScriptCode NotExtended = Error("TRI020", "There is a shared protocol of this name.", "Write extends: {0}, and only what the practice adds.");
    public static readonly ScriptCode NothingToExtend = Error("TRI021", "There is no shared protocol '{0}' of the same name.", "Name the shared protocol as this one, or take 'extends' out.");
    public static readonly ScriptCode AbcSkipped = Error("TRI022", "The vital signs must be asked first.", "Write abc_first: true.");
    public static readonly ScriptCode BelongsToRedFlags = Error("TRI023", "'{0}' leads to {1} and is not among the red flags.", "Move it there.");
    public static readonly ScriptCode AgesBackwards = Error("TRI024", "The greatest age lies below the least.", "Exchange the two.");
    public static readonly ScriptCode NotAQuestion = Error("TRI025", "What is asked must be one question.", "Write one sentence that ends with '?'.");
    public static readonly ScriptCode TooMuchBefore = Error("TRI026", "Collecting this takes about {0} s, more than {1} s before a life-saving transfer.", "Ask for less.");
    public static readonly ScriptCode NothingSaid = Error("TRI027", "{0} does not say what the caller is told.", "Add 'say'.");
    public static readonly ScriptCode PlanUnused = Warning("TRI028", "No answer leads to {0}.", "Take it out, or let an answer lead to it.");
    public static readonly ScriptCode UnknownDisposition = Error("TRI029", "There is no disposition '{0}'.", "Choose one of: {1}.");
    public static readonly ScriptCode BadSignature = Error("TRI030", "'{0}' is not {1}.", "Copy it from the doctor's signature.");
    public static readonly ScriptCode UnknownTarget = Error("TRI031", "Transfers go to samu, on_call or practice_line, not to '{0}'.", "Choose one of them.");
    public static readonly ScriptCode NoHours = Error("TRI032", "'hours' needs a number of them.", "Add within_h.");
    public static readonly ScriptCode VersionReused = Error("TRI033", "Version {0} was signed with another content before.", "Count the version up.");
    public static readonly ScriptCode NoVitalSigns = Error("TRI034", "There is no shared protocol 'signes-vitaux'.", "Restore protocols/shared/signes-vitaux.yaml: every protocol begins with it.");
    public static readonly ScriptCode VitalSignsAreShared = Error("TRI035", "The vital signs are the same at every practice.", "Put the practice's own question into the protocols that it belongs to.");
}
