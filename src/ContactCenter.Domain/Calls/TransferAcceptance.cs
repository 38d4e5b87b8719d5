namespace ContactCenter.Domain.Calls;

/// <summary>How the target of a transfer says yes.</summary>
public static class TransferAcceptance
{
    /// <summary>The one key that lets a patient through.</summary>
    public const string Key = "1";
}
