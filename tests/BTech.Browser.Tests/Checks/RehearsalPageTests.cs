using BTech.Languages;
using BTech.Web.Operations;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>
/// The pages of a rehearsal as it is played: they change what the site shows, so they are looked at here and not among the other sights. Takes the
/// administrators' guide's picture; <c>docs/images/take.sh</c> keeps it.
/// </summary>
public sealed class RehearsalPageTests(House house)
{
    private const int LargestFile = 200_000;

    [Fact]
    public async Task Rehearsal_AtEveryStep_IsSoundWideNarrowAndRightToLeft()
    {
        // A consultation of its own, beside the one that others look at.
        var sample = await house.NewSampleAsync();
        var steps = $"/admin/consultations/{sample.Consultation}/rehearsal";
        var round = $"/admin/windows/{sample.Consultation}-rehearsal/1";
        var page = await house.NewPersonAsync();
        await page.SignInAsync("administrator");
        var problems = new List<string>();

        await page.GotoAsync(steps);
        await LookAsync("before it");
        await page.FillAsync("#Minutes", "5");
        await page.Locator("main form button").FollowAsync(isRefused: true);
        await LookAsync("refused", isRefused: true);
        await page.FillAsync("#Minutes", "60");
        await page.Locator("main form button").FollowAsync();
        await LookAsync("started");
        await page.GotoAsync($"{round}/open");
        await LookAsync("its opening");
        await page.Locator("input[value=accepted]").CheckAsync();
        await page.SignAsync("administrator2");
        await page.GotoAsync(steps);
        await page.Locator("form[action*=Write] button").FollowAsync();
        await TakeAsync(page);
        await page.Locator("form[action*=Links] button").FollowAsync();
        await LookAsync("links");
        var link = await page.Locator("#links a").First.GetAttributeAsync("href");
        await page.GotoAsync($"/ar{steps}");
        await LookAsync("in Arabic", Language.Arabic);
        await page.GotoAsync($"{steps}/remove");
        await LookAsync("its removal");
        await page.FillAsync("#Typed", "something else");
        await page.Locator("main form button").FollowAsync(isRefused: true);
        await LookAsync("its removal, refused", isRefused: true);

        var participant = await house.NewPersonAsync(width: 390);
        await participant.EnterAsync(link!);
        Assert.Equal(1, await participant.Locator("[data-rehearsal]").CountAsync());
        await participant.Context.CloseAsync();

        await page.FillAsync("#Typed", sample.Consultation!);
        await page.Locator("main form button").FollowAsync();
        Assert.Contains("found nothing of it", await page.Locator("main [role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await LookAsync("removed");
        await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));

        async Task LookAsync(string where, Language? language = null, bool isRefused = false)
        {
            problems.AddRange((await Soundness.OfAsync(page, language ?? Language.English, isRefused)).Select(problem => $"{where}: {problem}"));
            problems.AddRange((await Accessibility.ViolationsAsync(page)).Select(problem => $"{where}: {problem}"));
            problems.AddRange((await Soundness.OfFittingAsync(page)).Select(problem => $"{where}: {problem}"));
        }
    }

    private static async Task TakeAsync(IPage page)
    {
        var taken = Path.Combine(Path.GetTempPath(), $"rehearsal-{Guid.NewGuid():N}.png");
        try
        {
            // All steps in one picture.
            await page.SetViewportSizeAsync(1000, 1150);
            await page.EvaluateAsync("document.fonts.ready.then(() => true)");
            await page.EvaluateAsync("() => document.querySelector('[data-steps]').previousElementSibling.scrollIntoView()");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = taken });
            Assert.InRange(new FileInfo(taken).Length, 1, LargestFile);
            if (Environment.GetEnvironmentVariable("PICTURES") is { } kept) File.Copy(taken, Path.Combine(kept, "rehearsal.png"), overwrite: true);
        }
        finally
        {
            File.Delete(taken);
        }
    }
}
