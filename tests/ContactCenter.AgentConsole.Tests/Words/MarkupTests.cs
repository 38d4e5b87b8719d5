using System.Text.RegularExpressions;

namespace ContactCenter.AgentConsole.Tests.Words;

/// <summary>What the screen says stands in the word files, so that it can be said in both languages.</summary>
internal sealed partial class MarkupTests
{
    private static readonly string Root = FindRoot();

    private static IEnumerable<string> RazorFiles() =>
        Directory.EnumerateFiles(Root, "*.razor", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path));

    [TestCaseSource(nameof(RazorFiles))]
    public void No_sentence_stands_in_the_markup(string file)
    {
        var markup = Code().Replace(File.ReadAllText(Path.Combine(Root, file)), "");
        var spoken = Text().Matches(markup).Select(m => m.Groups[1].Value.Trim())
            .Concat(SpokenAttribute().Matches(markup).Select(m => m.Groups[1].Value))
            .Where(text => Word().IsMatch(text));
        Assert.That(spoken, Is.Empty);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ContactCenter.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "src", "ContactCenter.AgentConsole");
    }

    [GeneratedRegex(@"@code\s*\{.*\z|@\*.*?\*@|@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|@(?:if|foreach|switch|else)[^\n]*|^\s*(?:case|default|break|else)[^\n]*$|^@\w+[^\n]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@">([^<>@{}]+)<")]
    private static partial Regex Text();

    [GeneratedRegex("""\s(?:title|placeholder|aria-label|alt|Title|label)="([^"@]+)["]""")]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();
}
