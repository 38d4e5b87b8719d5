using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Hosting;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Scripts;

/// <summary>Takes changed files into use when they have come to rest and are clean; what is not clean is logged and left alone.</summary>
internal sealed class ScriptWatcher(ScriptLibrary library, ScriptArchive archive, IOptions<ScriptsOptions> options, TimeProvider time, ILogger<ScriptWatcher> log)
    : BackgroundService
{
    /// <summary>Editors and deployments write several files in a row.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly SemaphoreSlim _reloading = new(1, 1);
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <summary>What is in force is archived before the first call can pin it, and no change after the start is missed.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Watch)
            _watchers.AddRange([Watch(ScriptFolder.Flows), Watch(ScriptFolder.Protocols)]);
        Tell(library.Warnings);
        if (await archive.FindReused(library.Current, cancellationToken) is { Count: > 0 } reused)
            throw new ConfigurationFault([.. reused.Select(d => d.ToString())]);
        await archive.Keep(library.Current, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _changed.WaitAsync(stoppingToken);
            while (await _changed.WaitAsync(Rest, stoppingToken))
            {
            }

            await Reload(stoppingToken);
        }
    }

    /// <summary>Compiles the files and takes them into use when they are clean. Returns whether they were.</summary>
    public async Task<bool> Reload(CancellationToken cancellationToken)
    {
        // One after the other: what was read earlier never takes the place of what was read later.
        await _reloading.WaitAsync(cancellationToken);
        try
        {
            var compiled = library.Compile();
            var reused = compiled.Value is null ? [] : await archive.FindReused(compiled.Value, cancellationToken);
            Tell([.. compiled.Diagnostics, .. reused]);
            if (compiled.Value is not { } snapshot || reused.Count > 0)
                return false;
            await archive.Keep(snapshot, cancellationToken);
            library.TakeIntoUse(snapshot);
            log.LogInformation("Scripts reloaded at {At}: {Practices} practices", time.GetUtcNow(), snapshot.Practices.Count);
            return true;
        }
        catch (IOException e)
        {
            log.LogWarning(e, "Scripts could not be read; the last good ones stay in force");
            return false;
        }
        finally
        {
            _reloading.Release();
        }
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(Path.Combine(library.Root, folder), "*.yaml") { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => Note();
        watcher.Created += (_, _) => Note();
        watcher.Deleted += (_, _) => Note();
        watcher.Renamed += (_, _) => Note();
        watcher.Error += (_, _) => Note();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Note()
    {
        try
        {
            _changed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // A change is noted already, or the host is going down.
        }
    }

    private void Tell(IEnumerable<ScriptDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            log.Log(diagnostic.Severity == DiagnosticSeverity.Error ? LogLevel.Error : LogLevel.Warning, "{Diagnostic}", diagnostic.ToString());
    }

    public override void Dispose()
    {
        _watchers.ForEach(w => w.Dispose());
        _changed.Dispose();
        _reloading.Dispose();
        base.Dispose();
    }
}
