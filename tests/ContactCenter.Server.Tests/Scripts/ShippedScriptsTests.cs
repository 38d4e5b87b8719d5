using ContactCenter.Server.Scripts;
using ContactCenter.Server.Tests.Support;
using NodaTime;

namespace ContactCenter.Server.Tests.Scripts;

public sealed class ShippedScriptsTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly string[] Practices = ["cabinet-des-lilas", "pediatrie-du-canal"];

    [Test]
    public void They_compile_without_a_word_where_samples_are_allowed()
    {
        var compiled = new SnapshotCompiler(Today, Practices).Compile(ScriptFolder.Read(ScriptFolderCopy.Shipped));

        Assert.That(compiled.Diagnostics, Is.Empty);
        var scripts = compiled.Value!.For("cabinet-des-lilas")!;
        Assert.That(scripts.Flow.Version.Name, Is.EqualTo("accueil"));
        Assert.That(scripts.UsableProtocols(Instant.FromUtc(2026, 11, 23, 8, 0)).Count(), Is.EqualTo(scripts.Protocols.Count));
        Assert.That(scripts.Protocols["nourrisson-moins-de-3-mois"].RedFlags.Select(f => f.Id), Does.Contain("bebe_fievre").And.Contain("bebe_vomit"));
    }

    [Test]
    public void Elsewhere_every_unsigned_protocol_is_warned_of_and_none_is_proposed()
    {
        var compiled = new SnapshotCompiler(Today, []).Compile(ScriptFolder.Read(ScriptFolderCopy.Shipped));

        var scripts = compiled.Value!.For("cabinet-des-lilas")!;
        Assert.That(compiled.Diagnostics.Select(d => d.Code), Has.All.EqualTo("TRI015"));
        Assert.That(compiled.Diagnostics, Has.Count.EqualTo(Practices.Sum(slug => compiled.Value!.For(slug)!.Protocols.Count)));
        Assert.That(scripts.UsableProtocols(Instant.FromUtc(2026, 11, 23, 8, 0)), Is.Empty);
    }

    [Test]
    public void After_their_review_date_they_are_warned_of_and_not_proposed()
    {
        var compiled = new SnapshotCompiler(new(2027, 6, 1), Practices).Compile(ScriptFolder.Read(ScriptFolderCopy.Shipped));

        Assert.That(compiled.Diagnostics.Select(d => d.Code).Distinct(), Is.EquivalentTo(["TRI016", "BOK024"]), "overdue protocols, closures that are over");
        Assert.That(compiled.Value!.For("cabinet-des-lilas")!.UsableProtocols(Instant.FromUtc(2027, 5, 31, 22, 0)), Is.Empty, "midnight in Paris");
        Assert.That(compiled.Value!.For("cabinet-des-lilas")!.UsableProtocols(Instant.FromUtc(2027, 5, 31, 21, 59)), Is.Not.Empty);
    }
}
