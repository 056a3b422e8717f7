using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BTech.Browser.Tests;

/// <summary>The accessibility scan: WCAG 2.2 A and AA, no violation allowed.</summary>
public static class Accessibility
{
    private static readonly string[] _rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Fails with the rule, the element and what to do, for each violation on the page as it stands.</summary>
    public static async Task MustPassAsync(IPage page, string state)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. _rules] } });
        var violations = result.Violations.SelectMany(rule => rule.Nodes.Select(node =>
            $"{rule.Id}: {rule.Help}\n    {node.Html}\n    {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"));
        Assert.True(result.Violations.Length == 0, $"{page.Url} ({state}):\n{string.Join('\n', violations)}");
    }

    /// <summary>One h1, no level skipped, title begins with the heading or "Error: ", language and direction set, no sideways scrolling.</summary>
    public static async Task HasSoundSkeletonAsync(IPage page, string language)
    {
        var levels = await page.EvaluateAsync<int[]>("Array.from(document.querySelectorAll('h1,h2,h3,h4,h5,h6')).map(h => Number(h.tagName[1]))");
        Assert.True(levels.Count(level => level == 1) == 1, $"{page.Url} has {levels.Count(level => level == 1)} main headings.");
        for (var index = 1; index < levels.Length; index++)
            Assert.True(levels[index] <= levels[index - 1] + 1, $"{page.Url} skips from h{levels[index - 1]} to h{levels[index]}.");
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.Locator("html").GetAttributeAsync("dir"));
        var width = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.True(width[0] <= width[1], $"{page.Url} is {width[0]} wide in a window of {width[1]}.");
    }
}
