using System.Globalization;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office.Evidence;

/// <summary>How segments and their borders are said.</summary>
internal static class EvidenceText
{
    public static string Kind(string kind) => kind switch
    {
        "ivr" => EvidenceWords.Ivr,
        "waiting" => EvidenceWords.Waiting,
        "ringing" => EvidenceWords.Ringing,
        "talk" => EvidenceWords.Talk,
        "hold" => EvidenceWords.Hold,
        "consult" => EvidenceWords.Consult,
        "transferred" => EvidenceWords.Transferred,
        "emergency" => EvidenceWords.Emergency,
        "message" => EvidenceWords.Message,
        "wrap_up" => EvidenceWords.WrapUp,
        "technical" => EvidenceWords.Technical,
        _ => kind,
    };

    public static string State(ContestState state) => state switch
    {
        ContestState.Open => EvidenceWords.ContestOpen,
        ContestState.Accepted => EvidenceWords.ContestAccepted,
        ContestState.Refused => EvidenceWords.ContestRefused,
    };

    public static string Tag(ContestState state) => state switch
    {
        ContestState.Open => "tag-warn",
        ContestState.Accepted => "tag-good",
        ContestState.Refused => "tag-quiet",
    };

    /// <summary>Of the colours in evidence.css.</summary>
    public static string Tone(string kind) => $"kind-{kind.Replace('_', '-')}";

    /// <summary>10:02:03, by the practice's own clock.</summary>
    public static string Clock(DateTimeOffset at) => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>With milliseconds: an arrival is no border.</summary>
    public static string Arrival(DateTimeOffset at) => at.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
