using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>Those at whose browsers one class of tests looks at pages: each enters once and keeps one tab open, for both take longer than a look.</summary>
public sealed class Visitors(House house) : IAsyncDisposable
{
    private readonly Dictionary<Who, IPage> _tabs = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _tabs.Values) await tab.Context.CloseAsync();
    }

    /// <summary>The tab of one of them, as wide and as light as at the beginning.</summary>
    internal async Task<IPage> TabAsync(Who who)
    {
        if (!_tabs.TryGetValue(who, out var tab)) return _tabs[who] = await EnterAsync(who);
        await tab.SetViewportSizeAsync(1280, 900);
        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        return tab;
    }

    private async Task<IPage> EnterAsync(Who who)
    {
        var page = await house.NewPersonAsync();
        switch (who)
        {
            case Who.Newcomer:
                await page.GotoAsync(house.Sample.Links[2].Address);
                await page.Locator("main form button").FollowAsync();
                break;
            case Who.Writer:
                await page.EnterAsync(await house.LinkAsync("hannah.brightwater"));
                break;
            case Who.Sender:
                await page.EnterAsync(await house.LinkAsync("gareth.pryce"));
                break;
            case Who.Administrator or Who.Moderator or Who.Clearance or Who.Offers:
                await page.SignInAsync(who.ToString().ToLowerInvariant());
                break;
        }
        return page;
    }
}
