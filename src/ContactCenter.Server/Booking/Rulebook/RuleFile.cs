using System.Text;
using ContactCenter.Server.Scripts;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The file of a practice's rules: read and replaced as a whole, so that nobody ever reads half of it.</summary>
internal static class RuleFile
{
    /// <summary>What stands on disk; null when it cannot be read.</summary>
    public static string? Read(string root, string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the file, down to the disk, and moves it into place; what went wrong leaves nothing behind.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Replace(string root, ScriptFile file)
    {
        var target = Path.Combine(root, file.Path);
        var part = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.part");
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(Encoding.UTF8.GetBytes(file.Text));
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(part, File.GetUnixFileMode(target));
            File.Move(part, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw;
        }
    }
}
