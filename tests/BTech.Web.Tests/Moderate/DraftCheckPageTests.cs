using System.Net;
using BTech.Record.DraftChecks;
using BTech.Record.Reports;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Mail;

namespace BTech.Web.Tests.Moderate;

/// <summary>The participants' check of the sample's draft, from the letter to the answers.</summary>
public sealed class DraftCheckPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Report = "/moderate/reports/2";
    private const string Draft = "/consultations/b-tech/draft";

    [Fact]
    public async Task Check_FromTheLetterToTheAnswers()
    {
        using var team = await site.SignInAsync("moderator");
        using var anyone = site.Host.NewVisitor();
        Assert.Contains("It begins once the report is cleared.", (await team.GetAsync($"{Report}/check")).Text, StringComparison.Ordinal);
        await site.Host.Database.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.Cleared} WHERE number = 2");
        var cleared = await team.GetAsync(Report);
        var page = await team.GetAsync(cleared.Document.QuerySelector("main a[href$='/reports/2/check']")!.GetAttribute("href")!);
        foreach (var days in new[] { "2", "21", "many", "" })
        {
            var refused = await team.SubmitAsync(page, [("Days", days)], form: "form[action$='handler=Begin']");
            Assert.Equal((HttpStatusCode.BadRequest, days, "Days"), (refused.Status, refused.Value("Days"), Assert.Single(refused.InvalidFields)));
        }
        // Where no link works any more there is nobody to ask.
        var live = "window_id = (SELECT window_id FROM record.summary_report WHERE number = 2) AND is_live AND NOT is_revoked";
        await site.Host.Database.ExecuteAsync($"UPDATE people.invitation SET is_live = false WHERE {live}");
        var nobody = await team.SubmitAsync(page, [("Days", "5")], form: "form[action$='handler=Begin']");
        Assert.Contains("nobody to ask", nobody.Text, StringComparison.Ordinal);
        await site.Host.Database.ExecuteAsync("UPDATE people.invitation SET is_live = true WHERE window_id = (SELECT window_id FROM record.summary_report WHERE number = 2)");
        page = await team.SubmitAsync(page, [("Days", "5")], form: "form[action$='handler=Begin']");
        var code = page.Document.QuerySelector("main code")!.TextContent;
        Assert.Null(page.Document.QuerySelector("form[action$='handler=Begin']"));

        // Everybody invited gets one letter, with one and the same code.
        await site.Host.Database.ExecuteAsync("DELETE FROM people.outbox");
        await site.Host.RunAsync<DraftCheckJob>();
        await site.Host.RunAsync<DraftCheckJob>();
        var window = await site.WindowAsync(2);
        var invited = await site.Host.Database.AskAsync<long>($"SELECT count(*) FROM people.invitation WHERE window_id = '{window.Id}' AND NOT is_revoked");
        Assert.Equal(invited, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM people.outbox"));
        var report = await site.Host.Database.AskAsync<Guid>("SELECT id FROM record.summary_report WHERE number = 2");
        Assert.Equal(0L, await site.Host.Database.AskAsync<long>($"SELECT count(*) FROM people.mailing WHERE id = '{report}'"));

        // Whoever has no code, or another consultation's address, reads nothing.
        var entry = await anyone.GetAsync(Draft);
        var wrong = await anyone.SubmitAsync(entry, [("Code", "00000-00000-00000-00000")]);
        Assert.Equal((HttpStatusCode.BadRequest, "Code", "00000-00000-00000-00000"), (wrong.Status, Assert.Single(wrong.InvalidFields), wrong.Value("Code")));
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync($"{Draft}/00000-00000-00000-00000")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync($"/consultations/other/draft/{code}")).Status);

        var draft = await anyone.SubmitAsync(entry, [("Code", code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal))]);
        Assert.Equal($"{Draft}/{code}", draft.Address.AbsolutePath);
        Assert.Contains("not for circulation", draft.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", draft.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(draft.Headers.Contains("Set-Cookie"));
        var link = draft.Document.QuerySelectorAll("article a.at").First(one => one.ParentElement!.QuerySelector("strong") is not null);
        var sentence = await anyone.GetAsync(link.GetAttribute("href")!);
        var words = sentence.Document.QuerySelector("blockquote")!.TextContent;

        // Refused, nothing that was written is lost.
        var unsaid = await anyone.SubmitAsync(sentence, [("Why", "Kept words")]);
        Assert.Equal((HttpStatusCode.BadRequest, "Kept words", "Kind"), (unsaid.Status, unsaid.Value("Why"), Assert.Single(unsaid.InvalidFields.Distinct())));
        var wordless = await anyone.SubmitAsync(sentence, [("Kind", "Other"), ("Why", "")]);
        Assert.Equal((HttpStatusCode.BadRequest, "Why"), (wordless.Status, Assert.Single(wordless.InvalidFields)));
        Assert.NotNull(wordless.Document.QuerySelector("input[value=Other][checked]"));
        Assert.Equal(HttpStatusCode.BadRequest, (await anyone.PostAsync(link.GetAttribute("href")!, [new("Kind", "Recognisable")])).Status);

        var kept = await anyone.SubmitAsync(sentence, [("Kind", "Recognisable"), ("Why", "Only one of us says it so.")]);
        Assert.Contains("Your answer is locked", kept.Text, StringComparison.Ordinal);
        // Sent again from the same page it is kept once.
        await anyone.SubmitAsync(sentence, [("Kind", "Recognisable"), ("Why", "Only one of us says it so.")]);
        Assert.DoesNotContain("Only one of us", (await team.GetAsync($"{Report}/check")).Text, StringComparison.Ordinal);
        // Beside a session nobody reads or answers.
        Assert.DoesNotContain("not for circulation", (await team.GetAsync($"{Draft}/{code}")).Text, StringComparison.Ordinal);
        Assert.Contains("Leave first", (await team.GetAsync(link.GetAttribute("href")!)).Text, StringComparison.Ordinal);

        // While the editors have it back, nobody reads what they change, and what was being written comes back.
        await site.Host.Database.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.Draft} WHERE number = 2");
        var changing = await anyone.GetAsync(link.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, changing.Status);
        Assert.DoesNotContain(words, changing.Text, StringComparison.Ordinal);
        var last = await site.Host.Database.AskAsync<int>($"SELECT max(number) FROM record.checked_sentence WHERE report_id = '{report}'");
        await site.Host.Database.ExecuteAsync($"INSERT INTO record.checked_sentence (report_id, number, text) VALUES ('{report}', {last + 1}, 'Gone since.')");
        foreach (var address in new[] { link.GetAttribute("href")!, $"{Draft}/{code}/{last + 1}" })
        {
            var given = await anyone.PostAsync(address, [new("Form", sentence.Value("Form")!), new("Kind", "Other"), new("Why", "Words underway")]);
            Assert.Equal((HttpStatusCode.Conflict, "Words underway"), (given.Status, given.Value("Why")));
            Assert.DoesNotContain(words, given.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync($"{Draft}/{code}/{last + 2}")).Status);
        Assert.NotNull((await team.GetAsync(Report)).Document.QuerySelector("main a[href$='/reports/2/check']"));
        await site.Host.Database.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.Cleared} WHERE number = 2");

        // Leaving ends the session, not only this browser's cookie.
        using var copied = await site.SignInAsync("clearance");
        var sessions = await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.staff_session");
        var beside = await copied.GetAsync($"{Draft}/{code}");
        await copied.SubmitAsync(beside, [], form: "form[action*='handler=Leave']");
        Assert.Equal(sessions - 1, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.staff_session"));

        site.Host.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Contains("This check is over", (await anyone.GetAsync($"{Draft}/{code}")).Text, StringComparison.Ordinal);
        var late = await anyone.SubmitAsync(sentence, [("Kind", "Other"), ("Why", "Too late words")]);
        Assert.NotEqual(HttpStatusCode.OK, late.Status);
        Assert.Equal("Too late words", late.Value("Why"));
        // Letters that cannot be written keep no answer locked.
        await site.Host.Database.ExecuteAsync("ALTER TABLE record.summary_report RENAME TO away");
        await Assert.ThrowsAsync<AggregateException>(() => site.Host.RunAsync<DraftCheckJob>());
        await site.Host.Database.ExecuteAsync("ALTER TABLE record.away RENAME TO summary_report");
        Assert.Equal((int)DraftCheckState.Out, await site.Host.Database.AskAsync<int>($"SELECT state FROM record.draft_check WHERE report_id = '{report}'"));
        using var later = await site.SignInAsync("moderator");
        var answers = await later.GetAsync($"{Report}/check");
        Assert.Single(answers.Document.QuerySelectorAll("main li p"), one => one.TextContent == "Only one of us says it so.");
        Assert.Contains(words, answers.Text, StringComparison.Ordinal);
        Assert.Contains("could be recognised by this sentence", (await later.GetAsync(Report)).Text, StringComparison.Ordinal);
    }
}
