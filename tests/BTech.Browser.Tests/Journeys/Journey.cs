using BTech.Languages;
using BTech.Web.Operations;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Journeys;

/// <summary>One comment's way, walked by the five people who carry it, each at their own browser.</summary>
internal sealed class Journey(House house, SampleResult sample, Language language, bool scripts, int width = 1280, bool doublesText = false)
{
    // Introduction, how to read, participation and overarching messages come before it.
    private const int FirstArea = 5;

    private readonly string _at = language == Language.English ? "" : $"/{language.Code}";
    private readonly string _round = $"{sample.Consultation}/3";

    private string Comment { get; } = language == Language.Arabic
        ? "ينبغي أن يسأل التقييم عمّن لم يسبق له أن سجّل. والباقي ثانوي."
        : "Assessments should ask about people who never signed up for anything. The rest is secondary.";

    /// <summary>A word by which the comment is found again among the others.</summary>
    private string Rare { get; } = language == Language.Arabic ? "ثانوي" : "never signed up";

    private string KeyPhrase { get; } = language == Language.Arabic ? "من لم يسجّل قط" : "people who never signed up";

    private string Point => language == Language.Arabic ? $"وأُثيرت مسألة **{KeyPhrase}** أيضًا." : $"The situation of **{KeyPhrase}** was raised as well.";

    private string HostNote { get; } = language == Language.Arabic ? "فريق المشروع سيعود إلى هذا القسم." : "The project team will come back to this area.";

    /// <summary>From the personal link to the opened Word document.</summary>
    public async Task WalkAsync()
    {
        var code = await WriteAndSendAsync();
        await CloseAndSealAsync();
        await LookForTheCommentAsync(code);
        await ReadAndCodeAsync();
        var report = await DraftAsync();
        await ClearAsync(report);
        await PublishAsync(report);
        await ReadAndDownloadAsync(report);
    }

    private async Task<string> WriteAndSendAsync()
    {
        var page = await NewPersonAsync();
        await page.EnterAsync(sample.Links.Single(link => link.Language == language.Code).Address);
        Assert.EndsWith($"{_at}/participate", page.Url, StringComparison.Ordinal);
        await AssertFitsAsync(page);

        await page.Locator(".task-list a[href$='focus-areas/1']").FollowAsync();
        await AssertFitsAsync(page);
        await page.FillAsync("#Text", Comment);
        await page.PressAsync("continue");
        await page.GotoAsync($"{_at}/participate");
        await page.Locator("main a.button[href$='participate/check']").FollowAsync();
        await AssertFitsAsync(page);
        Assert.Contains(Comment, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.PressAsync("send");

        var code = (await page.InnerTextAsync("[data-follow-up-code]")).Trim();
        Assert.True(code.Count(char.IsAsciiLetterOrDigit) >= 26, code);
        Assert.EndsWith($"{_at}/participate", page.Url, StringComparison.Ordinal);
        await AssertFitsAsync(page);
        await page.PressAsync("keep");
        Assert.Equal(0, await page.Locator("[data-follow-up-code]").CountAsync());
        await page.Context.CloseAsync();
        return code;
    }

    private async Task CloseAndSealAsync()
    {
        var page = await NewPersonAsync();
        await page.SignInAsync("administrator", _at);
        await page.GotoAsync($"{_at}/admin");
        await page.Locator($"main a[href$='/admin/windows/{_round}']").FollowAsync();
        await page.Locator("main a[href$='/close']").FollowAsync();
        await page.FillAsync("[name='Note[en]']", "Everybody has answered.");
        await page.SignAsync("administrator2");
        Assert.EndsWith($"/admin/windows/{_round}", page.Url, StringComparison.Ordinal);

        await page.Locator("main a[href$='/seal']").FollowAsync();
        await page.SignAsync("administrator2");
        await page.Locator($"main a[href$='/seals/{_round}']").FollowAsync();
        Assert.Matches("^[0-9a-f]{64}$", (await page.InnerTextAsync("[data-merkle-root]")).Trim());
        await page.Context.CloseAsync();
    }

    private async Task LookForTheCommentAsync(string code)
    {
        var page = await NewPersonAsync();
        await page.GotoAsync($"{_at}/follow-up");
        await page.FillAsync("#Code", code);
        await page.FillAsync("#Text", Comment);
        await page.Locator("main form button:not([name])").FollowAsync();
        await Assertions.Expect(page.Locator("main .notice.ok")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task ReadAndCodeAsync()
    {
        var page = await NewPersonAsync();
        await page.SignInAsync("moderator", _at);
        await page.GotoAsync($"{_at}/moderate");
        await page.Locator($"main a[href$='/moderate/windows/{_round}/inputs']").FollowAsync();
        await page.FillAsync("#words", Rare);
        await page.Locator("form.filters button").FollowAsync();
        await Assertions.Expect(page.Locator(".cards h2 a")).ToHaveCountAsync(1);
        await page.Locator(".cards h2 a").FollowAsync();

        await page.Locator("main a[href*='/coding']").First.FollowAsync();
        await page.CheckAsync("#s1");
        await page.Locator("[name=ThemeIds]").First.CheckAsync();
        await page.CheckAsync("[name=Stance][value=Concern]");
        await page.Locator("form.coding button.button:not(.secondary)").FollowAsync();
        await Assertions.Expect(page.Locator("#text-heading ~ .sentences mark")).ToHaveCountAsync(1);
        await page.Locator("form[action*='handler=Keep'] button").FollowAsync();
        await Assertions.Expect(page.Locator("main .tag.ok").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form[action*='handler=Keep']")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private async Task<int> DraftAsync()
    {
        var page = await NewPersonAsync();
        await page.SignInAsync("moderator", _at);
        await page.GotoAsync($"{_at}/moderate/windows/{_round}/report");
        await page.SelectOptionAsync("#Language", language.Code);
        await page.Locator("main form button").FollowAsync();
        var report = int.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        var editor = $"{_at}/moderate/reports/{report}";

        foreach (var section in await EmptySectionsAsync(page))
        {
            await page.GotoAsync(section);
            if (section.EndsWith($"{editor}/sections/{FirstArea}", StringComparison.Ordinal)) await AddKeyPointAsync(page, section);
            else await AddHostNoteAsync(page, section);
        }
        await page.GotoAsync(editor);
        await page.Locator("form[action*='handler=Submit'] button").FollowAsync();
        await Assertions.Expect(page.Locator("main a[href$='/clearance']")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        return report;
    }

    private static async Task<IReadOnlyList<string>> EmptySectionsAsync(IPage page) =>
        await page.Locator(".task-list li:has(.tag.bad) a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");

    private async Task AddKeyPointAsync(IPage page, string section)
    {
        await page.Locator("main a.button[href$='/key-point']").FollowAsync();
        await page.Locator("#Evidence [name=e]").First.CheckAsync();
        await page.Locator("form[method=get] > button").FollowAsync();
        await page.CheckAsync("[name=Attribution][value=also-raised]");
        await page.FillAsync("#Text", Point);
        await page.CheckAsync("[name=Stance][value=Concern]");
        await page.Locator("#wording button").FollowAsync();
        Assert.StartsWith(section, page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("main strong", new() { HasText = KeyPhrase })).ToBeVisibleAsync();
    }

    private async Task AddHostNoteAsync(IPage page, string section)
    {
        await page.Locator("details:has(#HostText) > summary").ClickAsync();
        await page.FillAsync("#HostText", HostNote);
        await page.Locator("form[action*='handler=Host'] button").FollowAsync();
        Assert.StartsWith(section, page.Url, StringComparison.Ordinal);
    }

    private async Task ClearAsync(int report)
    {
        var page = await NewPersonAsync();
        await page.SignInAsync("clearance", _at);
        await page.GotoAsync($"{_at}/moderate/reports/{report}/clearance");
        await page.Locator("form[action*='handler=Clear'] button").FollowAsync();
        await page.GotoAsync($"{_at}/moderate/reports/{report}/check");
        await page.FillAsync("#Reason", "They are asked at a meeting.");
        await page.Locator("form[action*='handler=LeaveOut'] button").FollowAsync();
        await page.Context.CloseAsync();
    }

    private async Task PublishAsync(int report)
    {
        var page = await NewPersonAsync();
        await page.SignInAsync("moderator", _at);
        await page.GotoAsync($"{_at}/moderate/reports/{report}");
        await page.Locator("form[action*='handler=Publish'] button").FollowAsync();
        await page.Locator($"main a[href$='/reports/{report}']").FollowAsync();
        await page.Context.CloseAsync();
    }

    private async Task ReadAndDownloadAsync(int report)
    {
        var page = await NewPersonAsync();
        await page.GotoAsync($"{_at}/reports/{report}");
        Assert.Equal(language.Direction, await page.GetAttributeAsync("html", "dir"));
        await Assertions.Expect(page.Locator("article.report strong", new() { HasText = KeyPhrase })).ToBeVisibleAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator($"main a[href$='/reports/{report}.docx']").ClickAsync());
        using var word = WordprocessingDocument.Open(await file.PathAsync(), isEditable: false);
        var bold = word.MainDocumentPart!.Document!.Descendants<Run>().Where(run => run.RunProperties?.Bold is not null).Select(run => run.InnerText);
        Assert.Contains(KeyPhrase, string.Concat(bold), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private async Task AssertFitsAsync(IPage page)
    {
        if (doublesText) Assert.Equal("32px", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
        Assert.Empty(await Soundness.OfFittingAsItIsAsync(page));
    }

    private async Task<IPage> NewPersonAsync()
    {
        var page = await house.NewPersonAsync(scripts, width);
        if (doublesText) await page.AddInitScriptAsync("addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })");
        return page;
    }
}
