using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>The sample's draft report on round 2, from what the check finds to the public and back offline.</summary>
public sealed class ReportLifeTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Report = "/moderate/reports/2";

    [Fact]
    public async Task Report_FromDraftToPublicAndOffline()
    {
        using var team = await site.SignInAsync("moderator");
        using var clearance = await site.SignInAsync("clearance");
        using var anyone = site.Host.NewVisitor();

        // What the check still finds in the sample's draft is mended first.
        var report = await team.GetAsync(Report);
        var blocked = await team.SubmitAsync(report, form: "form[action$='handler=Submit']");
        Assert.Equal(HttpStatusCode.BadRequest, blocked.Status);
        Assert.Contains("must be mended first", blocked.Text, StringComparison.Ordinal);
        for (var turns = 0; turns < 20 && Blocking(report) is { } address; turns++)
        {
            var section = await team.GetAsync(address);
            var statement = section.Document.GetElementById(new Uri(section.Address, address).Fragment.TrimStart('#'))!;
            await team.PostAsync($"{section.Address.AbsolutePath}?handler=Remove", [section.Token, new("statement", statement.Id![2..])]);
            report = await team.GetAsync(Report);
        }
        Assert.Null(Blocking(report));

        // Of the offers only bands pass into it.
        var nextSteps = await team.SubmitAsync(await team.GetAsync(await SectionAsync(team, "Next Steps")), form: "form[action$='handler=Offers']");
        Assert.Contains("to host a meeting (two to four people)", nextSteps.Text, StringComparison.Ordinal);
        Assert.Null(Blocking(report = await team.GetAsync(Report)));

        var handedOver = await team.SubmitAsync(report, form: "form[action$='handler=Submit']");
        Assert.Contains("Waiting for clearance", handedOver.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync((await SectionAsync(team, "Focus Area 3")) + "/key-point")).Status);
        Assert.Contains("A person with the role", (await team.GetAsync($"{Report}/clearance")).Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await team.PostAsync($"{Report}/clearance?handler=Clear", [handedOver.Token])).Status);

        var review = await clearance.GetAsync($"{Report}/clearance");
        var noteMissing = await clearance.SubmitAsync(review, [("Note", " ")], form: "form[action$='handler=SendBack']");
        Assert.Equal((HttpStatusCode.BadRequest, "Note"), (noteMissing.Status, Assert.Single(noteMissing.InvalidFields)));
        await clearance.SubmitAsync(review, form: "form[action$='handler=Clear']");
        var cleared = await team.GetAsync(Report);
        Assert.Contains("The report is cleared", cleared.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/reports/2")).Status);
        var published = await team.SubmitAsync(cleared, form: "form[action$='handler=Publish']");
        Assert.Contains("The report is public", published.Text, StringComparison.Ordinal);

        var page = await anyone.GetAsync("/reports/2");
        Assert.Equal((HttpStatusCode.OK, "Summary Report"), (page.Status, page.Heading));
        Assert.Contains("How to read this report", page.Text, StringComparison.Ordinal);
        Assert.Contains("to host a meeting (two to four people)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("contributors of", page.Text, StringComparison.Ordinal);
        // Submissions on the record stand apart; the report and its files lead there.
        Assert.NotNull(page.Document.QuerySelector("article a[href$='/consultations/b-tech/submissions']"));
        Assert.NotNull(page.Document.QuerySelector("section.panel a[href$='/consultations/b-tech/submissions']"));
        Assert.Contains("/consultations/b-tech/submissions", (await anyone.GetAsync("/reports/2.md")).Body, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (await anyone.GetAsync("/reports/2.docx")).ContentHeaders.ContentType!.MediaType);
        Assert.Equal("application/pdf", (await anyone.GetAsync("/reports/2.pdf")).ContentHeaders.ContentType!.MediaType);
        Assert.Contains("# Summary Report", (await anyone.GetAsync("/reports/2.md")).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/reports/77")).Status);
        await clearance.SubmitAsync(await clearance.GetAsync(Report), form: "form[action$='handler=Withdraw']");
        // Public pages may be kept for a moment; after it nobody finds the text anywhere.
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var address in new[] { "/reports/2", "/reports/2.docx", "/reports/2.pdf", "/reports/2.md", "/reports/2.json" })
            Assert.Equal(HttpStatusCode.Gone, (await anyone.GetAsync(address)).Status);
        Assert.DoesNotContain("/reports/2\"", (await anyone.GetAsync("/reports")).Body, StringComparison.Ordinal);
    }

    private static string? Blocking(VisitedPage report) => report.Document.QuerySelectorAll("#check h3")
        .FirstOrDefault(heading => heading.TextContent == "To be mended first")?.NextElementSibling!.QuerySelector("a")!.GetAttribute("href");

    private static async Task<string> SectionAsync(FormClient team, string heading) => (await team.GetAsync(Report)).Document.QuerySelectorAll("main a")
        .First(link => link.TextContent.StartsWith(heading, StringComparison.Ordinal)).GetAttribute("href")!;
}
