using System.Diagnostics;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>The server as it is started anywhere: its own process, its settings as arguments.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringWriter _said = new();

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static ServerProcess Start(IReadOnlyCollection<KeyValuePair<string, string?>> settings)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "ContactCenter.Server.dll"), "--environment", "Development", "--contentRoot", Floor.Root(),
            .. settings.Select(s => $"--{s.Key}={s.Value}"),
        ];
        return new ServerProcess(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!);
    }

    public async Task IsReady(string address)
    {
        using var http = new HttpClient();
        for (var end = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < end && !_process.HasExited; await Task.Delay(50))
        {
            try
            {
                if ((await http.GetAsync($"{address}/health/ready")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
            }
        }
        Assert.Fail($"The server did not start: {_said}");
    }

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>It stands still, with everything it holds, until <see cref="Thaw"/>: neither its sockets nor its transactions close.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
        Assert.That(kill.ExitCode, Is.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
            _said.WriteLine(line);
    }
}
