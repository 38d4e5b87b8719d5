namespace ContactCenter.Server.Storage;

/// <summary>What makes a write unit load and decide again.</summary>
internal enum Rerun
{
    OnConflict,

    /// <summary>For "insert unless somebody was first": the second run finds the row that won.</summary>
    OnConflictOrTakenKey,
}
