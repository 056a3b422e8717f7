using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>A key point that claims more than its numbers, on the page on which it is written.</summary>
public sealed class StrongerWordingPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Report = "/moderate/reports/2";
    private const string Text = "Some participants asked for **a shorter paper**.";

    [Fact]
    public async Task KeyPoint_WordingBeyondTheNumbers_NeedsAReasonAndTheSecondPerson()
    {
        using var team = await site.SignInAsync("moderator");
        var section = (await team.GetAsync(Report)).Document.QuerySelectorAll("main a").First(link => link.TextContent.StartsWith("Focus Area 2", StringComparison.Ordinal)).GetAttribute("href")!;
        var some = (await team.GetAsync(section)).Document.QuerySelectorAll("main a[href*='/key-point/']").Select(link => link.GetAttribute("href")!).First();
        // Three of the passages behind a point of six.
        var excerpts = (await team.GetAsync(some)).Document.QuerySelectorAll("input[name=e][checked]").Select(box => box.GetAttribute("value")!).Take(3).ToList();
        Assert.Equal(3, excerpts.Count);
        var page = await team.GetAsync($"{section}/key-point?chosen=true&{string.Join('&', excerpts.Select(excerpt => "e=" + excerpt))}");
        var rungs = page.Document.QuerySelectorAll("input[name=Attribution]").Select(rung => rung.GetAttribute("value")).ToList();
        Assert.Equal("a-few", rungs[0]);
        Assert.Contains("some", rungs);
        foreach (var never in new[] { "one", "tension" }) Assert.DoesNotContain(never, rungs);
        Assert.DoesNotContain(rungs, rung => rung!.StartsWith("group:", StringComparison.Ordinal));
        Assert.Contains("if the person who clears agrees", page.Text, StringComparison.Ordinal);

        var refused = await team.SubmitAsync(page, [("Attribution", "some"), ("Text", Text)], form: "#wording form");
        Assert.Equal((HttpStatusCode.BadRequest, Text), (refused.Status, refused.Value("Text")));
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Category']"));
        Assert.NotNull(refused.Document.QuerySelector("#wording details[open] #Category"));
        refused = await team.SubmitAsync(page, [("Attribution", "some"), ("Text", Text), ("Category", "Other"), ("Reason", "Too short")], form: "#wording form");
        Assert.Equal((HttpStatusCode.BadRequest, "Too short", "Reason"), (refused.Status, refused.Value("Reason"), Assert.Single(refused.InvalidFields)));

        var saved = await team.SubmitAsync(page, [("Attribution", "some"), ("Text", Text), ("Category", "Other"), ("Reason", LiftedReport.Why)], form: "#wording form");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var found = saved.Document.QuerySelectorAll(".panel.warning li").Where(item => item.TextContent.Contains("Asked for", StringComparison.Ordinal)).Select(item => item.TextContent).ToList();
        Assert.Contains(found, text => text.Contains("claims more than the contributors", StringComparison.Ordinal));
        Assert.Contains(found, text => text.Contains("“Some participants”", StringComparison.Ordinal));
        Assert.Equal(1L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM record.lifting"));
    }
}
