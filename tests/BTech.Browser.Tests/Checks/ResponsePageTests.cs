using BTech.Agenda.Comparing;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Languages;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Responses;
using BTech.Testing;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>What was heard and what was changed, which is there only once responses are released, and so is looked at here and not among the other sights.</summary>
public sealed class ResponsePageTests(House house)
{
    [Fact]
    public async Task Heard_OnceReleased_IsSoundWideNarrowAndRightToLeft()
    {
        var sample = await house.NewSampleAsync();
        var number = await ReleaseAsync(sample.Consultation);
        var page = await house.NewPersonAsync();
        var problems = new List<string>();
        foreach (var language in new[] { Language.English, Language.Arabic, Language.Chinese })
        {
            await page.GotoAsync($"{(language == Language.English ? "" : "/" + language.Code)}/reports/{number}/heard");
            problems.AddRange((await Soundness.OfAsync(page, language, isRefused: false)).Select(problem => $"{language.Code}: {problem}"));
            problems.AddRange((await (language == Language.English ? Accessibility.ViolationsAsync(page) : Accessibility.ViolationsButContrastAsync(page))).Select(problem => $"{language.Code}: {problem}"));
            problems.AddRange((await Soundness.OfFittingAsync(page)).Select(problem => $"{language.Code}: {problem}"));
        }
        await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<int> ReleaseAsync(string slug)
    {
        var consultation = (await house.Host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync(slug, default)))!;
        var number = (await house.Host.WithAsync<SummaryReports, IReadOnlyList<SummaryReport>>(reports => reports.PublishedAsync(default))).First(one => one.ConsultationId == consultation.Id).Number;
        var report = (await house.Host.WithAsync<SummaryReports, PublicReport>(reports => reports.PublicAsync(number, default))).Report!;
        var commented = (await house.Host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(consultation.Id, 1, default)))!;
        var paper = await house.Host.WithAsync<PaperChanges, PaperSince>(changes => changes.SinceAsync(commented.Id, default));
        foreach (var (point, index) in report.Statements().OfType<KeyPoint>().Select((point, index) => (point, index)))
            await house.Host.WithAsync<Record.Responses.Responses, ResponseResult>(responses => responses.SaveAsync(
                report, point.LineageId, new ResponseDraft((Disposition)(1 + (index % 4)), "The paragraph on scope says so in this version.", 2, 1 + (index % 3)), null, paper, default));
        var seen = ResponseRelease.SeenOf((await house.Host.WithAsync<Record.Responses.Responses, IReadOnlyDictionary<Guid, Response>>(responses => responses.OfReportAsync(number, default))).Values);
        Assert.Equal(ResponseResult.Done, await house.Host.WithAsync<ResponseRelease, ResponseResult>(release => release.ReleaseAsync(report, consultation, LintSources.Nobody, paper, seen, () => Task.CompletedTask, default)));
        return number;
    }
}
