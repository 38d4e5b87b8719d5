using System.Text;
using ContactCenter.Server.Hosting;
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

    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static Task Replace(string root, ScriptFile file) => WholeFile.Write(Path.Combine(root, file.Path), Encoding.UTF8.GetBytes(file.Text), CancellationToken.None);
}
