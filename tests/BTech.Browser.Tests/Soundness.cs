using BTech.Languages;
using Microsoft.Playwright;

namespace BTech.Browser.Tests;

/// <summary>What must hold on every page: its skeleton, its fields, its focus, and that it fits where people read it.</summary>
internal static class Soundness
{
    private static readonly string Sound = Read("soundness.js");
    private static readonly string Fitting = Read("fitting.js");

    // WCAG 1.4.12: what readers may set for themselves without losing anything.
    private const string Spacing =
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }";

    /// <summary>Headings, title, language, labels, refusals, targets, focus; nothing inline.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IPage page, Language language, bool isRefused)
    {
        return await page.EvaluateAsync<string[]>(Sound, new { language = language.Code, direction = language.Direction, isRefused });
    }

    /// <summary>At 320 px, and in full also with the widest spacing and with text of twice the size: nothing scrolls sideways, nothing is cut.</summary>
    public static async Task<IReadOnlyList<string>> OfFittingAsync(IPage page, bool isFull = true)
    {
        var problems = new List<string>();
        var usual = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 640);
        await LookAsync("320 px");
        if (isFull)
        {
            await page.EvaluateAsync($"() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync(`{Spacing}`); document.adoptedStyleSheets = [sheet]; }}");
            await LookAsync("320 px, wide spacing");
            await page.EvaluateAsync("() => { document.adoptedStyleSheets = []; document.documentElement.style.fontSize = '200%'; }");
            await page.SetViewportSizeAsync(1280, 900);
            await LookAsync("text of twice the size");
            await page.EvaluateAsync("() => document.documentElement.removeAttribute('style')");
        }
        await page.SetViewportSizeAsync(usual.Width, usual.Height);
        return problems;

        async Task LookAsync(string how) => problems.AddRange((await page.EvaluateAsync<string[]>(Fitting)).Select(problem => $"{how}: {problem}"));
    }

    /// <summary>The same at the page's present width and size of text alone.</summary>
    public static async Task<IReadOnlyList<string>> OfFittingAsItIsAsync(IPage page) => await page.EvaluateAsync<string[]>(Fitting);

    private static string Read(string name)
    {
        using var stream = typeof(Soundness).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
