using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml;

namespace ContactCenter.Server.Tests.Scripts;

public sealed class YamlScriptTests
{
    [Test]
    public void Nodes_remember_their_place_and_their_quotes()
    {
        var mapping = YamlScript.Read("a.yaml", "menu:\n  - \"1\"\n  - 1\n  - texte: |\n      deux\n      lignes\n").Value!;

        var menu = (ScriptSequence)mapping.Find("menu")!;
        Assert.That(menu.Items[0], Is.EqualTo(new ScriptScalar(new SourceSpan("a.yaml", 2, 5), "1", Quoted: true)));
        Assert.That(menu.Items[1], Is.EqualTo(new ScriptScalar(new SourceSpan("a.yaml", 3, 5), "1")));
        Assert.That(((ScriptMapping)menu.Items[2]).Find("texte"), Is.EqualTo(new ScriptScalar(new SourceSpan("a.yaml", 4, 12), "deux\nlignes\n", Quoted: true)));
    }

    [TestCase("a: 1\nb: 2\na: 3\n", "SCR002", 3, 1)]
    [TestCase("a: &x 1\nb: *x\n", "SCR003", 1, 4)]
    [TestCase("a: !!int 1\n", "SCR003", 1, 4)]
    [TestCase("a: [1, 2\n", "SCR001", 2, 1)]
    [TestCase("a: \"non fermé\n", "SCR001", 1, 4)]
    [TestCase("a:\n\t- 1\n", "SCR001", 1, 1)]
    [TestCase("- 1\n", "SCR006", 1, 1)]
    [TestCase("", "SCR006", 1, 1)]
    [TestCase("a: 1\n---\nb: 2\n", "SCR006", 2, 1)]
    [TestCase("? [a]\n: 1\n", "SCR007", 1, 3)]
    public void What_a_signed_file_may_not_hold_is_refused_at_its_place(string text, string code, int line, int column)
    {
        var read = YamlScript.Read("a.yaml", text);

        Assert.That(read.Value, Is.Null);
        Assert.That(read.Diagnostics.Select(d => (d.Code, d.Span.Line, d.Span.Column)), Is.EqualTo(new[] { (code, line, column) }));
    }

    [Test]
    public void All_duplicate_keys_are_reported_at_once() =>
        Assert.That(YamlScript.Read("a.yaml", "a: 1\na: 2\na: 3\n").Diagnostics, Has.Count.EqualTo(2));

    [Test]
    public void A_deep_file_is_refused_before_the_stack_is() =>
        Assert.That(YamlScript.Read("a.yaml", "a: " + new string('[', 100_000)).Diagnostics.Single().Code, Is.EqualTo("SCR005"));

    [Test]
    public void A_large_file_is_refused_unread() =>
        Assert.That(YamlScript.Read("a.yaml", "a: " + new string('x', YamlScript.MaxCharacters)).Diagnostics.Single().Code, Is.EqualTo("SCR004"));
}
