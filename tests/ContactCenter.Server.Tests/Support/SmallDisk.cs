using System.Diagnostics;

namespace ContactCenter.Server.Tests.Support;

/// <summary>A disk of a few megabytes that can be filled to the last byte, and emptied again. Needs the right to mount: ignores the test where there is none.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 48;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<SmallDisk> Mount()
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-disk-").FullName;
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !await Done("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", folder))
        {
            Directory.Delete(folder);
            Assert.Ignore("No right to mount a small disk: run as root on Linux.");
        }

        return new SmallDisk(folder);
    }

    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var piece in new[] { 1 << 20, 1 << 12, 1 })
        {
            try
            {
                for (var written = 0; written < Megabytes << 20; written += piece)
                    filler.Write(new byte[piece]);
            }
            catch (IOException)
            {
                // Full for pieces of this size.
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await Done("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static async Task<bool> Done(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
