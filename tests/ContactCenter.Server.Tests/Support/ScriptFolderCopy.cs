using ContactCenter.Server.Scripts;

namespace ContactCenter.Server.Tests.Support;

/// <summary>A copy of the shipped scripts that a test may edit.</summary>
internal sealed class ScriptFolderCopy : IDisposable
{
    public ScriptFolderCopy()
    {
        foreach (var file in ScriptFolder.Read(Shipped))
            Write(file.Path, file.Text);
    }

    /// <summary>The root of the repository.</summary>
    public static string Shipped { get; } = ScriptFolder.Find(AppContext.BaseDirectory)!;

    public string Root { get; } = Directory.CreateTempSubdirectory("contactcenter-scripts-").FullName;

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Replaces text that must be there.</summary>
    public void Edit(string path, string before, string after)
    {
        var text = Read(path);
        Assert.That(text, Does.Contain(before));
        Write(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
