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
        // What one participant said alone is for the second person to let stand.
        report = await LiftedReport.AskAsync(team, Report);
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
        var notAgreed = await clearance.SubmitAsync(review, form: "form[action$='handler=Clear']");
        Assert.Equal(HttpStatusCode.BadRequest, notAgreed.Status);
        Assert.Contains("who has not agreed yet", notAgreed.Text, StringComparison.Ordinal);
        await clearance.SubmitAsync(await LiftedReport.AgreeAsync(clearance, Report), form: "form[action$='handler=Clear']");
        var cleared = await team.GetAsync(Report);
        Assert.Contains("The report is cleared", cleared.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/reports/2")).Status);
        // A publication that is refused freezes no list, and what an attempt that was cut off froze is let go: somebody may have changed their mind since.
        var point = await site.Host.Database.AskAsync<Guid>("SELECT key_point_id FROM record.evidence LIMIT 1");
        var rung = await site.Host.Database.AskAsync<string>($"SELECT attribution FROM record.statement WHERE id = '{point}'");
        await site.Host.Database.ExecuteAsync($"UPDATE record.statement SET attribution = NULL WHERE id = '{point}'");
        var refused = await team.SubmitAsync(cleared, form: "form[action$='handler=Publish']");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(0L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM people.listed_line WHERE report_number = 2"));
        await site.Host.Database.ExecuteAsync($"UPDATE record.statement SET attribution = '{rung}' WHERE id = '{point}'");
        await site.Host.Database.ExecuteAsync("INSERT INTO people.listed_line (report_number, version, \"order\", group_label, name, role) VALUES (2, 1, 1, 'companies', 'Somebody Who Said No', 'Role')");
        var notAsked = await team.SubmitAsync(cleared, form: "form[action$='handler=Publish']");
        Assert.Equal(HttpStatusCode.BadRequest, notAsked.Status);
        Assert.Contains("have not been asked yet", notAsked.Text, StringComparison.Ordinal);
        await LiftedReport.LeaveOutCheckAsync(clearance, Report);
        var published = await team.SubmitAsync(cleared, form: "form[action$='handler=Publish']");
        Assert.Contains("The report is public", published.Text, StringComparison.Ordinal);

        var page = await anyone.GetAsync("/reports/2");
        Assert.Equal((HttpStatusCode.OK, "Summary Report"), (page.Status, page.Heading));
        Assert.Contains("How to read this report", page.Text, StringComparison.Ordinal);
        Assert.Contains("Annex: disclosure decisions", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody Who Said No", page.Text, StringComparison.Ordinal);
        Assert.Contains("to host a meeting (two to four people)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("contributors of", page.Text, StringComparison.Ordinal);
        Evidence(page, (await anyone.GetAsync("/reports/2.json")).Body);
        // Submissions on the record stand apart; the report and its files lead there.
        Assert.NotNull(page.Document.QuerySelector("article a[href$='/consultations/b-tech/submissions']"));
        Assert.NotNull(page.Document.QuerySelector("section.panel a[href$='/consultations/b-tech/submissions']"));
        Assert.Contains("/consultations/b-tech/submissions", (await anyone.GetAsync("/reports/2.md")).Body, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (await anyone.GetAsync("/reports/2.docx")).ContentHeaders.ContentType!.MediaType);
        Assert.Equal("application/pdf", (await anyone.GetAsync("/reports/2.pdf")).ContentHeaders.ContentType!.MediaType);
        Assert.Contains("# Summary Report", (await anyone.GetAsync("/reports/2.md")).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/reports/77")).Status);
        await CorrectAsync(team, clearance, anyone);
        await WithdrawAsync(team, clearance, anyone);
    }

    // Each statement by participants has a line in the annex, found from its section and leading back to it.
    private static void Evidence(VisitedPage page, string file)
    {
        var lines = page.Document.QuerySelectorAll("#behind, table.behind tbody tr").Where(one => one.LocalName == "tr").ToList();
        using var json = System.Text.Json.JsonDocument.Parse(file);
        var told = json.RootElement.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("blocks").EnumerateArray()).SelectMany(block => block.GetProperty("statements").EnumerateArray())
            .Where(statement => statement.GetProperty("voice").GetString() == "input").Select(statement => statement.GetProperty("evidence")).ToList();
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Count, told.Count);
        foreach (var (line, told1) in lines.Zip(told))
        {
            var sentence = page.Document.GetElementById(line.QuerySelector("th a")!.GetAttribute("href")![1..]);
            Assert.Equal(line.QuerySelector("th")!.TextContent, sentence!.TextContent);
            Assert.Equal(told1.GetProperty("participants").GetString() switch { "two" => "two or more", "five" => "five or more", "ten" => "ten or more", _ => "not told" }, line.QuerySelector("td")!.TextContent);
        }
        Assert.All(page.Document.QuerySelectorAll(".to-behind a"), link => Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!)));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".to-behind a"));
        Assert.NotNull(page.Document.QuerySelector(".contents a[href='#behind']"));
    }

    // Version 2 with a note; version 1 stays under its own address.
    private async Task CorrectAsync(FormClient team, FormClient clearance, FormClient anyone)
    {
        var first = (await anyone.GetAsync("/reports/2.md")).Body;
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/reports/2/v2")).Status);
        Assert.Null((await clearance.GetAsync($"{Report}/versions")).Document.QuerySelector("form[action$='handler=Begin']"));
        var versions = await team.GetAsync($"{Report}/versions");
        Assert.Null(versions.Document.QuerySelector("form[action$='handler=Withdraw']"));
        var draft = await team.SubmitAsync(versions, form: "form[action$='handler=Begin']");
        Assert.Contains("Version 2", draft.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await team.SubmitAsync(versions, form: "form[action$='handler=Begin']")).Status);

        // Dropped, and begun again.
        versions = await team.GetAsync($"{Report}/versions");
        Assert.Contains("Version 1", (await team.SubmitAsync(versions, form: "form[action$='handler=Drop']")).Text, StringComparison.Ordinal);
        draft = await team.SubmitAsync(await team.GetAsync($"{Report}/versions"), form: "form[action$='handler=Begin']");
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/reports/2/v2")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await team.SubmitAsync(draft, form: "form[action$='handler=Submit']")).Status);
        // What is missing is asked for where it is written.
        Assert.NotNull(draft.Document.QuerySelector("#check a[href$='/reports/2#correction']"));
        Assert.NotNull(draft.Document.QuerySelector("#correction textarea"));
        // A published phrase is offered again and no other, as nobody behind the point has changed.
        var section = await team.GetAsync(await SectionAsync(team, "Focus Area 3"));
        var kept = await team.GetAsync(section.Document.QuerySelector("main a[href*='/key-point/']")!.GetAttribute("href")!);
        Assert.Contains("so it stays", kept.Text, StringComparison.Ordinal);
        Assert.Single(kept.Document.QuerySelectorAll("input[name=Attribution]"));
        var empty = await team.SubmitAsync(draft, [("CorrectionNote", " ")], form: "form[action$='handler=Correction']");
        Assert.Equal((HttpStatusCode.BadRequest, "CorrectionNote"), (empty.Status, Assert.Single(empty.InvalidFields)));
        draft = await team.SubmitAsync(draft, [("CorrectionNote", "The date of the webinar was wrong.")], form: "form[action$='handler=Correction']");
        await team.SubmitAsync(draft, form: "form[action$='handler=Submit']");
        var review = await clearance.GetAsync($"{Report}/clearance");
        Assert.Contains("The date of the webinar was wrong.", review.Text, StringComparison.Ordinal);
        // What was agreed to for version 1 is asked for anew.
        Assert.Equal(HttpStatusCode.BadRequest, (await clearance.SubmitAsync(review, form: "form[action$='handler=Clear']")).Status);
        await clearance.SubmitAsync(await LiftedReport.AgreeAsync(clearance, Report), form: "form[action$='handler=Clear']");
        Assert.DoesNotContain("The date of the webinar", (await anyone.GetAsync("/reports/2")).Text, StringComparison.Ordinal);
        await team.SubmitAsync(await team.GetAsync(Report), form: "form[action$='handler=Publish']");

        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        var newest = await anyone.GetAsync("/reports/2");
        Assert.Contains("What was corrected in this version", newest.Text, StringComparison.Ordinal);
        Assert.Contains("The date of the webinar was wrong.", newest.Text, StringComparison.Ordinal);
        Assert.NotNull(newest.Document.QuerySelector("main a[href$='/reports/2/v1']"));
        Assert.Equal(newest.Document.QuerySelector("article")!.TextContent, (await anyone.GetAsync("/reports/2/v2")).Document.QuerySelector("article")!.TextContent);
        var old = await anyone.GetAsync("/reports/2/v1");
        Assert.NotNull(old.Document.QuerySelector("#superseded a[href$='/reports/2']"));
        Assert.NotNull(old.Document.QuerySelector("main a[href$='/reports/2/v1.docx']"));
        Assert.DoesNotContain("The date of the webinar", old.Text, StringComparison.Ordinal);
        Assert.Equal(first, (await anyone.GetAsync("/reports/2/v1.md")).Body);
        foreach (var format in new[] { "md", "html", "json" })
            Assert.Contains("The date of the webinar was wrong.", (await anyone.GetAsync($"/reports/2.{format}")).Body, StringComparison.Ordinal);
        Assert.Single((await anyone.GetAsync("/reports")).Document.QuerySelectorAll("main a[href$='/reports/2']"));

        // Were the version before withdrawn now, the note would tell why: page and files leave it out.
        await site.Host.Database.ExecuteAsync("UPDATE record.summary_report SET status = 5 WHERE number = 2 AND version = 1");
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var address in new[] { "/reports/2", "/reports/2/v2", "/reports/2.md", "/reports/2/v2.json" })
        {
            var without = await anyone.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, without.Status);
            Assert.DoesNotContain("The date of the webinar was wrong.", without.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("What was corrected", without.Body, StringComparison.Ordinal);
        }
        await site.Host.Database.ExecuteAsync("UPDATE record.summary_report SET status = 4 WHERE number = 2 AND version = 1");
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
    }

    // Offline at once; version 1 does not come back in its place; a second person confirms, or is late.
    private async Task WithdrawAsync(FormClient team, FormClient clearance, FormClient anyone)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await team.PostAsync($"{Report}/versions?handler=Withdraw", [(await team.GetAsync(Report)).Token, new("Versions", "2")])).Status);
        var versions = await clearance.GetAsync($"{Report}/versions");
        Assert.Equal(["2", "1"], versions.Document.QuerySelectorAll("input[name=Versions][checked]").Select(box => box.GetAttribute("value")));
        var none = await clearance.PostAsync($"{Report}/versions?handler=Withdraw", [versions.Token]);
        Assert.Equal((HttpStatusCode.BadRequest, 1), (none.Status, none.Document.QuerySelectorAll("#Versions-error").Length));
        Assert.Equal(HttpStatusCode.BadRequest, (await clearance.PostAsync($"{Report}/versions?handler=Withdraw", [versions.Token, new("Versions", "7")])).Status);
        Assert.Equal(0L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.report_withdrawal WHERE report_number = 2"));
        // A note that a stop had left is of whoever does it now, from now on.
        await site.Host.Database.ExecuteAsync("INSERT INTO team.report_withdrawal (report_number, version, window_id, withdrawn_by_id, withdrawn_at) SELECT number, version, window_id, gen_random_uuid(), '2020-01-01' FROM record.summary_report WHERE number = 2 AND version = 2");
        await clearance.PostAsync($"{Report}/versions?handler=Withdraw", [versions.Token, new("Versions", "2")]);
        // Public pages may be kept for a moment; after it nobody finds the text anywhere.
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var address in new[] { "/reports/2", "/reports/2.docx", "/reports/2.pdf", "/reports/2.md", "/reports/2.json", "/reports/2/v2", "/reports/2/v2.docx", "/reports/2/v2.pdf", "/reports/2/v2.html" })
            Assert.Equal(HttpStatusCode.Gone, (await anyone.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await anyone.GetAsync("/reports/2/v1")).Status);
        Assert.Null((await anyone.GetAsync("/reports/2/v1")).Document.QuerySelector("#superseded a"));
        Assert.DoesNotContain("/reports/2\"", (await anyone.GetAsync("/reports")).Body, StringComparison.Ordinal);

        // Whoever withdrew it does not confirm it.
        versions = await clearance.GetAsync($"{Report}/versions");
        Assert.Null(versions.Document.QuerySelector("form[action$='handler=Confirm']"));
        Assert.Equal(HttpStatusCode.BadRequest, (await clearance.PostAsync($"{Report}/versions?handler=Confirm", [versions.Token])).Status);
        Assert.DoesNotContain("more than 24 hours ago", (await team.GetAsync(Report)).Text, StringComparison.Ordinal);
        // The second person reads what was taken away, with the list it had; nobody else does.
        var opened = await team.GetAsync($"{Report}/versions");
        var taken = await team.GetAsync(opened.Document.QuerySelector("main a[href*='/preview?version=2']")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, 1), (taken.Status, taken.Document.QuerySelectorAll("article.report").Length));
        Assert.Contains("Version 2 was withdrawn", taken.Text, StringComparison.Ordinal);
        Assert.Contains("The date of the webinar was wrong.", taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("This is how the report will look", taken.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync($"{Report}/preview?version=9")).Status);
        var outside = await anyone.GetAsync($"{Report}/preview?version=2");
        Assert.Null(outside.Document.QuerySelector("article.report"));
        Assert.DoesNotContain("The date of the webinar was wrong.", outside.Body, StringComparison.Ordinal);
        await clearance.PostAsync($"{Report}/versions?handler=Withdraw", [versions.Token, new("Versions", "1")]);
        // Confirmed is what was on the page when it was opened, and nothing that went since.
        Assert.Equal(["2"], opened.Document.QuerySelectorAll("form[action$='handler=Confirm'] input[name=Versions]").Select(one => one.GetAttribute("value")));
        await team.SubmitAsync(opened, form: "form[action$='handler=Confirm']");
        Assert.Equal(["1"], await site.Host.Database.ListAsync("SELECT version FROM team.report_withdrawal WHERE report_number = 2 AND confirmed_by_id IS NULL"));
        Assert.Equal(["report 2 version 2"], await site.Host.Database.ListAsync("SELECT subject FROM team.audit_entry WHERE action = 'withdrawal of a report confirmed'"));
        // What is noted on a version that can be read, because something stopped before it went, is nothing to confirm and nobody is late with it.
        await site.Host.Database.ExecuteAsync("INSERT INTO team.report_withdrawal (report_number, version, window_id, withdrawn_by_id, withdrawn_at) SELECT report_number, 7, window_id, withdrawn_by_id, withdrawn_at - interval '9 days' FROM team.report_withdrawal WHERE version = 1");
        foreach (var address in new[] { Report, "/moderate" }) Assert.DoesNotContain("more than 24 hours ago", (await team.GetAsync(address)).Text, StringComparison.Ordinal);
        await team.PostAsync($"{Report}/versions?handler=Confirm", [opened.Token, new("Versions", "7")]);
        Assert.Equal(["1", "7"], await site.Host.Database.ListAsync("SELECT version FROM team.report_withdrawal WHERE report_number = 2 AND confirmed_by_id IS NULL ORDER BY 1"));
        await site.Host.Database.ExecuteAsync("DELETE FROM team.report_withdrawal WHERE version = 7");
        Assert.Equal(HttpStatusCode.Gone, (await anyone.GetAsync("/reports/2/v1.md")).Status);
        await site.Host.Database.ExecuteAsync("UPDATE team.report_withdrawal SET withdrawn_at = withdrawn_at - interval '25 hours'");
        Assert.Contains("more than 24 hours ago", (await team.GetAsync(Report)).Text, StringComparison.Ordinal);
        Assert.Contains("more than 24 hours ago", (await team.GetAsync("/moderate")).Text, StringComparison.Ordinal);
        versions = await team.GetAsync($"{Report}/versions");
        Assert.Contains("Overdue", versions.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Overdue", (await team.SubmitAsync(versions, form: "form[action$='handler=Confirm']")).Text, StringComparison.Ordinal);
        Assert.Equal(2L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry WHERE action = 'report withdrawn' AND subject IN ('report 2 version 1', 'report 2 version 2')"));
        // The record of what was said knows no time and no person of it.
        Assert.Equal(0L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'record' AND column_name LIKE '%withdrawn%'"));

        var anew = await team.SubmitAsync(await team.GetAsync($"{Report}/versions"), form: "form[action$='handler=Begin']");
        Assert.Contains("Version 3", anew.Text, StringComparison.Ordinal);
        Assert.Null(anew.Document.QuerySelector("#correction"));
        Assert.Equal(HttpStatusCode.Gone, (await anyone.GetAsync("/reports/2")).Status);
    }

    private static string? Blocking(VisitedPage report) => report.Document.QuerySelectorAll("#check h3")
        .FirstOrDefault(heading => heading.TextContent == "To be mended first")?.NextElementSibling!.QuerySelector("a")!.GetAttribute("href");

    private static async Task<string> SectionAsync(FormClient team, string heading) => (await team.GetAsync(Report)).Document.QuerySelectorAll("main a")
        .First(link => link.TextContent.StartsWith(heading, StringComparison.Ordinal)).GetAttribute("href")!;
}
