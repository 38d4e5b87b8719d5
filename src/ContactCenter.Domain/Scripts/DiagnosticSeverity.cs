namespace ContactCenter.Domain.Scripts;

/// <summary>What a diagnostic does to the snapshot: one error keeps the whole set of scripts from being taken into use.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Shown, and the script is used.</summary>
    Warning,

    /// <summary>The script is not used.</summary>
    Error,
}
