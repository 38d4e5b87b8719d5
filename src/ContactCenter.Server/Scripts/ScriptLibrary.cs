using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>
/// Holds the scripts that are in force. Scripts that are not clean are never taken into use: the host does not start with them, and
/// a running one keeps the last that were.
/// </summary>
internal sealed class ScriptLibrary
{
    private readonly ScriptsOptions _options;
    private readonly IClock _clock;
    private ScriptSnapshot _current;

    public ScriptLibrary(IOptions<ScriptsOptions> options, IHostEnvironment host, IClock clock)
    {
        (_options, _clock) = (options.Value, clock);
        Root = _options.Root is { Length: > 0 } root
            ? Path.GetFullPath(root, host.ContentRootPath)
            : ScriptFolder.Find(host.ContentRootPath)
                ?? throw new ConfigurationFault($"Scripts:Root is missing: neither {host.ContentRootPath} nor a folder above it holds ivr-scripts and protocols.");
        var compiled = Compile();
        _current = compiled.Value ?? throw new ConfigurationFault([.. compiled.Diagnostics.Select(d => d.ToString())]);
        Warnings = compiled.Diagnostics;
    }

    public string Root { get; }

    /// <summary>What is in force now. Take it once per unit of work.</summary>
    public ScriptSnapshot Current => Volatile.Read(ref _current);

    /// <summary>What was noticed about the scripts that the host started with.</summary>
    public IReadOnlyList<ScriptDiagnostic> Warnings { get; }

    /// <summary>Compiles the files as they are now, without taking them into use.</summary>
    public Compiled<ScriptSnapshot> Compile() => Compile(ScriptFolder.Read(Root));

    /// <summary>Compiles the files as they would be with one of them written so.</summary>
    public Compiled<ScriptSnapshot> CompileWith(ScriptFile file) =>
        Compile([.. ScriptFolder.Read(Root).Where(f => f.Path != file.Path).Append(file).OrderBy(f => f.Path, StringComparer.Ordinal)]);

    public void TakeIntoUse(ScriptSnapshot snapshot) => Volatile.Write(ref _current, snapshot);

    private Compiled<ScriptSnapshot> Compile(IReadOnlyList<ScriptFile> files) =>
        new SnapshotCompiler(_clock.GetCurrentInstant().InUtc().Date, _options.SamplesAllowedFor).Compile(files);
}
