using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Scripts.Yaml;

namespace ContactCenter.Server.Scripts;

internal sealed record PracticeScripts(IvrFlow Flow, EscalationPolicy Escalation);

internal sealed class ScriptLibrary
{
    public ScriptLibrary(IHostEnvironment env)
    {
        var root = env.ContentRootPath;
        while (!Directory.Exists(Path.Combine(root, "ivr-scripts"))) root = Path.GetDirectoryName(root)!;
        var slug = "cabinet-des-lilas";
        ScriptMapping Y(string f) => YamlScript.Read(f, File.ReadAllText(Path.Combine(root, f))).Value!;
        var hours = OpeningHoursCompiler.Compile(Y($"ivr-scripts/{slug}/hours.yaml")).Value!;
        var esc = EscalationPolicyCompiler.Compile(Y($"protocols/{slug}/escalation.yaml"), "0123456789abcdef").Value!;
        var flow = IvrFlowCompiler.Compile(Y($"ivr-scripts/{slug}/accueil.yaml"), "0123456789abcdef", hours, null).Value!;
        Current = new Snapshot(new() { [slug] = new(flow, esc) });
    }
    public Snapshot Current { get; }
    public IvrFlow? FindFlow(string slug, ScriptVersion v) => Current.For(slug)?.Flow is { } flow && flow.Version == v ? flow : null;
    internal sealed class Snapshot(Dictionary<string, PracticeScripts> all) { public PracticeScripts? For(string slug) => all.GetValueOrDefault(slug); }
}
