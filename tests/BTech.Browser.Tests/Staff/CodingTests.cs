using Microsoft.Playwright;

namespace BTech.Browser.Tests.Staff;

/// <summary>The coding workspace in a real browser: by keys alone, without scripts, and by two people at once.</summary>
public sealed class CodingTests(House house)
{
    private const string Uncoded = "/moderate/windows/b-tech/2/inputs?uncoded=true";

    [Fact]
    public async Task TwentyInputs_AreCodedByKeysAlone()
    {
        var page = await OpenFirstAsync(scripts: true);
        await page.Locator("#s1").FocusAsync();
        for (var input = 0; input < 20; input++)
        {
            await page.Keyboard.PressAsync("Space");
            if (await page.Locator("#s2").CountAsync() > 0)
            {
                await page.Keyboard.PressAsync("j");
                await page.Keyboard.PressAsync("Space");
            }
            await page.Keyboard.PressAsync("c");
            await page.Keyboard.TypeAsync("growth");
            await page.Keyboard.PressAsync("Enter");
            await GoByKeyAsync(page, "Enter");
            await Assertions.Expect(page.Locator("form[action*='handler=TakeBack'] strong")).ToContainTextAsync("Growth");
            if (input < 19) await GoByKeyAsync(page, "]");
        }
        // The last of them taken back and given again, with the number key that the theme has earned.
        await GoByKeyAsync(page, "u");
        await Assertions.Expect(page.Locator("#given .cards > li")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("by keys");
        await page.Keyboard.PressAsync("Escape");
        await GoByKeyAsync(page, "Enter");
        await Assertions.Expect(page.Locator("#given .cards > li")).ToContainTextAsync("by keys");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FiveInputs_AreCodedWithoutScripts()
    {
        var page = await OpenFirstAsync(scripts: false);
        for (var input = 0; input < 5; input++)
        {
            await page.CheckAsync("#s1");
            await page.Locator("[name=ThemeIds]").Nth(input).CheckAsync();
            await page.Locator("form.coding button.button").FollowAsync();
            await Assertions.Expect(page.Locator("#given .cards > li").First).ToBeVisibleAsync();
            await page.Locator("nav.pager a[rel=next]").FollowAsync();
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SelectedWords_InAnyScript_AreExactlyWhatIsCoded()
    {
        var page = await OpenFirstAsync(scripts: true);
        // The second to the last but one character of the first piece, chosen as a mouse would.
        var words = await page.EvaluateAsync<string>("""
            () => {
              const node = document.querySelector('.sentences [data-start]').firstChild;
              const range = document.createRange();
              range.setStart(node, 1); range.setEnd(node, node.data.length - 2);
              const selection = document.getSelection();
              selection.removeAllRanges(); selection.addRange(range);
              return range.toString();
            }
            """);
        await Assertions.Expect(page.Locator("[data-selection]")).ToContainTextAsync(words.Trim());
        await page.Locator("[name=ThemeIds]").First.CheckAsync();
        await page.Locator("form.coding button.button").FollowAsync();
        await Assertions.Expect(page.Locator("#given blockquote").First).ToHaveTextAsync(words);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenFirstAsync(bool scripts)
    {
        var page = await house.NewPersonAsync(scripts);
        await page.SignInAsync("moderator");
        await page.GotoAsync(Uncoded);
        await page.Locator(".cards h2 a").First.FollowAsync();
        await page.Locator("main a[href*='/coding']").First.FollowAsync();
        return page;
    }

    private static async Task GoByKeyAsync(IPage page, string key)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FrameNavigated += (_, _) => arrived.TrySetResult();
        await page.Keyboard.PressAsync(key);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await page.LoadedAsync();
        await Assertions.Expect(page.Locator("#s1")).ToBeFocusedAsync();
    }
}
