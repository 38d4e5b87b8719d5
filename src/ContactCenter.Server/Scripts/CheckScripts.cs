using System.CommandLine;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Telephony.Audio;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>
/// <c>check-scripts</c>: compiles all scripts and tariffs without starting the server and says all that is wrong with them. With <c>--at</c> it
/// also plays the flow of a practice to a caller at a minute; with <c>--content</c> it prints what a doctor signs.
/// </summary>
internal static class CheckScripts
{
    public const string Name = "check-scripts";

    /// <summary>0 when the scripts are clean, 1 when one of them has an error, 2 when the question makes no sense.</summary>
    public static int Run(string[] args, TextWriter output)
    {
        var root = new Option<string?>("--root") { Description = "The folder that holds ivr-scripts, protocols and tariffs." };
        var json = new Option<bool>("--json") { Description = "Write the diagnostics as JSON." };
        var at = new Option<string?>("--at") { Description = "A local moment, 2026-12-24T18:05: tell what a caller hears then." };
        var practice = new Option<string?>("--practice") { Description = "The practice's slug, for --at and --content." };
        var caller = new Option<string>("--caller") { Description = "known, doctor, masked or other.", DefaultValueFactory = _ => "other" };
        var answers = new Option<string[]>("--answer") { Description = "What the caller answers: a key, silence, unanswered, recorded, or words. Repeatable." };
        var content = new Option<string?>("--content") { Description = "A protocol: print what a doctor signs, and its hash." };
        var command = new RootCommand("Checks IVR flows, hours, triage protocols, escalation scripts and tariffs.") { root, json, at, practice, caller, answers, content };
        command.SetAction(parsed =>
        {
            if ((parsed.GetValue(root) ?? ScriptFolder.Find(Directory.GetCurrentDirectory())) is not { } folder)
                return Refuse(output, "No ivr-scripts and protocols found here or above: name their folder with --root.");
            var compiled = Compile(folder);
            var exit = parsed.GetValue(json) ? CheckScriptsReport.WriteJson(compiled, output) : CheckScriptsReport.Write(compiled, output);
            if (compiled.Value is not { } snapshot || (parsed.GetValue(at) is null && parsed.GetValue(content) is null))
                return exit;
            if (snapshot.For(parsed.GetValue(practice) ?? "") is not { } scripts)
                return Refuse(output, $"--practice must be one of: {string.Join(", ", snapshot.Practices.Keys)}.");
            return parsed.GetValue(content) is { } protocol
                ? PrintContent(scripts, protocol, output)
                : Rehearse(scripts.Flow, parsed.GetValue(at)!, parsed.GetValue(caller)!, parsed.GetValue(answers) ?? [], output);
        });
        return command.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = output });
    }

    /// <summary>Checks every protocol as if samples were allowed everywhere: whether they are is a matter of the running server.</summary>
    private static Compiled<ScriptSnapshot> Compile(string folder)
    {
        var files = ScriptFolder.Read(folder);
        var today = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var compiled = new SnapshotCompiler(today, [.. files.Where(f => f.Path.Split('/').Length > 2).Select(f => f.Owner).Distinct()]).Compile(files);
        var tariffs = TariffShelf.Compile(folder);
        IReadOnlyList<ScriptDiagnostic> beside = [.. RecordingFolder.Check(folder, files), .. tariffs.Diagnostics];
        var holds = tariffs.Value is not null && !beside.Any(d => d.Severity == DiagnosticSeverity.Error);
        return new Compiled<ScriptSnapshot>(holds ? compiled.Value : null, [.. compiled.Diagnostics, .. beside]);
    }

    private static int Rehearse(IvrFlow flow, string at, string caller, string[] answers, TextWriter output)
    {
        var moment = Fields.ParseMoment(at);
        var kind = SnakeCase.Parse<CallerKind>(caller);
        if (moment is null || kind is null)
            return Refuse(output, $"--at is a moment such as 2026-12-24T18:05, --caller one of: {string.Join(", ", SnakeCase.Names<CallerKind>())}.");
        var context = new IvrContext(moment.Value.InZoneLeniently(flow.Hours.Zone).ToInstant(), kind.Value);
        CheckScriptsReport.Write(IvrRehearsal.Play(flow, context, [.. answers.Select(IvrAnswerWords.Read)]), output);
        return 0;
    }

    private static int PrintContent(PracticeScripts scripts, string name, TextWriter output)
    {
        if (!scripts.Protocols.TryGetValue(name, out var protocol))
            return Refuse(output, $"--content must be one of: {string.Join(", ", scripts.Protocols.Keys)}.");
        output.Write(Domain.Triage.ProtocolContent.Text(protocol));
        output.WriteLine($"content_sha256: {Domain.Triage.ProtocolContent.Sha256(protocol)}");
        return 0;
    }

    private static int Refuse(TextWriter output, string sentence)
    {
        output.WriteLine(sentence);
        return 2;
    }
}
