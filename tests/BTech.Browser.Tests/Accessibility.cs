using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BTech.Browser.Tests;

/// <summary>The accessibility scan: WCAG 2.2 A and AA, no violation allowed.</summary>
public static class Accessibility
{
    // The library's own way loads the scanner anew for each scan and gathers frames, of which our pages have none.
    private static readonly string Scanner = new BundledAxeScriptProvider().GetScript();

    private const string Scan = """
        async ([only, skipped]) => (await axe.run(document, { runOnly: only, rules: Object.fromEntries(skipped.map(rule => [rule, { enabled: false }])), resultTypes: ['violations'] })).violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${rule.help}\n    ${node.html}\n    ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')}`))
        """;

    private const string Contrast = "color-contrast";

    private static readonly string[] Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Each violation on the page as it stands: the rule, the element and what to do.</summary>
    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => RunAsync(page, Levels, []);

    /// <summary>Likewise but for contrast, the slowest rule: a page that was scanned in one language has the same colours in the others.</summary>
    public static Task<IReadOnlyList<string>> ViolationsButContrastAsync(IPage page) => RunAsync(page, Levels, [Contrast]);

    /// <summary>Likewise for contrast alone, which is all that another colour scheme changes.</summary>
    public static Task<IReadOnlyList<string>> ContrastViolationsAsync(IPage page) => RunAsync(page, [Contrast], []);

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string[] only, string[] skipped)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Scanner);
        return await page.EvaluateAsync<string[]>(Scan, new[] { only, skipped });
    }
}
