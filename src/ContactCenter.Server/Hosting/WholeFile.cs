namespace ContactCenter.Server.Hosting;

/// <summary>Files that a reader finds whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, down to the disk, and moves it into place of an existing one; what went wrong leaves nothing behind.</summary>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static async Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var aside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.part");
        try
        {
            await using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(content, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(aside, File.GetUnixFileMode(path));
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(aside))
                File.Delete(aside);
            throw;
        }
    }
}
