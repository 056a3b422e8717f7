using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.DraftChecks;
using BTech.Record.Reports;
using BTech.Testing;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>The participants' check of a draft, whose pages are there only while one runs, and so are looked at here and not among the other sights.</summary>
public sealed class DraftCheckPageTests(House house)
{
    [Fact]
    public async Task Draft_FromTheCodeToTheAnswer_IsSoundWideNarrowAndRightToLeft()
    {
        var sample = await house.NewSampleAsync();
        var code = await BeginAsync(sample.Consultation);
        var page = await house.NewPersonAsync();
        var problems = new List<string>();
        foreach (var language in new[] { Language.English, Language.Arabic, Language.Chinese })
        {
            await page.GotoAsync($"{(language == Language.English ? "" : "/" + language.Code)}/consultations/{sample.Consultation}/draft");
            await page.Locator("main form button").FollowAsync(isRefused: true);
            await LookAsync("no code", isRefused: true);
            await page.FillAsync("#Code", code);
            await page.Locator("main form button").FollowAsync();
            await LookAsync("draft");
            await page.Locator("article a.at").Nth(3).FollowAsync();
            await LookAsync("sentence");
            await page.Locator("main form button").FollowAsync(isRefused: true);
            await LookAsync("sentence refused", isRefused: true);
            await page.Locator("input[value=Recognisable]").CheckAsync();
            await page.Locator("main form button").FollowAsync();
            await LookAsync("kept");
            await page.Locator("main a.button").FollowAsync();
            Assert.EndsWith("#s-4", page.Url, StringComparison.Ordinal);

            async Task LookAsync(string what, bool isRefused = false)
            {
                problems.AddRange((await Soundness.OfAsync(page, language, isRefused)).Select(problem => $"{language.Code} {what}: {problem}"));
                problems.AddRange((await (language == Language.English ? Accessibility.ViolationsAsync(page) : Accessibility.ViolationsButContrastAsync(page))).Select(problem => $"{language.Code} {what}: {problem}"));
                problems.AddRange((await Soundness.OfFittingAsync(page)).Select(problem => $"{language.Code} {what}: {problem}"));
            }
        }
        await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<string> BeginAsync(string slug)
    {
        var consultation = (await house.Host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync(slug, default)))!;
        var report = await house.Host.Database.AskAsync<Guid>($"SELECT id FROM record.summary_report WHERE consultation_id = '{consultation.Id}' AND NOT is_meeting");
        await house.Host.Database.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.Cleared} WHERE id = '{report}'");
        Assert.Equal(CheckResult.Done, await house.Host.WithAsync<DraftChecks, CheckResult>(checks => checks.BeginAsync(report, CheckDays.Usual, default)));
        return (await house.Host.WithAsync<DraftChecks, DraftCheck?>(checks => checks.FindAsync(report, default)))!.Code!;
    }
}
