using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Calls;

internal static class TransferText
{
    public static string Of(TransferPhase phase) => phase switch
    {
        TransferPhase.Requested => TransferWords.Requested,
        TransferPhase.Ringing => TransferWords.Ringing,
        TransferPhase.Answered => TransferWords.Answered,
        TransferPhase.Briefing => TransferWords.Briefing,
        TransferPhase.Bridged => TransferWords.Bridged,
        TransferPhase.Rejected => TransferWords.Rejected,
        TransferPhase.Busy => TransferWords.Busy,
        TransferPhase.NoAnswer => TransferWords.NoAnswer,
        TransferPhase.Failed => TransferWords.Failed,
        TransferPhase.Cancelled => TransferWords.Cancelled,
        TransferPhase.TargetLeft => TransferWords.TargetLeft,
        TransferPhase.AbandonedInTransfer => TransferWords.AbandonedInTransfer,
    };

    /// <summary>The caller waits for the end of it: how long is what counts. All others leave the call in the phase it was in.</summary>
    public static bool IsConsultation(TransferView transfer) => transfer.Kind == TransferKindView.Warm && transfer.Phase <= TransferPhase.Briefing;

    /// <summary>The target has not left, so the consultation can be ended for the caller's sake.</summary>
    public static bool CanTakeBack(TransferView transfer) => transfer.Kind == TransferKindView.Warm
        && transfer.Phase is TransferPhase.Requested or TransferPhase.Ringing or TransferPhase.Answered or TransferPhase.Briefing;

    /// <summary>Only once she has spoken with the target, or with emergency help once all are together.</summary>
    public static bool CanComplete(TransferView transfer) => transfer switch
    {
        { Kind: TransferKindView.Warm, Phase: TransferPhase.Briefing or TransferPhase.Bridged } => true,
        { Kind: TransferKindView.Emergency, Phase: TransferPhase.Bridged } => true,
        _ => false,
    };
}
