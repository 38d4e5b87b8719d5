namespace ContactCenter.Server.Storage.Sealing;

/// <summary>A box does not open: altered, moved, cut short, or its key is not in the ring. Says where, never what.</summary>
internal sealed class SealBrokenException(SealedRow row, string reason, Exception? inner = null)
    : Exception($"The sealed box of {row.Table}/{row.Row} does not open: {reason}.", inner);
