using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scripts;

public sealed class ScriptLibraryTests
{
    private const string Flow = "ivr-scripts/cabinet-des-lilas/accueil.yaml";
    private const string Slug = "cabinet-des-lilas";

    private ScriptFolderCopy _scripts = null!;
    private TestHost _host = null!;

    private ScriptLibrary Library => _host.Services.GetRequiredService<ScriptLibrary>();

    private ScriptArchive Archive => _host.Services.GetRequiredService<ScriptArchive>();

    private ScriptWatcher Watcher => _host.Services.GetRequiredService<ScriptWatcher>();

    [SetUp]
    public void Start()
    {
        _scripts = new ScriptFolderCopy();
        _host = NewHost();
    }

    [TearDown]
    public async Task Stop()
    {
        await _host.DisposeAsync();
        _scripts.Dispose();
    }

    [Test]
    public async Task A_clean_change_is_taken_into_use_and_a_call_keeps_the_flow_it_began_with()
    {
        var pinned = Library.Current.For(Slug)!.Flow.Version;
        _scripts.Edit(Flow, "version: 1", "version: 2");
        _scripts.Edit(Flow, "Cabinet des Lilas, bonjour. Urgence", "Cabinet des Lilas, bonsoir. Urgence");
        _scripts.Edit(Flow, "\"Cabinet des Lilas, bonjour\"", "\"Cabinet des Lilas, bonsoir\"");

        Assert.That(await Watcher.Reload(default), Is.True);

        Assert.That(Library.Current.For(Slug)!.Flow.Version.Version, Is.EqualTo(2));
        var kept = await _host.Store.Read((db, token) => Archive.FindFlow(db, pinned, token).AsTask(), default);
        Assert.That(kept!.Version, Is.EqualTo(pinned));
        Assert.That(((Domain.Ivr.SayNode)kept.Nodes["bonjour"]).Prompt.Say.Fr, Does.Contain("bonjour"));
    }

    [Test]
    public async Task A_change_that_is_not_clean_leaves_the_last_good_scripts_in_force()
    {
        var before = Library.Current;
        _scripts.Edit(Flow, "then: standard", "then: standart");

        Assert.That(await Watcher.Reload(default), Is.False);
        Assert.That(Library.Current, Is.SameAs(before));
    }

    [Test]
    public async Task A_version_of_an_earlier_process_is_compiled_from_the_archive()
    {
        var flow = Library.Current.For(Slug)!.Flow.Version;
        var protocol = Library.Current.For(Slug)!.Protocols["nourrisson-moins-de-3-mois"].Version;
        var escalation = Library.Current.For(Slug)!.Escalation.Version;
        _host.KeepsData = true;
        await _host.DisposeAsync();
        _scripts.Edit(Flow, "version: 1", "version: 2");
        _scripts.Edit("protocols/shared/signes-vitaux.yaml", "Saigne-t-elle beaucoup", "Perd-elle beaucoup de sang");
        _scripts.Edit("protocols/cabinet-des-lilas/escalation.yaml", "version: 1", "version: 2");
        _host = _host.OnSameData();

        Assert.That(Library.Current.For(Slug)!.Flow.Version, Is.Not.EqualTo(flow));
        Assert.That(Library.Current.For(Slug)!.Protocols["nourrisson-moins-de-3-mois"].Version, Is.Not.EqualTo(protocol), "it builds on the shared vital signs");
        Assert.That((await _host.Store.Read((db, token) => Archive.FindFlow(db, flow, token).AsTask(), default))!.Version, Is.EqualTo(flow));
        var found = (await _host.Store.Read((db, token) => Archive.FindProtocol(db, protocol, token).AsTask(), default))!;
        Assert.That(found.Version, Is.EqualTo(protocol));
        Assert.That(found.RedFlags.Select(f => f.Ask), Has.Some.StartsWith("Saigne-t-elle beaucoup"));
        Assert.That((await _host.Store.Read((db, token) => Archive.FindEscalation(db, escalation, token).AsTask(), default))!.Version, Is.EqualTo(escalation));
        Assert.That(await _host.Store.Read((db, token) => Archive.FindFlow(db, new ScriptVersion("accueil", 1, "ffffffffffffffff"), token).AsTask(), default), Is.Null);
    }

    [Test]
    public void A_changed_file_is_noticed()
    {
        Assert.That(Library.Current.For(Slug)!.Flow.Version.Version, Is.EqualTo(1));
        _scripts.Edit(Flow, "version: 1", "version: 2");

        Assert.That(() => Library.Current.For(Slug)!.Flow.Version.Version, Is.EqualTo(2).After(20).Seconds.PollEvery(100).MilliSeconds);
    }

    [Test]
    public void The_server_does_not_start_with_scripts_that_are_not_clean()
    {
        _scripts.Edit(Flow, "then: standard", "then: standart");

        Assert.That(() => NewHost().Services, Throws.Exception.With.Message.Contains("IVR001").And.Message.Contains("standart"));
    }

    private TestHost NewHost() => new(builder =>
    {
        builder.UseSetting("Scripts:Root", _scripts.Root);
        builder.UseSetting("Scripts:SamplesAllowedFor:0", Slug);
    });
}
