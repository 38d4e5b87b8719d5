using System.Net.WebSockets;
using ContactCenter.TwilioSimulator.Scenarios;

namespace ContactCenter.TwilioSimulator.Hosting;

/// <summary>Where a command writes to, and what commands that play a file have in common.</summary>
internal sealed record Outlet(TextWriter Out, TextWriter Errors)
{
    /// <summary>Exit code when the file cannot be played or no simulator answers.</summary>
    public const int Unusable = 2;

    /// <summary>What stands in the file, or null after its faults were told.</summary>
    public async Task<T?> Read<T>(FileInfo file, Func<string, string, (T? Value, IReadOnlyList<ScenarioDiagnostic> Faults)> read,
        CancellationToken cancellationToken) where T : class
    {
        if (!file.Exists)
        {
            await Errors.WriteLineAsync($"{file.FullName}: there is no such file.");
            return null;
        }
        var (value, faults) = read(file.ToString(), await File.ReadAllTextAsync(file.FullName, cancellationToken));
        foreach (var fault in faults)
            await Errors.WriteLineAsync(fault.ToString());
        return value;
    }

    /// <summary>A simulator, or null after it was told that none answers.</summary>
    public async Task<Reached?> Reach(ReachSimulator reach, CancellationToken cancellationToken)
    {
        try
        {
            return await reach.Connect(cancellationToken);
        }
        catch (Exception unreachable) when (unreachable is WebSocketException or IOException)
        {
            await Errors.WriteLineAsync($"{reach.Simulator}: no simulator answers there ({unreachable.Message}).");
            return null;
        }
    }
}
