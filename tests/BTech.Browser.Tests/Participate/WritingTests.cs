using Microsoft.Playwright;

namespace BTech.Browser.Tests.Participate;

/// <summary>Nothing that was typed is lost, and nothing is done twice.</summary>
public sealed class WritingTests(House house)
{
    private const string Area = "/participate/focus-areas/1";

    [Fact]
    public async Task Autosave_PageKilledThreeSecondsAfterTyping_KeepsTheText()
    {
        var page = await house.NewPersonAsync();
        await page.EnterAsync(await house.LinkAsync("kenji.morita"));
        await page.Clock.InstallAsync();
        await page.GotoAsync(Area);
        await page.Locator("#Text").PressSequentiallyAsync("Typed and never saved by hand.");
        await Assertions.Expect(page.Locator("[data-save-status]")).ToHaveTextAsync(await page.GetAttributeAsync("[data-save-status]", "data-unsaved") ?? "");
        await page.Clock.FastForwardAsync(3_000);
        await Assertions.Expect(page.Locator("[data-save-status]")).ToHaveTextAsync(await page.GetAttributeAsync("[data-save-status]", "data-saved") ?? "");
        var context = page.Context;
        await page.CloseAsync(new PageCloseOptions { RunBeforeUnload = false });

        page = await context.NewPageAsync();
        await page.GotoAsync(Area);
        Assert.Equal("Typed and never saved by hand.", await page.InputValueAsync("#Text"));
        await context.CloseAsync();
    }

    [Fact]
    public async Task TwoTabs_TheLaterSave_ShowsBothTexts()
    {
        var first = await house.NewPersonAsync();
        await first.EnterAsync(await house.LinkAsync("marcus.ellery"));
        await first.GotoAsync(Area);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(Area);
        await first.FillAsync("#Text", "From the first tab.");
        await first.PressAsync("draft");

        await second.Clock.InstallAsync();
        await second.FillAsync("#Text", "From the second tab.");
        await second.Clock.FastForwardAsync(3_000);
        await Assertions.Expect(second.Locator("[data-save-status]")).ToHaveTextAsync(await second.GetAttributeAsync("[data-save-status]", "data-conflict") ?? "");
        await second.Locator("main button.button[value=draft]").FollowAsync(isRefused: true);
        Assert.Equal("From the first tab.", await second.InputValueAsync("#their-text"));
        Assert.Equal("From the second tab.", await second.InputValueAsync("#Text"));
        Assert.Empty(await Accessibility.ViolationsAsync(second));

        await second.FillAsync("#Text", "From both.");
        await second.PressAsync("draft");
        await first.ReloadAsync();
        Assert.Equal("From both.", await first.InputValueAsync("#Text"));
        await first.Context.CloseAsync();
    }

    [Fact]
    public async Task SessionOver_WhileWriting_GivesTheTextBack()
    {
        var page = await house.NewPersonAsync();
        var link = await house.LinkAsync("eleanor.whitcombe");
        await page.EnterAsync(link);
        await page.GotoAsync(Area);
        await page.FillAsync("#Text", "Long in the writing.");
        await page.Context.ClearCookiesAsync();
        await page.PressAsync("continue");
        Assert.Equal("Long in the writing.", await page.InputValueAsync("[data-kept=Text]"));
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        Assert.Empty(await Soundness.OfAsync(page, Languages.Language.English, isRefused: false));

        await page.EnterAsync(link);
        await page.GotoAsync(Area);
        await page.FillAsync("#Text", "Long in the writing.");
        await page.PressAsync("draft");
        Assert.Equal("Long in the writing.", await page.InputValueAsync("#Text"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task AfterSending_BackReloadAndSendAgain_DoNothingTwice()
    {
        var page = await house.NewPersonAsync();
        await page.EnterAsync(await house.LinkAsync("rasmus.hedegaard"));
        await page.GotoAsync("/participate/check");
        await page.Locator("main button[value=send]").FollowAsync(isRefused: true);
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await page.GotoAsync(Area);
        await page.FillAsync("#Text", "Said once.");
        await page.PressAsync("draft");
        await page.GotoAsync("/participate/check");
        await page.PressAsync("send");
        var code = await page.InnerTextAsync("[data-follow-up-code]");

        await page.ReloadAsync();
        Assert.Equal(code, await page.InnerTextAsync("[data-follow-up-code]"));
        await page.GoBackAsync();
        Assert.EndsWith("/participate/check", page.Url, StringComparison.Ordinal);
        await page.PressAsync("send");
        Assert.Equal(code, await page.InnerTextAsync("[data-follow-up-code]"));
        await page.PressAsync("keep");
        await page.GoBackAsync();
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator("[data-follow-up-code]").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FollowUpCode_Shown_IsInNoAddressTitleMailOrStorage()
    {
        var page = await house.NewPersonAsync();
        var asked = new List<string>();
        page.Context.Request += (_, request) => asked.Add($"{request.Method} {request.Url}");
        await page.EnterAsync(await house.LinkAsync("rosalind.carver"));
        await page.GotoAsync(Area);
        await page.FillAsync("#Text", "Something worth following.");
        await page.PressAsync("draft");
        await page.GotoAsync("/participate/check");
        await page.PressAsync("send");
        var code = (await page.InnerTextAsync("[data-follow-up-code]")).Trim();
        var notes = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("main button[value=notes]"));
        Assert.Equal("notes.txt", notes.SuggestedFilename);
        var file = await File.ReadAllTextAsync(await notes.PathAsync());
        Assert.Contains(code, file, StringComparison.Ordinal);
        Assert.DoesNotContain("B-Tech", file.Split('\n')[0], StringComparison.OrdinalIgnoreCase);
        var titles = await page.TitleAsync();
        await page.PressAsync("keep");

        var bare = new string([.. code.Where(char.IsLetterOrDigit)])[..20];
        var mail = Directory.Exists(house.Host.MailFolder) ? string.Concat(Directory.EnumerateFiles(house.Host.MailFolder).Select(File.ReadAllText)) : "";
        var stored = await page.Context.StorageStateAsync() + await page.EvaluateAsync<string>("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])");
        foreach (var place in new[] { string.Join('\n', asked), page.Url, titles, await page.TitleAsync(), mail, stored })
            Assert.DoesNotContain(bare, place.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        await page.Context.CloseAsync();
    }
}
