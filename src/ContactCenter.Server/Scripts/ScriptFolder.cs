namespace ContactCenter.Server.Scripts;

/// <summary>Reads the scripts below a root: <c>ivr-scripts/OWNER/*.yaml</c> and <c>protocols/OWNER/*.yaml</c>.</summary>
internal static class ScriptFolder
{
    public const string Flows = "ivr-scripts";
    public const string Protocols = "protocols";
    public const string Shared = "shared";
    private const string Schema = "schema";

    public static IReadOnlyList<ScriptFile> Read(string root) =>
    [
        .. new[] { Flows, Protocols }
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
            .Select(file => (File: file, Path: Path.GetRelativePath(root, file).Replace('\\', '/')))
            .Where(f => f.Path.Split('/') is [_, not Schema, ..])
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new ScriptFile(f.Path, File.ReadAllText(f.File))),
    ];

    /// <summary>The first folder from <paramref name="start"/> upwards that holds scripts; null when none does.</summary>
    public static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Flows)) && Directory.Exists(Path.Combine(folder.FullName, Protocols)))
                return folder.FullName;
        }

        return null;
    }
}
