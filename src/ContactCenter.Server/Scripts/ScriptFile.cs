using System.Text.Json.Serialization;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Scripts;

/// <summary>A script as it stands on disk. <paramref name="Path"/> is relative to the root, with slashes.</summary>
internal sealed record ScriptFile(string Path, string Text)
{
    [JsonIgnore]
    public string Folder => Path.Split('/')[0];

    /// <summary>The practice's slug, or <c>shared</c>.</summary>
    [JsonIgnore]
    public string Owner => Path.Split('/')[1];

    /// <summary>The file's name without its ending.</summary>
    [JsonIgnore]
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Where a diagnostic points that concerns the whole file.</summary>
    [JsonIgnore]
    public SourceSpan Start => new(Path, 1, 1);
}
