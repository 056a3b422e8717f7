using Microsoft.Playwright;

namespace BTech.Browser.Tests.Participate;

/// <summary>From the link to the sent comment with nothing but keys.</summary>
public sealed class KeyboardTests(House house)
{
    private IPage _page = null!;

    [Fact]
    public async Task Journey_KeysOnly_EndsWithTheCode()
    {
        _page = await house.NewPersonAsync();
        await _page.GotoAsync(await house.LinkAsync("katherine.lowell"));
        await _page.Keyboard.PressAsync("Tab");
        await _page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await _page.EvaluateAsync<string>("document.activeElement.id || location.hash.slice(1)"));

        await GoAsync("main form button");
        await ReachAsync("#Accepted");
        await _page.Keyboard.PressAsync("Space");
        await GoAsync("main form button");
        await GoAsync(".task-list a[href$='focus-areas/3']");
        await ReachAsync("#Text");
        await _page.Keyboard.TypeAsync("Written with keys alone.");
        await ReachAsync("[name=Permission][value=Paraphrase]");
        await _page.Keyboard.PressAsync("ArrowDown");
        await GoAsync("main button.button[value=draft]");
        Assert.True(await _page.IsCheckedAsync("[name=Permission][value=MayBeAsked]"));

        await _page.GotoAsync("/participate");
        await GoAsync("main a.button[href$='participate/check']");
        await GoAsync("main button[value=send]");
        await Assertions.Expect(_page.Locator("[data-follow-up-code]")).ToBeVisibleAsync();
        await _page.Context.CloseAsync();
    }

    private async Task ReachAsync(string selector)
    {
        for (var stop = 0; stop < 150; stop++)
        {
            await _page.Keyboard.PressAsync("Tab");
            if (await _page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }
        Assert.Fail($"{selector} cannot be reached by Tab at {_page.Url}.");
    }

    private async Task GoAsync(string selector)
    {
        await ReachAsync(selector);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _page.FrameNavigated += (_, _) => arrived.TrySetResult();
        await _page.Keyboard.PressAsync("Enter");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await _page.LoadedAsync();
    }
}
