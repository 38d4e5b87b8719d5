using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts;
using NodaTime;

namespace ContactCenter.Server.Tests.Scripts;

public sealed class BadSamplesTests
{
    /// <summary>Tariffs and contracts are no part of a snapshot: their samples stand beside their compilers.</summary>
    private static readonly string[] ReadByThemselves = ["TAR", "CON"];

    /// <summary>
    /// Shown by tests of their own, since they need more than one edit: an archive, a large file, a recording, a value that only other
    /// kinds of script have.
    /// </summary>
    private static readonly string[] ShownElsewhere = ["SCR004", "SCR005", "SCR018", "TRI033", "LIB009", "LIB010"];

    public static IEnumerable<string> Codes => BadSample.All.Select(s => s.Code);

    [Test]
    public void The_base_is_clean() =>
        Assert.That(new SnapshotCompiler(new LocalDate(2026, 11, 23), ["lilas"]).Compile(BadSample.Base).Diagnostics, Is.Empty);

    [Test]
    public void Every_code_of_every_catalogue_has_a_sample() =>
        Assert.That(
            BadSample.Catalogue.Select(c => c.Id).Where(c => !ReadByThemselves.Contains(c[..3])).Except(Codes).Except(ShownElsewhere), Is.Empty);

    [Test]
    public void No_code_is_given_twice() =>
        Assert.That(BadSample.Catalogue.Select(c => c.Id), Is.Unique);

    [TestCaseSource(nameof(Codes))]
    public void A_sample_is_reported_by_its_code_with_a_whole_sentence_and_a_remedy(string code)
    {
        var diagnostics = BadSample.All.Single(s => s.Code == code).Diagnose();

        Assert.That(diagnostics.Select(d => d.Code), Does.Contain(code), string.Join('\n', diagnostics));
        var found = diagnostics.First(d => d.Code == code);
        Assert.That(found.Sentence, Does.EndWith(".").Or.EndWith("?"));
        Assert.That(found.Remedy, Does.EndWith(".").Or.EndWith("?"));
        Assert.That(found.Span.Line, Is.GreaterThan(0));
        Assert.That(found.Severity, Is.EqualTo(BadSample.Catalogue.Single(c => c.Id == code).Severity));
    }
}
