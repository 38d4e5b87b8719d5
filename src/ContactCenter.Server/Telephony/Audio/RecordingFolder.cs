using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts;

namespace ContactCenter.Server.Telephony.Audio;

/// <summary>Where recorded prompts lie, and what is wrong with them.</summary>
internal static class RecordingFolder
{
    public const string Name = "recordings";

    public static IEnumerable<string> Files(string root) => Path.Combine(root, ScriptFolder.Flows, Name) is var folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is PromptFile.Wave or PromptFile.Mp3).Order(StringComparer.Ordinal)
        : [];

    /// <summary>Recordings that the flows name and nobody recorded in French, and files that cannot be played.</summary>
    public static IEnumerable<ScriptDiagnostic> Check(string root, IReadOnlyList<ScriptFile> scripts)
    {
        var files = Files(root).ToList();
        foreach (var file in files)
        {
            if (Fault(file) is { } fault)
                yield return LibraryCodes.RecordingUnreadable.At(new SourceSpan($"{ScriptFolder.Flows}/{Name}/{Path.GetFileName(file)}", 1, 1), Path.GetFileName(file), fault);
        }
        var recorded = files.Select(f => Path.GetFileNameWithoutExtension(f)!).ToHashSet();
        foreach (var script in scripts.Where(s => s.Folder == ScriptFolder.Flows))
        {
            foreach (var (name, line, column) in Named(script.Text).Where(n => !recorded.Contains($"{n.Name}.fr")))
                yield return LibraryCodes.RecordingMissing.At(new SourceSpan(script.Path, line, column), name);
        }
    }

    private static string? Fault(string path)
    {
        try
        {
            PromptFile.Prepare(File.ReadAllBytes(path), Path.GetExtension(path));
            return null;
        }
        catch (SoundUnreadableException unreadable)
        {
            return unreadable.Message;
        }
    }

    private static IEnumerable<(string Name, int Line, int Column)> Named(string text)
    {
        const string key = "recording:";
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var at = lines[i].IndexOf(key, StringComparison.Ordinal);
            if (at < 0 || lines[i].TrimStart().StartsWith('#'))
                continue;
            var name = lines[i][(at + key.Length)..].Split([',', '}', '#'])[0].Trim().Trim('"', '\'');
            yield return (name, i + 1, at + 1);
        }
    }
}
