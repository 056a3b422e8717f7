using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Testing;
using BTech.Web.Operations;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Participate;

/// <summary>A window's end to the second, on a site whose clock this test moves.</summary>
public sealed class ClosingTests(House house)
{
    [Fact]
    public async Task Window_ToTheSecond_ClosesAndGivesALateTextBack()
    {
        await using var host = await House.StartSiteAsync();
        var sample = await host.WithAsync<SampleSeed, SampleResult>(seed => seed.RunAsync(again: false, default));
        var window = (await host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new WindowName(sample.Consultation, 3), default)))!;
        var page = await house.Browser.NewPersonAsync(host.Address);
        await page.EnterAsync(await House.LinkAsync(host, sample, "hannah.brightwater"));

        host.Clock.SetUtcNow(window.ClosesAt.AddSeconds(-1));
        await page.GotoAsync("/consultations/b-tech");
        await Assertions.Expect(page.Locator("main a.button[href$='participate/enter']")).ToBeVisibleAsync();
        await page.GotoAsync("/participate/focus-areas/1");
        await page.FillAsync("#Text", "A second too late.");

        host.Clock.SetUtcNow(window.ClosesAt);
        await page.PressAsync("continue");
        Assert.Equal("A second too late.", await page.InputValueAsync("[data-kept=Text]"));
        await MustBeSoundAsync(page);

        foreach (var language in new[] { Language.English, Language.Arabic })
        {
            foreach (var address in new[] { "/", "/consultations/b-tech", "/consultations/b-tech/paper", "/participate", "/participate/you", "/admin/windows/b-tech/3/close" })
            {
                await page.GotoAsync((language == Language.English ? "" : $"/{language.Code}") + address);
                Assert.Equal(0, await page.Locator("main a.button[href$='participate/enter']").CountAsync());
                await MustBeSoundAsync(page, language);
            }
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task EmptySite_SaysSoOnEveryPage()
    {
        await using var host = await House.StartSiteAsync();
        await host.WithAsync<SeedHouse>(async seed =>
        {
            await using var rooms = seed.Open(new SeedClock(host.Clock.GetUtcNow()));
            await rooms.Get<SeedStaff>().EnsureAsync(House.Password, false, default);
        });
        var page = await house.Browser.NewPersonAsync(host.Address);
        foreach (var name in new[] { "administrator", "moderator", "offers" })
        {
            await page.SignInAsync(name);
            foreach (var address in name switch
            {
                "administrator" => (string[])["/", "/ar", "/reports", "/ar/reports", "/admin", "/ar/admin", "/admin/audit"],
                "moderator" => ["/moderate", "/ar/moderate"],
                _ => ["/admin/offers", "/ar/admin/offers"],
            })
            {
                await page.GotoAsync(address);
                Assert.True(await page.Locator("main p").CountAsync() > 0, address);
                await MustBeSoundAsync(page, address.StartsWith("/ar", StringComparison.Ordinal) ? Language.Arabic : null);
            }
        }
        await page.Context.CloseAsync();
    }

    private static async Task MustBeSoundAsync(IPage page, Language? language = null)
    {
        string[] problems = [.. await Soundness.OfAsync(page, language ?? Language.English, isRefused: false), .. await Accessibility.ViolationsAsync(page), .. await Soundness.OfFittingAsync(page)];
        Assert.True(problems.Length == 0, $"{page.Url}:\n{string.Join('\n', problems)}");
    }
}
