using System.Net;
using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Record.Reports;
using BTech.Record.Responses;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Moderate;

/// <summary>What the team answers to the sample's published report, from the first form to the public page and offline with the report.</summary>
public sealed class ResponsePagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Responses = "/moderate/reports/1/responses";
    private const string Heard = "/reports/1/heard";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Responses_FromTheFirstFormToThePublicAndOffline()
    {
        using var team = await site.SignInAsync("moderator");
        using var anyone = site.Host.NewVisitor();
        // As if there were no such report.
        var (before, unknown) = (await anyone.GetAsync(Heard), await anyone.GetAsync("/reports/77/heard"));
        Assert.Equal((HttpStatusCode.NotFound, unknown.Status, unknown.Text), (before.Status, before.Status, before.Text));
        Assert.Null((await anyone.GetAsync("/reports/1")).Document.QuerySelector("#heard"));
        Assert.DoesNotContain("/heard", (await anyone.GetAsync("/consultations/b-tech/paper/compare/1/2")).Body, StringComparison.Ordinal);

        var page = await team.GetAsync(Responses);
        var points = await LineagesAsync();
        Assert.Equal(points.Count, page.Document.QuerySelectorAll("form[action*='handler=Save']").Length);
        Assert.Contains($"Points with a response: 0 of {points.Count}", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Release']"));
        await RefusedAsync(team, page, points[0]);
        await LostUpdateAsync(team, points[0]);
        await TakenOutAsync(team, points[1]);

        foreach (var point in points.Skip(1)) await WriteAsync(point, new ResponseDraft(Disposition.Accepted, null, null, null));
        await ReleasedAsync(team, points);
        await ReadAsync(anyone);

        // A change is not public before its release.
        page = await SaveAsync(team, await team.GetAsync(Responses), points[1], ("Disposition", "Noted"), ("Reason", "It stays as it is."));
        Assert.Contains("Changed since the last release", page.Text, StringComparison.Ordinal);
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("It stays as it is.", (await anyone.GetAsync(Heard)).Text, StringComparison.Ordinal);

        await site.Host.Database.ExecuteAsync("UPDATE record.summary_report SET status = 5 WHERE number = 1");
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Gone, (await anyone.GetAsync(Heard)).Status);
        Assert.DoesNotContain("/heard", (await anyone.GetAsync("/consultations/b-tech/paper/compare/1/2")).Body, StringComparison.Ordinal);
        Assert.Contains("once the report is published", (await team.GetAsync(Responses)).Text, StringComparison.Ordinal);
        await site.Host.Database.ExecuteAsync("UPDATE record.summary_report SET status = 3 WHERE number = 1");
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Responses_ForOthers_AreNotThere()
    {
        using var offers = await site.SignInAsync("offers");
        Assert.Equal(HttpStatusCode.NotFound, (await offers.GetAsync(Responses)).Status);
        using var clearance = await site.SignInAsync("clearance");
        var page = await clearance.GetAsync(Responses);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        using var team = await site.SignInAsync("moderator");
        var draft = await team.GetAsync("/moderate/reports/2/responses");
        Assert.Equal((HttpStatusCode.OK, 0), (draft.Status, draft.Document.QuerySelectorAll("main form").Length));
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/reports/77/responses")).Status);
    }

    private static string Field(Guid point, string name) => $"Points[{point:N}].{name}";

    private static Task<VisitedPage> SaveAsync(FormClient team, VisitedPage page, Guid point, params (string Name, string? Value)[] values) =>
        team.SubmitAsync(page, values.Select(value => (Field(point, value.Name), value.Value)), $"#r-{point:N} form");

    // The reason and the text stay where they were typed, and no other form is touched.
    private static async Task RefusedAsync(FormClient team, VisitedPage page, Guid point)
    {
        foreach (var (values, field) in new ((string, string?)[], string)[]
        {
            ([("Reason", "Why not.")], "Disposition"),
            ([("Disposition", "Partly"), ("Reason", " ")], "Reason"),
            ([("Disposition", "Partly"), ("Reason", new string('a', 1001))], "Reason"),
            ([("Disposition", "Partly"), ("Reason", "Why not."), ("Paragraph", "999")], "Paragraph"),
            ([("Disposition", "Partly"), ("Reason", "Why not."), ("Paragraph", "the first")], "Paragraph"),
        })
        {
            var refused = await SaveAsync(team, page, point, values);
            Assert.Equal((HttpStatusCode.BadRequest, Field(point, field)), (refused.Status, Assert.Single(refused.InvalidFields)));
            foreach (var (name, value) in values.Where(value => value.Item1 != "Disposition")) Assert.Equal(value, refused.Value(Field(point, name)));
            var link = refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href")!;
            Assert.Equal(Field(point, field), refused.Document.GetElementById(link[1..])!.GetAttribute("name"));
        }
    }

    private static async Task LostUpdateAsync(FormClient team, Guid point)
    {
        var stale = await team.GetAsync(Responses);
        var saved = await SaveAsync(team, stale, point, ("Disposition", "Partly"), ("Reason", "The first half is done."), ("Paragraph", "§ 2"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal("2", saved.Value(Field(point, "Paragraph")));
        var refused = await SaveAsync(team, stale, point, ("Disposition", "NotNow"), ("Reason", "My own words."));
        Assert.Equal((HttpStatusCode.BadRequest, "My own words."), (refused.Status, refused.Value(Field(point, "Reason"))));
        var theirs = refused.Document.QuerySelector($"#r-{point:N} .panel.warning")!.TextContent;
        Assert.Contains("The first half is done.", theirs, StringComparison.Ordinal);
        // Saved again, knowingly.
        var again = await SaveAsync(team, refused, point, ("Disposition", "Partly"), ("Reason", "The first half is done, says the second."), ("Paragraph", "2"));
        Assert.Equal("The first half is done, says the second.", again.Value(Field(point, "Reason")));
    }

    private static async Task TakenOutAsync(FormClient team, Guid point)
    {
        var saved = await SaveAsync(team, await team.GetAsync(Responses), point, ("Disposition", "Accepted"));
        var gone = await team.SubmitAsync(saved, form: $"#r-{point:N} form", button: $"#r-{point:N} button[formaction*=Remove]");
        Assert.Equal(HttpStatusCode.OK, gone.Status);
        Assert.Contains("No response yet", gone.Document.QuerySelector($"#r-{point:N} h3")!.TextContent, StringComparison.Ordinal);
        // Pressed once more on the page as it was: somebody has taken it out already.
        Assert.Equal(HttpStatusCode.BadRequest, (await team.SubmitAsync(saved, form: $"#r-{point:N} form", button: $"#r-{point:N} button[formaction*=Remove]")).Status);
    }

    private async Task ReleasedAsync(FormClient team, IReadOnlyList<Guid> points)
    {
        const string form = "form[action*='handler=Release']";
        var password = LoadedSample.Settings["Demo__Password"];
        await new Crew(site.Host).AddAsync("second-administrator", null, StaffRole.Administrator);
        (string, string?)[] first = [("Password", password)];
        var page = await team.GetAsync(Responses);
        Assert.Contains($"Points with a response: {points.Count} of {points.Count}", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await team.SubmitAsync(page, form: form)).Status);
        foreach (var (second, says) in new[] { ("moderator", "one who clears reports"), ("second-administrator", "one who clears reports") })
        {
            var refused = await team.SubmitAsync(page, [.. first, ("SecondEmail", $"{second}@example.org"), ("SecondPassword", password)], form);
            Assert.Equal((HttpStatusCode.BadRequest, "SecondEmail"), (refused.Status, Assert.Single(refused.InvalidFields)));
            Assert.Contains(says, refused.Text, StringComparison.Ordinal);
        }
        (string, string?)[] both = [.. first, ("SecondEmail", "clearance@example.org"), ("SecondPassword", password)];

        // Changed after the two had read it; and a reason that names somebody.
        await SaveAsync(team, page, points[2], ("Disposition", "Noted"), ("Reason", "Write to someone@example.com."));
        var meanwhile = await team.SubmitAsync(page, both, form);
        Assert.Equal(HttpStatusCode.BadRequest, meanwhile.Status);
        Assert.Contains("meanwhile", meanwhile.Text, StringComparison.Ordinal);
        Assert.Contains("someone@example.com", meanwhile.Document.QuerySelector($"#r-{points[2]:N} .panel.warning")!.TextContent, StringComparison.Ordinal);
        var blocked = await team.SubmitAsync(meanwhile, both, form);
        Assert.Equal(HttpStatusCode.BadRequest, blocked.Status);
        Assert.Contains("must be mended first", blocked.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM record.released_response"));
        page = await SaveAsync(team, blocked, points[2], ("Disposition", "Noted"), ("Reason", "The paper says so already."));

        var released = await team.SubmitAsync(page, both, form);
        Assert.Equal((HttpStatusCode.OK, Responses), (released.Status, released.Address.AbsolutePath));
        Assert.NotNull(released.Document.QuerySelector($"main a[href$='{Heard}']"));
        Assert.Equal(["responses released, first person", "responses released, second person"],
            await site.Host.Database.ListAsync("SELECT DISTINCT action FROM team.audit_entry WHERE action LIKE 'responses released%' ORDER BY 1"));
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
    }

    private async Task ReadAsync(FormClient anyone)
    {
        var page = await anyone.GetAsync(Heard);
        Assert.Equal((HttpStatusCode.OK, "What we heard, what we changed"), (page.Status, page.Heading));
        Assert.Equal("public, max-age=1", page.Headers.CacheControl?.ToString());
        var row = page.Document.QuerySelector("#point-1")!;
        Assert.NotNull(row.QuerySelector("th strong"));
        Assert.Contains("The first half is done, says the second.", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector("a[href$='/consultations/b-tech/paper/2#p2']"));
        Assert.NotNull(page.Document.QuerySelector("#fates ~ .scroll table a[href='#point-1']"));
        // A meeting has no contributors: nothing stands in the place of their number.
        Assert.Equal(3, page.Document.QuerySelectorAll("#fates ~ .scroll thead th").Length);
        // In a round with contributors, bands, which stay with the report as they were told.
        await site.Host.Database.ExecuteAsync("""
            INSERT INTO record.commented_band (report_number, paragraph, consultation_id, band)
            SELECT 1, p.number, r.consultation_id, CASE p.number WHEN 1 THEN 'FiveToNine' WHEN 2 THEN 'TenOrMore' ELSE 'None' END
            FROM record.summary_report r, (VALUES (1), (2), (3)) p (number) WHERE r.number = 1
            """);
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        var counted = await anyone.GetAsync(Heard);
        var bands = counted.Document.QuerySelectorAll("#fates ~ .scroll tbody td:nth-child(4)").Select(cell => cell.TextContent.Trim()).Where(cell => cell.Length > 0).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["five to nine", "ten or more", "too few to be told, or nobody"], bands);
        Assert.NotNull((await anyone.GetAsync("/reports/1")).Document.QuerySelector($"#heard a[href$='{Heard}']"));
        Assert.Contains(Heard, (await anyone.GetAsync("/consultations/b-tech/paper/compare/1/2")).Body, StringComparison.Ordinal);
        foreach (var language in Languages.Language.All.Where(one => one.Code != "en"))
        {
            var other = await anyone.GetAsync($"/{language.Code}{Heard}");
            Assert.Equal((HttpStatusCode.OK, language.Direction), (other.Status, other.Document.DocumentElement.GetAttribute("dir")));
            Assert.Equal("ltr", other.Document.QuerySelector("#point-1 th")!.GetAttribute("dir"));
            Assert.DoesNotContain("Heard.", other.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("{0}", other.Text, StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<Guid>> LineagesAsync() =>
        [.. (await PublishedAsync()).Statements().OfType<KeyPoint>().Select(point => point.LineageId)];

    private async Task<SummaryReport> PublishedAsync() => (await site.Host.WithAsync<SummaryReports, PublicReport>(reports => reports.PublicAsync(1, Cancel))).Report!;

    private async Task WriteAsync(Guid point, ResponseDraft draft)
    {
        var report = await PublishedAsync();
        var commented = await site.Host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(report.ConsultationId, 1, Cancel));
        var paper = await site.Host.WithAsync<PaperChanges, PaperSince>(changes => changes.SinceAsync(commented!.Id, Cancel));
        Assert.Equal(ResponseResult.Done, await site.Host.WithAsync<Record.Responses.Responses, ResponseResult>(responses => responses.SaveAsync(report, point, draft, null, paper, Cancel)));
    }
}
