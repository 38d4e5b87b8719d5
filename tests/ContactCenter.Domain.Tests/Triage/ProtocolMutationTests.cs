using System.Text.RegularExpressions;
using ContactCenter.Domain.Tests.Support;
using ContactCenter.Domain.Triage;

namespace ContactCenter.Domain.Tests.Triage;

/// <summary>
/// What a slip of the hand could do to a protocol, done to every shared protocol that ships: two questions exchanged, one dropped,
/// an answer or an unknown made milder, a sentence of the plan taken out. The compiler must notice every single one.
/// </summary>
public sealed partial class ProtocolMutationTests
{
    private static readonly string[] Files = [.. Directory.GetFiles(Path.Combine(Shipped.Root, "protocols/shared"), "*.yaml").Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Files))]
    public void Every_mutation_is_caught(string file)
    {
        var text = File.ReadAllText(file);
        Assert.That(Compile(file, text), Is.Empty, "the protocol itself compiles");

        var mutants = Mutants(text).ToList();
        Assert.That(mutants, Has.Count.GreaterThan(10));
        Assert.That(mutants.Where(m => Compile(file, m.Text).Length == 0).Select(m => m.Name), Is.Empty);
    }

    private static IEnumerable<(string Name, string Text)> Mutants(string text)
    {
        var flags = Flag().Matches(text).Select(m => m.Value).ToList();
        for (var i = 0; i < flags.Count; i++)
        {
            var flag = flags[i];
            yield return ($"drop {i}", text.Replace(flag, "", StringComparison.Ordinal));
            for (var j = i + 1; j < flags.Count; j++)
                yield return ($"exchange {i} and {j}", Exchange(text, flag, flags[j]));
            foreach (var milder in new[] { "DOCTOR_NOW", "SAME_DAY_SLOT", "ROUTINE", "MESSAGE" })
            {
                yield return Lower(text, flag, "yes", milder, i);
                yield return Lower(text, flag, "unknown", milder, i);
            }
        }

        foreach (var line in new[] { "doubt_exit: DOCTOR_NOW", "    forbid: [book, hold_music, hang_up_first]", "abc_first: true", "status: sample" })
        {
            if (text.Contains(line + "\n", StringComparison.Ordinal))
                yield return ($"without {line}", text.Replace(line + "\n", "", StringComparison.Ordinal));
        }

        yield return ("doubt lowered", text.Replace("doubt_exit: DOCTOR_NOW", "doubt_exit: ROUTINE", StringComparison.Ordinal));
        yield return ("otherwise lowered", Otherwise().Replace(text, "otherwise: MESSAGE"));
    }

    private static (string, string) Lower(string text, string flag, string answer, string milder, int index)
    {
        var lowered = Regex.Replace(flag, $"{answer}: {{disposition: \\w+}}", $"{answer}: {{disposition: {milder}}}");
        return lowered == flag ? ($"{index} as it is", "") : ($"{answer} of {index} to {milder}", text.Replace(flag, lowered, StringComparison.Ordinal));
    }

    private static string Exchange(string text, string one, string other) =>
        text.Replace(one, "\u0001", StringComparison.Ordinal).Replace(other, one, StringComparison.Ordinal).Replace("\u0001", other, StringComparison.Ordinal);

    private static string[] Compile(string file, string text)
    {
        if (text.Length == 0)
            return ["not a mutant"];
        var isVital = file.Contains(TriageProtocolCompiler.VitalSigns, StringComparison.Ordinal);
        var vital = isVital ? null : TriageProtocolCompiler.Compile(Shipped.Mapping("protocols/shared/signes-vitaux.yaml"), "0", null, null).Value;
        return [.. TriageProtocolCompiler.Compile(ScriptText.Mapping(text), "0", null, vital).Diagnostics.Select(d => d.Code)];
    }

    [GeneratedRegex(@"  - id: \w+\n    ask: .*\n    kind: fact\n(    note: .*\n)?    yes: .*\n    unknown: .*\n")]
    private static partial Regex Flag();

    [GeneratedRegex("otherwise: \\w+")]
    private static partial Regex Otherwise();
}
