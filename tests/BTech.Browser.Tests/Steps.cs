using BTech.Agenda;
using Microsoft.Playwright;

namespace BTech.Browser.Tests;

/// <summary>What people do on pages again and again.</summary>
internal static class Steps
{
    /// <summary>Presses a link or a button and waits for the page to which it leads, which must not be a refusal unless one is expected.</summary>
    public static async Task FollowAsync(this ILocator control, bool isRefused = false)
    {
        var page = control.Page;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnNavigated(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame) arrived.TrySetResult();
        }

        page.FrameNavigated += OnNavigated;
        try
        {
            await control.ClickAsync();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await page.LoadedAsync();
        }
        finally
        {
            page.FrameNavigated -= OnNavigated;
        }
        var refusals = await page.Locator(".error-summary").AllInnerTextsAsync();
        Assert.True(isRefused == refusals.Count > 0, $"{page.Url}: {(isRefused ? "not refused" : string.Join(' ', refusals))}");
    }

    /// <summary>
    /// Waits until the page is loaded. The library looks whether it is and then begins to listen; what happens between the two it never
    /// hears, so this looks again.
    /// </summary>
    public static async Task LoadedAsync(this IPage page)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = 3_000 });
                return;
            }
            catch (TimeoutException) when (attempt < 10)
            {
            }
        }
    }

    /// <summary>Presses the main part's button of this value.</summary>
    public static Task PressAsync(this IPage page, string then) => page.Locator($"main button[name=Then][value={then}]:not(.visually-hidden)").FollowAsync();

    /// <summary>Signs in one of the sample's staff.</summary>
    public static async Task SignInAsync(this IPage page, string name, string language = "")
    {
        await page.GotoAsync($"{language}/account/login");
        await page.FillAsync("#Email", $"{name}@example.org");
        await page.FillAsync("#Password", House.Password);
        await page.Locator("main form button").FollowAsync();
        Assert.EndsWith($"{language}/account", page.Url, StringComparison.Ordinal);
    }

    /// <summary>Fills in the form that two persons sign, and sends it.</summary>
    public static async Task SignAsync(this IPage page, string second)
    {
        await page.FillAsync("#Password", House.Password);
        await page.FillAsync("#SecondEmail", $"{second}@example.org");
        await page.FillAsync("#SecondPassword", House.Password);
        await page.Locator("form:has(#SecondPassword) button.button").First.FollowAsync();
    }

    /// <summary>On the page of second coders: gives somebody all inputs to code blind.</summary>
    public static async Task AskSecondCoderAsync(this IPage page, StaffId coder)
    {
        await page.Locator("#Coder").SelectOptionAsync(coder.ToString());
        await page.Locator("[name=Share][value=All]").CheckAsync();
        await page.Locator("#open button").FollowAsync();
    }

    /// <summary>On an input that is to be coded blind: gives its first sentence a theme, and is done with it.</summary>
    public static async Task CodeBlindAsync(this IPage page)
    {
        await page.CheckAsync("#s1");
        await page.Locator("[name=ThemeIds]").First.CheckAsync();
        await page.Locator("form.coding button.button").FollowAsync();
        await page.Locator("#blind form button").FollowAsync();
    }

    /// <summary>Goes in by a personal link and accepts the Rule; ends at the task list.</summary>
    public static async Task EnterAsync(this IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.Locator("main form button").FollowAsync();
        if (!page.Url.EndsWith("/participate/rule", StringComparison.Ordinal)) return;
        await page.CheckAsync("#Accepted");
        await page.Locator("main form button").FollowAsync();
    }
}
