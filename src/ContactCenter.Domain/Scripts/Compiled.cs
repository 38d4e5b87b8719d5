namespace ContactCenter.Domain.Scripts;

/// <summary>
/// What a compiler hands back. <see cref="Value"/> is null exactly when one of the diagnostics is an error; warnings may come
/// with a value.
/// </summary>
public sealed record Compiled<T>(T? Value, IReadOnlyList<ScriptDiagnostic> Diagnostics)
    where T : class;
