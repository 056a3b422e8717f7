using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BTech.Browser.Tests;

/// <summary>The accessibility scan: WCAG 2.2 A and AA, no violation allowed.</summary>
public static class Accessibility
{
    // The library's own way loads the scanner anew for each scan and gathers frames, of which our pages have none.
    private static readonly string Scanner = new BundledAxeScriptProvider().GetScript();

    private const string Scan = """
        async only => (await axe.run(document, { runOnly: only, resultTypes: ['violations'] })).violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${rule.help}\n    ${node.html}\n    ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')}`))
        """;

    private static readonly string[] Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Each violation on the page as it stands: the rule, the element and what to do.</summary>
    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => RunAsync(page, Levels);

    /// <summary>Likewise for contrast alone, which is all that another colour scheme changes.</summary>
    public static Task<IReadOnlyList<string>> ContrastViolationsAsync(IPage page) => RunAsync(page, ["color-contrast"]);

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string[] only)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Scanner);
        return await page.EvaluateAsync<string[]>(Scan, only);
    }
}
