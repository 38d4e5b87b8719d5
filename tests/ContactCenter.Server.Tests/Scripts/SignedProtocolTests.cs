using ContactCenter.Domain.Triage;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scripts;

/// <summary>A doctor signs what is asked and what follows, not how the file is laid out.</summary>
public sealed class SignedProtocolTests
{
    private const string Slug = "cabinet-des-lilas";
    private const string Name = "nourrisson-moins-de-3-mois";
    private const string Own = $"protocols/{Slug}/{Name}.yaml";
    private const string Shared = $"protocols/shared/{Name}.yaml";

    private ScriptFolderCopy _scripts = null!;
    private TestHost _host = null!;

    private ScriptLibrary Library => _host.Services.GetRequiredService<ScriptLibrary>();

    private ScriptWatcher Watcher => _host.Services.GetRequiredService<ScriptWatcher>();

    private TriageProtocol Protocol => Library.Current.For(Slug)!.Protocols[Name];

    [SetUp]
    public async Task Sign()
    {
        _scripts = new ScriptFolderCopy();
        _host = new TestHost(builder => builder.UseSetting("Scripts:Root", _scripts.Root));
        Sign(ProtocolContent.Sha256(Protocol));
        Assert.That(await Watcher.Reload(default), Is.True);
    }

    [TearDown]
    public async Task Stop()
    {
        await _host.DisposeAsync();
        _scripts.Dispose();
    }

    [Test]
    public void Signed_it_is_proposed_where_samples_are_not()
    {
        Assert.That(Protocol.Signature!.Name, Is.EqualTo("Dr Martin"));
        Assert.That(Library.Current.For(Slug)!.UsableProtocols(_host.Clock.GetCurrentInstant()), Is.EqualTo(new[] { Protocol }));
    }

    [Test]
    public async Task A_comment_or_another_layout_does_not_break_the_signature()
    {
        _scripts.Edit(Own, "red_flags:", "# Relu en réunion.\nred_flags:");

        Assert.That(await Watcher.Reload(default), Is.True);
    }

    [TestCase(Own, "Vomit-il chaque fois qu’il boit ?", "Vomit-il toujours quand il boit ?")]
    [TestCase(Shared, "Refuse-t-il de boire, ou boit-il moins de la moitié ?", "Refuse-t-il de boire ?")]
    [TestCase("protocols/shared/signes-vitaux.yaml", "Saigne-t-elle beaucoup", "Saigne-t-elle fort")]
    public async Task What_is_asked_cannot_change_under_a_signature_in_whichever_file_it_stands(string path, string before, string after)
    {
        _scripts.Edit(path, before, after);

        Assert.That(await Watcher.Reload(default), Is.False);
        Assert.That(Library.Compile().Diagnostics.Select(d => d.Code), Does.Contain("TRI013"));
    }

    [Test]
    public async Task A_signed_version_keeps_its_content_for_ever()
    {
        _scripts.Edit(Own, "Vomit-il chaque fois qu’il boit ?", "Vomit-il toujours quand il boit ?");
        var broken = Library.Compile().Diagnostics.Single(d => d.Code == "TRI013");
        Sign(broken.Sentence[^65..^1]);
        Assert.That(Library.Compile().Diagnostics.Where(d => d.Code == "TRI013"), Is.Empty);

        Assert.That(await Watcher.Reload(default), Is.False, "version 1 was signed with another content");
        _scripts.Edit(Own, "version: 1", "version: 2");
        Sign(Library.Compile().Diagnostics.Single(d => d.Code == "TRI013").Sentence[^65..^1]);

        Assert.That(await Watcher.Reload(default), Is.True);
        Assert.That(Protocol.Version.Version, Is.EqualTo(2));
    }

    private void Sign(string content)
    {
        var text = _scripts.Read(Own);
        var start = text.IndexOf("status:", StringComparison.Ordinal);
        var end = text.IndexOf("review_before:", StringComparison.Ordinal);
        _scripts.Write(Own, $"{text[..start]}status: signed\nsigned_by: {{name: Dr Martin, rpps: \"10000000001\", at: 2026-09-01, content_sha256: \"{content}\"}}\n{text[end..]}");
    }
}
