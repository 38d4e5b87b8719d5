using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;

namespace ContactCenter.Server.Scripts;

/// <summary>The protocols that every practice uses, and what a practice's own build on.</summary>
internal sealed class SharedProtocols
{
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, ScriptFile> _files;
    private readonly Dictionary<string, TriageProtocol> _compiled = [];

    public SharedProtocols(IReadOnlyList<ScriptFile> files, DiagnosticBag bag)
    {
        _bag = bag;
        _files = files.Where(f => f is { Folder: ScriptFolder.Protocols, Owner: ScriptFolder.Shared }).ToDictionary(f => f.Name);
        if (!_files.ContainsKey(TriageProtocolCompiler.VitalSigns))
            bag.Report(TriageCodes.NoVitalSigns, new SourceSpan($"{ScriptFolder.Protocols}/{ScriptFolder.Shared}", 1, 1));
        foreach (var file in _files.Values.OrderByDescending(f => f.Name == TriageProtocolCompiler.VitalSigns))
        {
            if (BundleFor(file) is { } bundle && CompileOwn(file, bundle.Hash) is { } protocol)
                _compiled[file.Name] = protocol;
        }
    }

    public IEnumerable<(ScriptBundle Bundle, TriageProtocol Protocol)> Compiled => _compiled.Values.Select(p => (BundleFor(_files[p.Version.Name])!, p));

    /// <summary>The texts that the protocol in <paramref name="file"/> rests on; null when one of them does not compile.</summary>
    public ScriptBundle? BundleFor(ScriptFile file)
    {
        if (file.Name == TriageProtocolCompiler.VitalSigns && file.Owner == ScriptFolder.Shared)
            return new ScriptBundle([file]);
        if (file.Name == TriageProtocolCompiler.VitalSigns)
            _bag.Report(TriageCodes.VitalSignsAreShared, file.Start);
        if (file.Name == TriageProtocolCompiler.VitalSigns || !_compiled.ContainsKey(TriageProtocolCompiler.VitalSigns))
            return null;
        var vital = _files[TriageProtocolCompiler.VitalSigns];
        if (file.Owner == ScriptFolder.Shared || !_files.TryGetValue(file.Name, out var shared))
            return new ScriptBundle([vital, file]);
        return _compiled.ContainsKey(file.Name) ? new ScriptBundle([vital, shared, file]) : null;
    }

    public TriageProtocol? CompileOwn(ScriptFile file, string hash)
    {
        var shared = file.Owner == ScriptFolder.Shared ? null : _compiled.GetValueOrDefault(file.Name);
        var compiled = BundleCompiler.Protocol(file, hash, shared, _compiled.GetValueOrDefault(TriageProtocolCompiler.VitalSigns));
        _bag.Add(compiled.Diagnostics);
        if (compiled.Value is { } protocol && protocol.Version.Name != file.Name)
        {
            _bag.Report(LibraryCodes.WrongName, file.Start, file.Name, protocol.Version.Name);
            return null;
        }

        return compiled.Value;
    }
}
