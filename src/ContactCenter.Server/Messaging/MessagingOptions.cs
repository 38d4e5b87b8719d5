namespace ContactCenter.Server.Messaging;

/// <summary>Settings <c>Messaging</c>.</summary>
internal sealed class MessagingOptions
{
    public const string Section = "Messaging";

    /// <summary>Days after which a caller's recorded voice is deleted; at most 180.</summary>
    public int KeepRecordingsDays { get; set; } = 90;
}
