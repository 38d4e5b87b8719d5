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

    /// <summary>It is not decided yet: how long it has been going on is what counts.</summary>
    public static bool IsUnderway(TransferView transfer) => transfer.Phase <= TransferPhase.Briefing;

    /// <summary>The target has not left, so the attempt can be given up for the caller's sake.</summary>
    public static bool CanTakeBack(TransferView transfer) => transfer.CanStop;

    /// <summary>Nobody is parked: what is given up is the search, not the consultation.</summary>
    public static string TakeBack(TransferView transfer) =>
        transfer.Kind is TransferKindView.Doctor or TransferKindView.Emergency ? TransferWords.StopTrying : TransferWords.TakeBack;

    /// <summary>Only once she has spoken with the target, or with emergency help once all are together.</summary>
    public static bool CanComplete(TransferView transfer) => transfer switch
    {
        { Kind: TransferKindView.Warm, Phase: TransferPhase.Briefing or TransferPhase.Bridged } => true,
        { Kind: TransferKindView.Emergency or TransferKindView.Doctor, Phase: TransferPhase.Bridged } => true,
        _ => false,
    };
}
