using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace ContactCenter.Browser.Tests;

/// <summary>The demonstration as a new user starts it, in a process of its own, on free ports, on a Monday morning and in an empty folder.</summary>
internal sealed class DemoHouse : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly StringWriter _said = new();
    private readonly HttpClient _http = new();

    private DemoHouse(Process process, string folder, int console, int phones) =>
        (_process, _folder, Console, Phones) = (process, folder, $"http://localhost:{console}", $"http://localhost:{phones}");

    public string Console { get; }
    public string Phones { get; }

    private static readonly Lazy<Task<string>> OfAll = new(Seed);

    /// <summary>A house with the data that the demonstration begins with, made once and copied.</summary>
    public static async Task<DemoHouse> Start(params string[] options)
    {
        var folder = NewFolder();
        var seed = await OfAll.Value;
        foreach (var file in Directory.EnumerateFiles(seed, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(seed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return await StartIn(folder, options);
    }

    public static async Task ForgetSeed()
    {
        if (OfAll.IsValueCreated)
            Directory.Delete(await OfAll.Value, recursive: true);
    }

    /// <summary>The folder of a house that was ready and then fell: its database recovers as after any power cut.</summary>
    private static async Task<string> Seed()
    {
        var house = await StartIn(NewFolder(), []);
        await house.Fall();
        return house._folder;
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("contactcenter-browser-").FullName;

    private static async Task<DemoHouse> StartIn(string folder, string[] options)
    {
        var (console, phones) = (FreePort(), FreePort());
        var program = AppContext.BaseDirectory.Replace("ContactCenter.Browser.Tests", "ContactCenter.Demo", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(program, "ContactCenter.Demo.dll"), "--console", $"{console}", "--phones", $"{phones}", "--data", folder, "--at", "2026-11-23T10:00+01:00", .. options])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["Scripts__Root"] = OwnScripts(folder);
        // It lives for a minute: counting what runs often, to compile it better later, would cost more than it brings.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var process = Process.Start(start)!;
        var house = new DemoHouse(process, folder, console, phones);
        process.OutputDataReceived += (_, line) => house.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => house.Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await house.IsReady();
        return house;
    }

    /// <summary>A copy of the scripts and tariffs, for a practice changes its rules on screen.</summary>
    private static string OwnScripts(string folder)
    {
        var (root, own) = (new DirectoryInfo(AppContext.BaseDirectory), Path.Combine(folder, "scripts"));
        while (!File.Exists(Path.Combine(root!.FullName, "ContactCenter.sln")))
            root = root.Parent;
        foreach (var file in new[] { "ivr-scripts", "protocols", "tariffs" }.SelectMany(name => Directory.EnumerateFiles(Path.Combine(root.FullName, name), "*", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(own, Path.GetRelativePath(root.FullName, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (!File.Exists(copy))
                File.Copy(file, copy);
        }

        return own;
    }

    /// <summary>Waits until this is so in what physically happened on the telephone network.</summary>
    public async Task<IReadOnlyList<Happened>> Happens(Func<IReadOnlyList<Happened>, bool> condition, string what)
    {
        for (var end = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < end; await Task.Delay(40))
        {
            if (await Truth() is var happened && condition(happened))
                return happened;
        }
        throw new AssertionException($"It does not happen that {what}: {string.Join(", ", (await Truth()).Select(e => $"{e.What} {e.Label}"))}");
    }

    public async Task<IReadOnlyList<Happened>> Truth() => (await _http.GetFromJsonAsync<List<Happened>>($"{Phones}/ground-truth"))!;

    /// <summary>Breaks the lines of all softphones, as a network does.</summary>
    public async Task CutLines()
    {
        foreach (var identity in (await _http.GetFromJsonAsync<List<string>>($"{Phones}/softphones"))!)
            (await _http.PostAsync($"{Phones}/softphones/{identity}/cut", null)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Fall();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Fall()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private async Task IsReady()
    {
        using var http = new HttpClient();
        for (var end = DateTime.UtcNow.AddMinutes(3); DateTime.UtcNow < end; await Task.Delay(200))
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

/// <summary>One thing of the simulator's ground truth.</summary>
internal sealed record Happened(DateTimeOffset At, string What, string Leg, string Room, string Label);
