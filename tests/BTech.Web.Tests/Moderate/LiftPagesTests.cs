using System.IO.Compression;
using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>The sample's draft on round 2 has points of one participant alone: from the question at a finding to the annex of the published report.</summary>
public sealed class LiftPagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Report = "/moderate/reports/2";

    [Fact]
    public async Task Findings_FromTheQuestionToTheAnnex()
    {
        using var team = await site.SignInAsync("moderator");
        using var clearance = await site.SignInAsync("clearance");
        using var anyone = site.Host.NewVisitor();
        var report = await team.GetAsync(Report);
        var items = report.Document.QuerySelectorAll("#check li").ToList();
        Assert.All(items.Where(item => item.TextContent.Contains("Can be lifted", StringComparison.Ordinal)), item => Assert.NotNull(item.QuerySelector("a[href*='/lift/']")));
        var never = items.Where(item => item.TextContent.Contains("Nobody can lift this", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(never);
        Assert.All(never, item => Assert.Null(item.QuerySelector("a[href*='/lift/']")));

        // The page shows the sentence and what could be inferred, and keeps what was written when it refuses.
        var link = report.Document.QuerySelectorAll("#check a[href*='/lift/']").Select(one => one.GetAttribute("href")!).ToList();
        Assert.Equal(4, link.Count);
        var asking = await team.GetAsync(link[0]);
        Assert.Contains("staff who raise the alarm", asking.Text, StringComparison.Ordinal);
        Assert.Contains("exactly one person said it", asking.Text, StringComparison.Ordinal);
        var refused = await team.SubmitAsync(asking, [("Category", "FalseAlarm"), ("Reason", "Too short")], form: "main form");
        Assert.Equal((HttpStatusCode.BadRequest, "Too short", "Reason"), (refused.Status, refused.Value("Reason"), Assert.Single(refused.InvalidFields)));
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Reason']"));
        Assert.NotNull(refused.Document.QuerySelector("input[value=FalseAlarm][checked]"));
        refused = await team.SubmitAsync(asking, [("Reason", LiftedReport.Why)], form: "main form");
        Assert.Equal((HttpStatusCode.BadRequest, LiftedReport.Why), (refused.Status, refused.Value("Reason")));
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Category']"));

        // Whatever is made up is refused and writes nothing.
        var hash = link[0][(link[0].LastIndexOf('-') + 1)..];
        foreach (var kind in new[] { "7", "21", "24", "33", "42" })
        {
            Assert.DoesNotContain("<textarea", (await team.GetAsync($"{Report}/lift/{kind}-{hash}")).Body, StringComparison.Ordinal);
            var forged = await team.PostAsync($"{Report}/lift/{kind}-{hash}", [asking.Token, new("Category", "Other"), new("Reason", LiftedReport.Why)]);
            Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
            Assert.Contains("It has to be mended", forged.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await team.PostAsync($"{Report}/lift/nothing", [asking.Token])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clearance.GetAsync(link[0])).Status);
        Assert.Null((await anyone.GetAsync(link[0])).Document.QuerySelector("#Reason"));
        Assert.Equal(0L, await RowsAsync());
        Assert.Equal(0L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry WHERE action = 'second person asked to let stand what the check stops at'"));

        // Asked, taken back, asked again; twice in two windows asks once.
        report = await team.SubmitAsync(asking, [("Category", "FalseAlarm"), ("Reason", LiftedReport.Why)], form: "main form");
        Assert.Contains("Asked for", report.Text, StringComparison.Ordinal);
        Assert.Contains("already", (await team.SubmitAsync(asking, [("Category", "FalseAlarm"), ("Reason", LiftedReport.Why)], form: "main form")).Text, StringComparison.Ordinal);
        Assert.Equal(1L, await RowsAsync());
        var takenBack = await team.SubmitAsync(report, form: "#check form[action$='handler=TakeBack']");
        Assert.DoesNotContain("Asked for", takenBack.Text, StringComparison.Ordinal);
        await team.SubmitAsync(report, form: "#check form[action$='handler=TakeBack']");
        Assert.Equal(1L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry WHERE action = 'request to the second person taken back'"));
        report = await LiftedReport.AskAsync(team, Report);
        report = await MendAsync(team, report);
        Assert.Contains("Waiting for clearance", (await team.SubmitAsync(report, form: "form[action$='handler=Submit']")).Text, StringComparison.Ordinal);

        // The editor sees the requests there and decides nothing.
        var own = await team.GetAsync($"{Report}/clearance");
        Assert.NotNull(own.Document.QuerySelector("#requests"));
        Assert.Null(own.Document.QuerySelector("#requests form"));
        var key = link[0][(link[0].LastIndexOf('/') + 1)..];
        foreach (var handler in new[] { "Agree", "Refuse" }) Assert.Equal(HttpStatusCode.NotFound, (await team.PostAsync($"{Report}/clearance?handler={handler}", [own.Token, new("key", key)])).Status);

        // Refused, the report can only go back.
        var review = await clearance.GetAsync($"{Report}/clearance");
        // Two of the four rested on background alone as well, and are gone with their requests.
        var requests = review.Document.QuerySelectorAll("#requests li").Length;
        Assert.InRange(requests, 1, 3);
        var request = review.Document.QuerySelector("#requests li")!.TextContent;
        foreach (var shown in new[] { "One participant", LiftedReport.Why, "What a reader could infer", "Asked for" }) Assert.Contains(shown, request, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clearance.PostAsync($"{Report}/clearance?handler=Agree", [review.Token, new("key", "nonsense")])).Status);
        review = await LiftedReport.DecideAsync(clearance, review, "Refuse");
        Assert.Equal(requests - 1, review.Document.QuerySelectorAll("#requests li").Length);
        review = await LiftedReport.AgreeAsync(clearance, Report);
        var blocked = await clearance.SubmitAsync(review, form: "form[action$='handler=Clear']");
        Assert.Equal(HttpStatusCode.BadRequest, blocked.Status);
        Assert.Contains("must be mended first", blocked.Text, StringComparison.Ordinal);
        await clearance.SubmitAsync(review, [("Note", "Say it once more.")], form: "form[action$='handler=SendBack']");

        report = await LiftedReport.AskAsync(team, Report);
        await team.SubmitAsync(report, form: "form[action$='handler=Submit']");
        review = await LiftedReport.AgreeAsync(clearance, Report);
        Assert.DoesNotContain("Asked for", review.Document.QuerySelector("#requests")!.TextContent, StringComparison.Ordinal);
        await clearance.SubmitAsync(review, form: "form[action$='handler=Clear']");
        await LiftedReport.LeaveOutCheckAsync(clearance, Report);
        Assert.Contains("The report is public", (await team.SubmitAsync(await team.GetAsync(Report), form: "form[action$='handler=Publish']")).Text, StringComparison.Ordinal);

        // Every format has the annex and no word of the reason; audit and record have who and why apart.
        using var word = new ZipArchive(new MemoryStream(await anyone.Http.GetByteArrayAsync(new Uri("/reports/2.docx", UriKind.Relative))));
        using var document = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        var bodies = new List<string> { await document.ReadToEndAsync() };
        foreach (var address in new[] { "/reports/2", "/reports/2.html", "/reports/2.md", "/reports/2.json" }) bodies.Add((await anyone.GetAsync(address)).Body);
        foreach (var body in bodies)
        {
            Assert.Contains("Annex: disclosure decisions", body, StringComparison.Ordinal);
            Assert.Contains("Nobody can be recognised by it: fewer than five decisions", body, StringComparison.Ordinal);
            Assert.DoesNotContain(LiftedReport.Why, body, StringComparison.Ordinal);
        }
        Assert.Equal(requests, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM record.lifting WHERE is_agreed"));
        Assert.Equal(requests, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry WHERE action = 'agreed to what the check stops at' AND subject = 'report 2 version 1'"));
        Assert.Equal(1L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry WHERE action = 'refused what the check stops at'"));
        Assert.Equal(0L, await site.Host.Database.AskAsync<long>($"SELECT count(*) FROM team.audit_entry WHERE to_jsonb(audit_entry)::text LIKE '%{LiftedReport.Why}%'"));
        Assert.Equal(["category", "hash", "is_agreed", "kind", "reason", "report_id"], await site.Host.Database.ListAsync("SELECT column_name FROM information_schema.columns WHERE table_schema = 'record' AND table_name = 'lifting' ORDER BY 1"));
    }

    // What nobody can lift is taken out.
    private static async Task<VisitedPage> MendAsync(FormClient team, VisitedPage report)
    {
        for (var turns = 0; turns < 20 && report.Document.QuerySelectorAll("#check li").FirstOrDefault(item => item.TextContent.Contains("Nobody can lift this", StringComparison.Ordinal)) is { } item; turns++)
        {
            var address = item.QuerySelector("a")!.GetAttribute("href")!;
            var section = await team.GetAsync(address);
            await team.PostAsync($"{section.Address.AbsolutePath}?handler=Remove", [section.Token, new("statement", new Uri(section.Address, address).Fragment.TrimStart('#')[2..])]);
            report = await team.GetAsync(Report);
        }
        return report;
    }

    private Task<long> RowsAsync() => site.Host.Database.AskAsync<long>("SELECT count(*) FROM record.lifting");
}
