using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>What a machine sees of WCAG 2.2 AA, and whether the page is cut at its width.</summary>
internal static class PageCheck
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <summary>What is wrong with the state of the screen; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page, string state)
    {
        var found = await page.RunAxe(Wcag);
        List<string> faults = [.. found.Violations.Select(v => $"{state}: {v.Id}: {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html))}")];
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
            faults.Add($"{state}: scrolls sideways");
        return faults;
    }
}
