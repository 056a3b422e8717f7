using System.Net;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>What the team can do with one input besides keeping it: see a mask first, split it, flag it, find a passage harmless, keep a view of the list.</summary>
public sealed class ReviewPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Inputs = "/moderate/windows/b-tech/2/inputs";

    [Fact]
    public async Task Preview_TickedSentence_ShowsTheTextWithoutItAndChangesNothing()
    {
        using var team = await site.SignInAsync("moderator");
        var (address, page) = await OpenAsync(team);
        var first = page.Document.QuerySelector("ol.sentences > li label > span[lang]")!.TextContent.Trim();
        var refused = await PostAsync(team, page, address, "Preview");
        Assert.Equal((HttpStatusCode.BadRequest, "#Sentences"), (refused.Status, Marked(refused)));
        var shown = await PostAsync(team, page, address, "Preview", ("Sentences", "1"), ("Reason", "a reason to come back"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        var preview = shown.Document.QuerySelector("#preview .as-typed")!.TextContent;
        Assert.StartsWith(MaskedText.Mark, preview, StringComparison.Ordinal);
        Assert.DoesNotContain(first, preview, StringComparison.Ordinal);
        Assert.Equal(("a reason to come back", true), (shown.Value("Reason"), shown.Document.QuerySelector("#s1")!.HasAttribute("checked")));
        Assert.Contains(first, (await team.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Split_SentenceIntoAnotherArea_IsFoundThereUntilTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var (address, page) = await OpenAsync(team);
        var other = page.Document.QuerySelector("#OtherArea option")!.GetAttribute("value")!;
        Assert.Equal("#OtherArea", Marked(await PostAsync(team, page, address, "Split", ("Sentences", "1"), ("OtherArea", "77"))));
        Assert.Equal("#Sentences", Marked(await PostAsync(team, page, address, "Split", ("OtherArea", other))));
        var split = await PostAsync(team, page, address, "Split", ("Sentences", "1"), ("OtherArea", other));
        Assert.Contains("Passages that are read under another focus area", split.Text, StringComparison.Ordinal);
        Assert.Equal("#OtherArea", Marked(await PostAsync(team, page, address, "Split", ("Sentences", "1"), ("OtherArea", other))));
        Assert.True(await IsListedAsync(team, $"{Inputs}?area={other}&copies=each&words=hundred+thousand+reports", address));
        var back = await team.PostAsync(address + "?handler=Unsplit", [new("passage", split.Value("passage")!), split.Token]);
        Assert.DoesNotContain("Passages that are read under another focus area", back.Text, StringComparison.Ordinal);
        Assert.False(await IsListedAsync(team, $"{Inputs}?area={other}&copies=each&words=hundred+thousand+reports", address));
    }

    [Fact]
    public async Task Flag_WithANote_IsSeenInTheListAndTakenOff()
    {
        using var team = await site.SignInAsync("moderator");
        var (address, page) = await OpenAsync(team);
        var refused = await PostAsync(team, page, address, "Flag", ("FlagNote", new string('x', Flags.LongestNote + 1)));
        Assert.Equal("FlagNote", refused.InvalidFields[0]);
        var flagged = await PostAsync(team, page, address, "Flag", ("FlagNote", "is this irony?"));
        Assert.Contains("is this irony?", flagged.Text, StringComparison.Ordinal);
        Assert.True(await IsListedAsync(team, $"{Inputs}?flagged=true", address));
        Assert.DoesNotContain("is this irony?", (await PostAsync(team, flagged, address, "Unflag")).Text, StringComparison.Ordinal);
        Assert.False(await IsListedAsync(team, $"{Inputs}?flagged=true", address));
    }

    [Fact]
    public async Task Harmless_PassagePointedOut_IsNotPointedOutAgainUntilTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var (address, _) = await OpenAsync(team);
        var id = address.Split('/')[^1];
        var text = await site.Host.Database.AskAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{id}'");
        await site.Host.Database.ExecuteAsync($"UPDATE record.sealed_input SET text = text || ' Write to zz.desk@example.org.' WHERE id = '{id}'");
        var page = await team.GetAsync(address);
        var card = page.Document.QuerySelectorAll("#suspicions li").Single(one => one.TextContent.Contains("zz.desk", StringComparison.Ordinal));
        var fields = card.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!)).ToList();
        var decided = await team.PostAsync(address + "?handler=Harmless", fields);
        Assert.DoesNotContain(decided.Document.QuerySelectorAll("#suspicions li"), one => one.TextContent.Contains("zz.desk", StringComparison.Ordinal));
        Assert.Contains("zz.desk", decided.Document.QuerySelector("#harmless")!.TextContent, StringComparison.Ordinal);
        var again = await team.PostAsync(address + "?handler=Suspect", [new("passage", decided.Value("passage")!), decided.Token]);
        Assert.Contains(again.Document.QuerySelectorAll("#suspicions li"), one => one.TextContent.Contains("zz.desk", StringComparison.Ordinal));
        await site.Host.Database.ExecuteAsync($"UPDATE record.sealed_input SET text = '{text.Replace("'", "''", StringComparison.Ordinal)}' WHERE id = '{id}'; DELETE FROM record.search_text WHERE input_id = '{id}'; DELETE FROM record.search_ready");
    }

    [Fact]
    public async Task View_KeptUnderAName_IsThereForTheTeamAndCanBeDropped()
    {
        using var team = await site.SignInAsync("moderator");
        Assert.Null((await team.GetAsync(Inputs)).Document.QuerySelector("#ViewName"));
        var list = await team.GetAsync($"{Inputs}?area=2&uncoded=true");
        var refused = await team.PostAsync($"{Inputs}?area=2&uncoded=true&handler=Keep", [new("ViewName", " "), list.Token]);
        Assert.Equal((HttpStatusCode.BadRequest, "ViewName"), (refused.Status, refused.InvalidFields[0]));
        // What does not belong into a view does not get into one.
        var kept = await team.PostAsync($"{Inputs}?area=2&uncoded=true&surplus=x&handler=Keep", [new("ViewName", "Remedy, to do"), list.Token]);
        var link = Assert.Single((await team.GetAsync(Inputs)).Document.QuerySelectorAll("#views a"));
        Assert.Equal(("Remedy, to do", $"{Inputs}?area=2&uncoded=true"), (link.TextContent.Trim(), link.GetAttribute("href")));
        Assert.Equal("page", kept.Document.QuerySelector("#views a")!.GetAttribute("aria-current"));
        var dropped = await team.PostAsync($"{Inputs}?area=2&uncoded=true&handler=Drop", [new("view", kept.Value("view")!), kept.Token]);
        Assert.Null(dropped.Document.QuerySelector("#views"));
    }

    private async Task<(string Address, VisitedPage Page)> OpenAsync(FormClient team)
    {
        var input = await site.InputAsync("several hundred thousand reports");
        var address = $"/moderate/inputs/{input.Id}";
        return (address, await team.GetAsync(address));
    }

    private static Task<VisitedPage> PostAsync(FormClient team, VisitedPage page, string address, string handler, params (string Name, string Value)[] fields) =>
        team.PostAsync($"{address}?handler={handler}", [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), page.Token]);

    private static async Task<bool> IsListedAsync(FormClient team, string list, string address) =>
        (await team.GetAsync(list)).Document.QuerySelectorAll("main ol.cards h2 a").Any(link => link.GetAttribute("href")!.StartsWith(address, StringComparison.Ordinal));

    // Where the summary of what was refused leads to.
    private static string? Marked(VisitedPage page) => page.Document.QuerySelector(".error-summary a")?.GetAttribute("href");
}
