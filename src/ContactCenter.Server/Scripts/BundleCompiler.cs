using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Scripts.Yaml;

namespace ContactCenter.Server.Scripts;

/// <summary>Compiles one bundle from its texts alone: the files of today and the archive of yesterday go the same way.</summary>
internal static class BundleCompiler
{
    /// <summary>A flow: its hours, then itself.</summary>
    /// <param name="dialTargets">Null for an archived flow.</param>
    public static Compiled<IvrFlow> Flow(ScriptBundle bundle, IReadOnlyCollection<string>? dialTargets)
    {
        var hours = Then(Read(bundle.Files[0]), OpeningHoursCompiler.Compile);
        return hours.Value is null
            ? new Compiled<IvrFlow>(null, hours.Diagnostics)
            : With(hours.Diagnostics, Then(Read(bundle.Own), flow => IvrFlowCompiler.Compile(flow, bundle.Hash, hours.Value, dialTargets)));
    }

    public static Compiled<EscalationPolicy> Escalation(ScriptBundle bundle) =>
        Then(Read(bundle.Own), script => EscalationPolicyCompiler.Compile(script, bundle.Hash));

    public static Compiled<BookingBook> Booking(ScriptBundle bundle) =>
        Then(Read(bundle.Own), script => BookingBookCompiler.Compile(script, bundle.Hash));

    /// <summary>A protocol: the shared vital signs, the shared protocol that it extends when it does, then itself.</summary>
    public static Compiled<TriageProtocol> Protocol(ScriptBundle bundle)
    {
        TriageProtocol? vital = null, shared = null;
        foreach (var file in bundle.Files.SkipLast(1))
        {
            var compiled = Protocol(file, "", null, vital);
            if (compiled.Value is null)
                return compiled;
            (vital, shared) = vital is null ? (compiled.Value, null) : (vital, compiled.Value);
        }

        return Protocol(bundle.Own, bundle.Hash, shared, vital);
    }

    public static Compiled<TriageProtocol> Protocol(ScriptFile file, string hash, TriageProtocol? shared, TriageProtocol? vital) =>
        Then(Read(file), script => TriageProtocolCompiler.Compile(script, hash, shared, vital));

    private static Compiled<ScriptMapping> Read(ScriptFile file) => YamlScript.Read(file.Path, file.Text);

    private static Compiled<T> Then<T>(Compiled<ScriptMapping> read, Func<ScriptMapping, Compiled<T>> compile)
        where T : class => read.Value is null ? new Compiled<T>(null, read.Diagnostics) : With(read.Diagnostics, compile(read.Value));

    private static Compiled<T> With<T>(IReadOnlyList<ScriptDiagnostic> before, Compiled<T> compiled)
        where T : class => compiled with { Diagnostics = [.. before, .. compiled.Diagnostics] };
}
