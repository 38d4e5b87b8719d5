using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContactCenter.Browser.Tests;

/// <summary>The demonstration as a new user starts it, in a process of its own, on free ports, on a Monday morning and in an empty folder.</summary>
internal sealed class DemoHouse : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly StringWriter _said = new();

    private DemoHouse(Process process, string folder, int console, int phones) =>
        (_process, _folder, Console, Phones) = (process, folder, $"http://localhost:{console}", $"http://localhost:{phones}");

    public string Console { get; }
    public string Phones { get; }

    public static async Task<DemoHouse> Start()
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-browser-").FullName;
        var (console, phones) = (FreePort(), FreePort());
        var program = AppContext.BaseDirectory.Replace("ContactCenter.Browser.Tests", "ContactCenter.Demo", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(program, "ContactCenter.Demo.dll"), "--console", $"{console}", "--phones", $"{phones}", "--data", folder, "--at", "2026-11-23T10:00+01:00"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var house = new DemoHouse(process, folder, console, phones);
        process.OutputDataReceived += (_, line) => house.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => house.Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await house.IsReady();
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task IsReady()
    {
        using var http = new HttpClient();
        for (var end = DateTime.UtcNow.AddSeconds(60); DateTime.UtcNow < end; await Task.Delay(200))
        {
            if (_process.HasExited)
                break;
            try
            {
                if ((await http.GetAsync($"{Console}/health/ready")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
            }
        }
        await DisposeAsync();
        throw new InvalidOperationException($"The demonstration did not start: {_said}");
    }

    private void Hear(string? line)
    {
        lock (_said)
            _said.WriteLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
