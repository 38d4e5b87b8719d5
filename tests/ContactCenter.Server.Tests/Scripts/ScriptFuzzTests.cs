using ContactCenter.Server.Scripts;
using ContactCenter.Server.Scripts.Yaml;
using CsCheck;
using NodaTime;

namespace ContactCenter.Server.Tests.Scripts;

/// <summary>Whatever stands in a file, the compilers answer with scripts or with diagnostics, never with an exception.</summary>
public sealed class ScriptFuzzTests
{
    private static readonly Gen<string> Shred = Gen.OneOf(
        Gen.OneOf("", "\n", "  ", "-", ": ", "{", "}", "[", "]", "\"", "'", "&a", "*a", "!!x", "|", ">", "%", "---\n", "\t", "null", "0", "é", "\u0000", "?"),
        Gen.String[0, 6]);

    private static readonly Gen<(ScriptFile File, string Text)> Damaged =
        from file in Gen.Int[0, BadSample.Base.Count - 1].Select(i => BadSample.Base[i])
        from start in Gen.Int[0, file.Text.Length]
        from length in Gen.Int[0, Math.Min(30, file.Text.Length - start)]
        from shred in Shred
        select (file, file.Text[..start] + shred + file.Text[(start + length)..]);

    /// <summary>A value of one place under another key, or in place of another value: the form is right and the meaning is not.</summary>
    private static readonly Gen<(ScriptFile File, string Text)> Mixed =
        from file in Gen.Int[0, BadSample.Base.Count - 1].Select(i => BadSample.Base[i])
        let words = file.Text.Split([' ', ',', '{', '}', '[', ']', '\n'], StringSplitOptions.RemoveEmptyEntries)
        from one in Gen.Int[0, words.Length - 1]
        from other in Gen.Int[0, words.Length - 1]
        select (file, file.Text.Replace(words[one], words[other], StringComparison.Ordinal));

    [Test]
    public void A_damaged_text_is_read_or_refused() =>
        Damaged.Sample(d => YamlScript.Read(d.File.Path, d.Text) is { } read && read.Value is null == read.Diagnostics.Count > 0, iter: 10_000);

    [Test]
    public void Damaged_and_mixed_up_scripts_are_compiled_or_refused() =>
        Gen.OneOf(Damaged, Mixed).Sample(
            d =>
            {
                var files = BadSample.Base.Select(f => f == d.File ? f with { Text = d.Text } : f).ToList();
                var compiled = new SnapshotCompiler(new LocalDate(2026, 11, 23), ["lilas"]).Compile(files);
                return compiled.Value is not null || compiled.Diagnostics.Count > 0;
            },
            iter: 2_000);
}
