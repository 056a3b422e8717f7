using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>The sample's draft on round 2 as the team works on it: remarked on, changed with its history, begun and taken up again.</summary>
public sealed class ReportReviewPagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Report = "/moderate/reports/2";

    [Fact]
    public async Task Comment_IsMadeAnsweredSettledAndTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        using var clearance = await site.SignInAsync("clearance");
        var editors = await EditorsAsync();
        var page = await clearance.GetAsync($"{Report}/review");
        Assert.Null(page.Document.QuerySelector("textarea"));
        var link = page.Document.QuerySelectorAll("a[href*='on=Statement-']")[0].GetAttribute("href")!;
        var form = await clearance.GetAsync(link);

        var empty = await clearance.SubmitAsync(form, [("Text", " ")], form: "#comment");
        Assert.Equal((HttpStatusCode.BadRequest, "Text"), (empty.Status, Assert.Single(empty.InvalidFields)));
        var tooLong = await clearance.SubmitAsync(form, [("Text", new string('a', 2001))], form: "#comment");
        Assert.Equal((HttpStatusCode.BadRequest, new string('a', 2001)), (tooLong.Status, tooLong.Value("Text")));
        page = await clearance.SubmitAsync(form, [("Text", "Who says <b>this</b>?\nSay it.")], form: "#comment");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Who says <b>this</b>?", page.Document.QuerySelector("[data-comment]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 open comment", page.Text, StringComparison.Ordinal);

        // The others see it on the outline and beside the sentence, and whoever remarked on it has edited nothing.
        var outline = await team.GetAsync(Report);
        Assert.Contains("1 open comment", outline.Text, StringComparison.Ordinal);
        Assert.Equal(editors, await EditorsAsync());
        var theirs = await team.GetAsync($"{Report}/review");
        Assert.Null(theirs.Document.QuerySelector("form[action$='handler=Remove']"));
        var settled = await team.SubmitAsync(theirs, form: "[data-comment] form[action$='handler=Settle']");
        Assert.Contains("Settled by", settled.Text, StringComparison.Ordinal);
        Assert.Contains("0 open comments", settled.Text, StringComparison.Ordinal);
        page = await clearance.SubmitAsync(await clearance.GetAsync($"{Report}/review"), form: "[data-comment] form[action$='handler=Reopen']");
        Assert.Contains("1 open comment", page.Text, StringComparison.Ordinal);
        page = await clearance.SubmitAsync(page, form: "[data-comment] form[action$='handler=Remove']");
        Assert.Null(page.Document.QuerySelector("[data-comment]"));

        // What it was about is gone meanwhile: nothing that was written is lost.
        var gone = await clearance.PostAsync($"{Report}/review?handler=Add", [form.Token, new("on", $"Statement-{Guid.NewGuid()}"), new("Text", "On what was removed")]);
        Assert.Equal((HttpStatusCode.Conflict, "On what was removed"), (gone.Status, gone.Value("Text")));
    }

    [Fact]
    public async Task Change_IsToldWithWhatStoodThereAndTakenUpAgain()
    {
        using var team = await site.SignInAsync("moderator");
        using var clearance = await site.SignInAsync("clearance");
        using var anyone = site.Host.NewVisitor();
        var (address, was) = await StatementAsync(team);
        await team.SubmitAsync(await team.GetAsync(address), [("Text", was + " And more.")], form: "form[data-autosave]");

        var changes = await clearance.GetAsync($"{Report}/changes");
        Assert.Contains("And more.", changes.Document.QuerySelector("[data-changes] li ins")!.TextContent, StringComparison.Ordinal);
        Assert.Null(changes.Document.QuerySelector("a[href*='wording=']"));
        changes = await team.GetAsync($"{Report}/changes");
        var earlier = await team.GetAsync(changes.Document.QuerySelector("a[href*='wording=']")!.GetAttribute("href")!);
        Assert.Equal(was, earlier.Value("Text"));
        await team.SubmitAsync(earlier, form: "form[data-autosave]");
        Assert.Equal(was, (await team.GetAsync(address)).Value("Text"));
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync($"{Report}/differences")).Status);
        Assert.DoesNotContain("And more.", (await anyone.GetAsync($"{Report}/changes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasBegun_IsTheWritersAloneAndTakenUpOrLetGo()
    {
        using var team = await site.SignInAsync("moderator");
        var (address, was) = await StatementAsync(team);
        var page = await team.GetAsync(address);
        Assert.Null(page.Document.QuerySelector("#begun"));
        Assert.EndsWith("?handler=Keep", page.Document.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave"), StringComparison.Ordinal);
        var lines = await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry");
        Assert.Equal(HttpStatusCode.OK, (await team.PostAsync($"{address}?handler=Keep", [page.Token, new("Text", "Begun, not saved")])).Status);
        Assert.Equal(lines, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry"));

        page = await team.GetAsync(address);
        Assert.Equal(was, page.Value("Text"));
        Assert.Contains("Begun, not saved", page.Document.QuerySelector("#begun")!.TextContent, StringComparison.Ordinal);
        page = await team.GetAsync(page.Document.QuerySelector("#begun a")!.GetAttribute("href")!);
        Assert.Equal("Begun, not saved", page.Value("Text"));
        page = await team.SubmitAsync(page, form: "#begun form");
        Assert.Null(page.Document.QuerySelector("#begun"));
        Assert.Equal(was, page.Value("Text"));
        Assert.Equal(HttpStatusCode.Conflict, (await team.PostAsync($"{address}?handler=Keep", [page.Token, new("Text", new string('a', 20_001))])).Status);
    }

    private Task<long> EditorsAsync() => site.Host.Database.AskAsync<long>("SELECT count(*) FROM record.report_editor");

    // A sentence of the introduction, which is no key point.
    private static async Task<(string Address, string Text)> StatementAsync(FormClient team)
    {
        var section = await team.GetAsync($"{Report}/sections/1");
        var address = section.Document.QuerySelectorAll("a[href*='/statements/']")[0].GetAttribute("href")!;
        return (address, (await team.GetAsync(address)).Value("Text")!);
    }
}
