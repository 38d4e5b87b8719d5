namespace ContactCenter.Domain.Scripts;

/// <summary>
/// Which text was in force: <c>name@version#hash</c>. A call pins the versions it began with and keeps them to its end,
/// and every text that was ever pinned is archived under its hash.
/// </summary>
/// <param name="Name">The script's name, unique for its practice: <c>accueil</c>, <c>douleur-thoracique</c>.</param>
/// <param name="Version">The number its author wrote in the file, from 1.</param>
/// <param name="Hash">The first 16 lower-case hex digits of the SHA-256 of the file's text.</param>
public readonly record struct ScriptVersion(string Name, int Version, string Hash)
{
    public override string ToString() => $"{Name}@{Version}#{Hash}";

    /// <summary>Reads the form that <see cref="ToString"/> writes; false when the text is not of that form.</summary>
    public static bool TryParse(string? text, out ScriptVersion version)
    {
        version = default;
        var at = text?.LastIndexOf('@') ?? -1;
        var hash = text?.LastIndexOf('#') ?? -1;
        if (at <= 0 || hash <= at + 1 || hash == text!.Length - 1 || !int.TryParse(text.AsSpan(at + 1, hash - at - 1), out var number))
            return false;
        version = new ScriptVersion(text[..at], number, text[(hash + 1)..]);
        return true;
    }
}
