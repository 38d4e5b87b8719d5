using System.Reflection;
using ContactCenter.AgentConsole.Keys;

namespace ContactCenter.AgentConsole.Tests.Keys;

internal sealed class ShortcutTests
{
    private static IEnumerable<string> All => typeof(Shortcut).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);

    /// <summary>Keys the browser acts on before or despite the page: close, reload, full screen, tools, menus, tabs.</summary>
    private static readonly string[] Taken =
        ["F5", "F11", "F12", "Alt+F4", "Alt+F", "Alt+E", "Alt+D", "Ctrl+W", "Ctrl+T", "Ctrl+N", "Ctrl+R", "Ctrl+Tab", "Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5"];

    [Test]
    public void No_shortcut_belongs_to_the_browser() => Assert.That(All.Intersect(Taken), Is.Empty);

    [Test]
    public void No_key_means_two_things() => Assert.That(All, Is.Unique);

    [Test]
    public void Every_shortcut_stands_on_the_sheet()
    {
        var shown = ShortcutSheet.Groups.SelectMany(g => g.Shortcuts).Select(s => s.Key);
        Assert.That(All.Except(shown), Is.EquivalentTo(new[] { Shortcut.HelpMark }));
    }
}
