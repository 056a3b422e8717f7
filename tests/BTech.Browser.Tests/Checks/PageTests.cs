using BTech.Languages;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>Every page type in every state, light and dark, wide and narrow, left to right and right to left.</summary>
public abstract class PageTests(Visitors visitors) : IClassFixture<Visitors>
{
    /// <summary>Looks at a page in one language and says everything that is wrong with it.</summary>
    private protected async Task LookAsync(Sight sight, Language language)
    {
        var page = await visitors.TabAsync(sight.Who);
        var problems = new List<string>();
        void OnConsole(object? sender, IConsoleMessage message)
        {
            // A refusal is no fault of the page; the browser reports it as one.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
                problems.Add($"console: {message.Text}");
        }
        void OnError(object? sender, string error) => problems.Add($"script: {error}");

        page.Console += OnConsole;
        page.PageError += OnError;
        try
        {
            await page.GotoAsync((language == Language.English ? "" : $"/{language.Code}") + sight.Address);
            if (sight.Act is not null) await sight.Act(page);
            problems.AddRange(await Soundness.OfAsync(page, language, sight.IsRefused));
            problems.AddRange(language == Language.English ? await Accessibility.ViolationsAsync(page) : await Accessibility.ViolationsButContrastAsync(page));
            problems.AddRange(await Soundness.OfFittingAsync(page, isFull: language == Language.English));
            if (language == Language.English)
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
                problems.AddRange((await Accessibility.ContrastViolationsAsync(page)).Select(problem => $"dark: {problem}"));
            }
        }
        finally
        {
            page.Console -= OnConsole;
            page.PageError -= OnError;
        }
        Assert.True(problems.Count == 0, $"{sight} in {language.Code}:\n{string.Join('\n', problems)}");
    }

    private protected static TheoryData<string, string> Of(IReadOnlyList<Sight> sights, params Language[] languages) =>
        [.. sights.SelectMany(sight => languages.Select(language => new TheoryDataRow<string, string>(sight.ToString(), language.Code)))];

    private protected static Sight Find(string name) => Sights.All.Single(sight => sight.ToString() == name);
}

/// <summary>
/// What anyone sees, and what a participant sees. The quick form looks at each state in English, at pages as found and refused in Arabic, and at
/// the main ones in the languages with the longest words and with other letters; the full form looks at all of them in Arabic and at the main
/// ones in all six.
/// </summary>
public sealed class PublicPageTests(Visitors visitors) : PageTests(visitors)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("TEST_FULL") == "1";

    private static IReadOnlyList<Sight> All => [.. Sights.Public, .. Sights.Participation];

    public static TheoryData<string, string> Everything => Of(All, Language.English);

    public static TheoryData<string, string> InArabic => Of([.. All.Where(sight => IsFull || sight.IsRefused || sight.State == "default")], Language.Arabic);

    public static TheoryData<string, string> InOtherLanguages => Of(Sights.Main, IsFull ? [Language.Russian, Language.Chinese, Language.French, Language.Spanish] : [Language.Russian, Language.Chinese]);

    [Theory]
    [MemberData(nameof(Everything))]
    [MemberData(nameof(InArabic))]
    [MemberData(nameof(InOtherLanguages))]
    public Task Page_InEveryState_IsSound(string sight, string language) => LookAsync(Find(sight), Language.Find(language)!);
}

/// <summary>What staff see; in Arabic each page as it is found, because its other states are made of the same parts.</summary>
public sealed class StaffPageTests(Visitors visitors) : PageTests(visitors)
{
    private static IReadOnlyList<Sight> All => [.. Sights.Administration, .. Sights.Moderation];

    public static TheoryData<string, string> Everything => Of(All, Language.English);

    public static TheoryData<string, string> AsFoundInArabic => Of([.. All.Where(sight => sight.State == "default")], Language.Arabic);

    [Theory]
    [MemberData(nameof(Everything))]
    [MemberData(nameof(AsFoundInArabic))]
    public Task Page_InEveryState_IsSound(string sight, string language) => LookAsync(Find(sight), Language.Find(language)!);
}
