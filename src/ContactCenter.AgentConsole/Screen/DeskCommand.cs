namespace ContactCenter.AgentConsole.Screen;

/// <summary>What she asked of the server; one of a kind is under way at a time.</summary>
internal enum DeskCommand { SetPresence, Accept, Decline, Hold, Resume, HangUp, Transfer, CompleteTransfer, CancelTransfer, FinishWrapUp, ExtendWrapUp }
