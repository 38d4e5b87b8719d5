using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>Compiles all files together into one snapshot, or says all that is wrong with them at once.</summary>
/// <param name="today">Warns of protocols that are overdue for review.</param>
/// <param name="samplesAllowedFor">Slugs of the practices at which unsigned samples are proposed.</param>
internal sealed class SnapshotCompiler(LocalDate today, IReadOnlyCollection<string> samplesAllowedFor)
{
    private readonly DiagnosticBag _bag = new();
    private readonly Dictionary<ScriptVersion, ScriptBundle> _bundles = [];
    private readonly Dictionary<ScriptVersion, object> _scripts = [];

    public Compiled<ScriptSnapshot> Compile(IReadOnlyList<ScriptFile> files)
    {
        foreach (var stray in files.Where(f => !IsPlaced(f)))
            _bag.Report(LibraryCodes.WrongPlace, Start(stray.Path), stray.Folder);
        var placed = files.Where(IsPlaced).ToList();
        var shared = new SharedProtocols(placed, _bag);
        var practices = new Dictionary<string, PracticeScripts>();
        foreach (var owner in placed.Select(f => f.Owner).Distinct().Where(o => o != ScriptFolder.Shared))
        {
            if (CompilePractice(owner, [.. placed.Where(f => f.Owner == owner)], shared) is { } scripts)
                practices[owner] = scripts;
        }

        return _bag.Close(new ScriptSnapshot(practices, _scripts, _bundles));
    }

    /// <summary>Flows and hours are always a practice's own.</summary>
    private static bool IsPlaced(ScriptFile file) =>
        file.Path.Split('/').Length == 3 && (file.Folder != ScriptFolder.Flows || file.Owner != ScriptFolder.Shared);

    private PracticeScripts? CompilePractice(string slug, IReadOnlyList<ScriptFile> files, SharedProtocols shared)
    {
        if (!Fields.IsId(slug))
            _bag.Report(LibraryCodes.BadOwner, Start(files[0].Path), slug);
        var escalationFile = files.FirstOrDefault(f => f is { Folder: ScriptFolder.Protocols, Name: "escalation" });
        var escalation = escalationFile is null ? Report<EscalationPolicy>(LibraryCodes.NoEscalation, slug) : CompileEscalation(slug, escalationFile);
        var flow = CompileFlow(slug, files, escalation);
        var protocols = CompileProtocols(slug, files, shared);
        return flow is null || escalation is null ? null : new PracticeScripts
        {
            Slug = slug,
            Flow = flow,
            Escalation = escalation,
            Protocols = protocols,
            Booking = CompileBooking(slug, files),
            SamplesAllowed = samplesAllowedFor.Contains(slug),
        };
    }

    private EscalationPolicy? CompileEscalation(string slug, ScriptFile file)
    {
        var bundle = new ScriptBundle([file]);
        var policy = Take(BundleCompiler.Escalation(bundle));
        CheckOwner(file, slug, policy?.Version.Name);
        return Keep(bundle, policy, policy?.Version);
    }

    private BookingBook? CompileBooking(string slug, IReadOnlyList<ScriptFile> files)
    {
        if (files.FirstOrDefault(f => f is { Folder: ScriptFolder.Protocols, Name: "booking" }) is not { } file)
            return null;
        var bundle = new ScriptBundle([file]);
        var book = Take(BundleCompiler.Booking(bundle));
        CheckOwner(file, slug, book?.Version.Name);
        return Keep(bundle, book, book?.Version);
    }

    private IvrFlow? CompileFlow(string slug, IReadOnlyList<ScriptFile> files, EscalationPolicy? escalation)
    {
        var hours = files.FirstOrDefault(f => f is { Folder: ScriptFolder.Flows, Name: "hours" });
        var flows = files.Where(f => f.Folder == ScriptFolder.Flows && f != hours).ToList();
        if (hours is null)
            return Report<IvrFlow>(LibraryCodes.NoHours, slug);
        if (flows.Count == 0)
            return Report<IvrFlow>(LibraryCodes.NoFlow, slug);
        if (flows.Count > 1)
            _bag.Report(LibraryCodes.TwoFlows, Start(flows[1].Path), slug);
        var bundle = new ScriptBundle([hours, flows[0]]);
        var flow = Take(BundleCompiler.Flow(bundle, escalation?.Names));
        CheckName(flows[0], flow?.Version.Name);
        return Keep(bundle, flow, flow?.Version);
    }

    private Dictionary<string, TriageProtocol> CompileProtocols(string slug, IReadOnlyList<ScriptFile> files, SharedProtocols shared)
    {
        var protocols = new Dictionary<string, TriageProtocol>();
        foreach (var file in files.Where(f => f.Folder == ScriptFolder.Protocols && !IsOtherKind(f.Name)))
        {
            if (shared.BundleFor(file) is { } bundle && Keep(bundle, shared.CompileOwn(file, bundle.Hash)) is { } own)
                protocols[own.Version.Name] = own;
        }

        foreach (var (bundle, protocol) in shared.Compiled.Where(s => !protocols.ContainsKey(s.Protocol.Version.Name)))
            protocols[protocol.Version.Name] = Keep(bundle, protocol)!;
        foreach (var protocol in protocols.Values)
            WarnOfUse(slug, protocol);
        return protocols;
    }

    /// <summary>Files that stand beside the protocols and are not one.</summary>
    private static bool IsOtherKind(string name) => name is "escalation" or "booking";

    private void WarnOfUse(string slug, TriageProtocol protocol)
    {
        var span = Start(_bundles[protocol.Version].Own.Path);
        switch (protocol.UseOn(today, samplesAllowedFor.Contains(slug)))
        {
            case ProtocolUse.ReviewOverdue:
                _bag.Report(TriageCodes.ReviewOverdue, span, protocol.ReviewBefore.ToString("uuuu-MM-dd", null));
                break;
            case ProtocolUse.NotSigned:
                _bag.Report(TriageCodes.NotProposed, span, SnakeCase.Name(protocol.ProtocolStatus), slug);
                break;
            case ProtocolUse.Usable or ProtocolUse.Retired:
                break;
        }
    }

    private void CheckName(ScriptFile file, string? name)
    {
        if (name is not null && name != file.Name)
            _bag.Report(LibraryCodes.WrongName, Start(file.Path), file.Name, name);
    }

    private void CheckOwner(ScriptFile file, string slug, string? owner)
    {
        if (owner is not null && owner != slug)
            _bag.Report(LibraryCodes.WrongOwner, Start(file.Path), slug, owner);
    }

    private T? Take<T>(Compiled<T> compiled)
        where T : class
    {
        _bag.Add(compiled.Diagnostics);
        return compiled.Value;
    }

    private TriageProtocol? Keep(ScriptBundle bundle, TriageProtocol? protocol) => Keep(bundle, protocol, protocol?.Version);

    private T? Keep<T>(ScriptBundle bundle, T? value, ScriptVersion? version)
        where T : class
    {
        if (version is { } key && value is not null)
            (_bundles[key], _scripts[key]) = (bundle, value);
        return value;
    }

    private T? Report<T>(ScriptCode code, string slug)
        where T : class
    {
        _bag.Report(code, Start($"{ScriptFolder.Flows}/{slug}"), slug);
        return null;
    }

    private static SourceSpan Start(string path) => new(path, 1, 1);
}
