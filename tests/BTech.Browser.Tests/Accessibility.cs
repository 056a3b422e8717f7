using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BTech.Browser.Tests;

/// <summary>The accessibility scan: WCAG 2.2 A and AA, no violation allowed.</summary>
public static class Accessibility
{
    private static readonly List<string> Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Each violation on the page as it stands: the rule, the element and what to do.</summary>
    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => RunAsync(page, new RunOnlyOptions { Type = "tag", Values = Levels });

    /// <summary>Likewise for contrast alone, which is all that another colour scheme changes.</summary>
    public static Task<IReadOnlyList<string>> ContrastViolationsAsync(IPage page) => RunAsync(page, new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] });

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, RunOnlyOptions only)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = only, ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node =>
            $"{rule.Id}: {rule.Help}\n    {node.Html}\n    {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))];
    }
}
