using BTech.Languages;
using BTech.Team.Roles;
using BTech.Testing;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>The pages of a second coder once there is something on them, which takes a task and a second person, and so is looked at here and not among the other sights.</summary>
public sealed class SecondCoderPageTests(House house)
{
    [Fact]
    public async Task SecondCoder_AtEveryStep_IsSoundWideNarrowAndRightToLeft()
    {
        var sample = await house.NewSampleAsync();
        var member = await house.Host.AddStaffAsync("second-coder", null, StaffRole.Moderator);
        var task = $"/moderate/windows/{sample.Consultation}/2/second-coder";
        var page = await house.NewPersonAsync();
        await page.SignInAsync("second-coder");
        var problems = new List<string>();

        await page.GotoAsync(task);
        await page.AskSecondCoderAsync(member.Id);
        await LookAsync("a task");
        await page.Locator("#mine a.button").FollowAsync();
        await LookAsync("an input coded blind");
        await page.CodeBlindAsync();
        await page.GotoAsync($"{task}/agreement");
        await LookAsync("agreement");
        await page.GotoAsync($"/ar{task}/agreement");
        await LookAsync("agreement in Arabic", Language.Arabic);
        await page.GotoAsync($"{task}/disputes");
        await LookAsync("disputes");
        await page.Locator("[data-disputes] form button").First.FollowAsync(isRefused: true);
        await LookAsync("a dispute, refused", isRefused: true);
        await page.GotoAsync($"/ar{task}/disputes");
        await LookAsync("disputes in Arabic", Language.Arabic);
        await page.GotoAsync($"{task}/disputes");
        await page.Locator("[data-disputes] [name=How]").First.CheckAsync();
        await page.Locator("[data-disputes] form button").First.FollowAsync();
        await page.GotoAsync($"{task}/disputes?show=settled");
        await LookAsync("settled");
        await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));

        async Task LookAsync(string where, Language? language = null, bool isRefused = false)
        {
            problems.AddRange((await Soundness.OfAsync(page, language ?? Language.English, isRefused)).Select(problem => $"{where}: {problem}"));
            problems.AddRange((await (language is null ? Accessibility.ViolationsAsync(page) : Accessibility.ViolationsButContrastAsync(page))).Select(problem => $"{where}: {problem}"));
            problems.AddRange((await Soundness.OfFittingAsync(page)).Select(problem => $"{where}: {problem}"));
        }
    }
}
