using System.Net;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>Resources, dilemmas, questions and memos, on the sample's second round.</summary>
public sealed class RegisterPagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Round = "/moderate/windows/b-tech/2";

    [Theory]
    [InlineData("administrator")]
    [InlineData("clearance")]
    [InlineData("offers")]
    public async Task Lists_ForOthersThanTheTeam_AreNotThere(string name)
    {
        using var visitor = await site.SignInAsync(name);
        foreach (var list in new[] { "resources", "dilemmas", "questions", "memos" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{Round}/{list}")).Status);
    }

    [Fact]
    public async Task Lists_OfARoundThatIsOpen_AreNotThere()
    {
        using var team = await site.SignInAsync("moderator");
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/windows/b-tech/3/resources")).Status);
    }

    [Fact]
    public async Task Resources_AreNotedAndPutIntoTheAnnexInTheTeamsWords()
    {
        await MakeAsync(InputKind.Resource);
        using var team = await site.SignInAsync("moderator");
        var list = await team.GetAsync($"{Round}/resources");
        var edit = await team.GetAsync($"{Round}/resources{list.Document.QuerySelector("a[href*='edit=']")!.GetAttribute("href")}");
        var refused = await team.SubmitAsync(edit, [("Status", "UsedIn"), ("Note", "my note"), ("IsInAnnex", "true")]);
        Assert.Equal((HttpStatusCode.BadRequest, "my note"), (refused.Status, refused.Value("Note")));
        Assert.Equal(["UsedIn", "AnnexLine"], refused.InvalidFields);
        var noted = await team.SubmitAsync(refused, [("UsedIn", "Section 3"), ("AnnexLine", "A toolkit for companies, 2024")]);
        Assert.Equal(HttpStatusCode.OK, noted.Status);
        Assert.Contains("A toolkit for companies, 2024", noted.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await team.GetAsync($"{Round}/resources?show=Annex")).Document.QuerySelectorAll("ul.cards > li"));
        Assert.NotEmpty(await site.Host.Database.ListAsync("SELECT action FROM team.audit_entry WHERE action = 'resource noted'"));
    }

    [Fact]
    public async Task Dilemmas_NeedASituationAndAReasonToBeReleased()
    {
        await MakeAsync(InputKind.Dilemma);
        using var team = await site.SignInAsync("moderator");
        var list = await team.GetAsync($"{Round}/dilemmas");
        var edit = await team.GetAsync($"{Round}/dilemmas{list.Document.QuerySelector("a[href*='edit=']")!.GetAttribute("href")}");
        var refused = await team.SubmitAsync(edit, [("Tension", "Two duties"), ("IsReleased", "true")]);
        Assert.Equal((HttpStatusCode.BadRequest, "Two duties"), (refused.Status, refused.Value("Tension")));
        Assert.Equal(["Situation", "ReleaseReason"], refused.InvalidFields);
        var written = await team.SubmitAsync(refused, [("Situation", "A situation of ours"), ("IsReleased", null)]);
        Assert.Contains("Confidential", written.Text, StringComparison.Ordinal);
        Assert.Contains("A situation of ours", written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_AreAddedChangedAndDeleted()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync($"{Round}/questions");
        var refused = await team.SubmitAsync(page, [("Text", ""), ("Batch", "0")], "#save");
        Assert.Equal(["Text", "Batch"], refused.InvalidFields);
        var added = await team.SubmitAsync(refused, [("Text", "What counts as a platform?"), ("Batch", "2")], "#save");
        Assert.Contains("Batch 2 What counts as a platform?", added.Text, StringComparison.Ordinal);
        var edit = await team.GetAsync($"{Round}/questions{added.Document.QuerySelector("a[href*='edit=']")!.GetAttribute("href")}");
        var changed = await team.SubmitAsync(edit, [("Text", "What counts as a very large platform?"), ("IsInternal", "true")], "#save");
        Assert.Contains("For the project team only", changed.Document.QuerySelector("ul.cards")!.TextContent, StringComparison.Ordinal);
        var gone = await team.SubmitAsync(changed, form: "form[action*=Delete]");
        Assert.Contains("No question is noted yet.", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memos_AreSearched()
    {
        using var team = await site.SignInAsync("moderator");
        Assert.Equal(HttpStatusCode.OK, (await team.GetAsync($"{Round}/memos")).Status);
        var none = await team.GetAsync($"{Round}/memos?words=zzzz");
        Assert.Contains("Nothing on this list is like that.", none.Text, StringComparison.Ordinal);
    }

    // The sample holds comments; one of them becomes another kind of thing, as the seal would have written it. None is given as background only, which
    // could not be published.
    private Task MakeAsync(InputKind kind) => site.Host.Database.ExecuteAsync($"""
        UPDATE record.sealed_input SET kind = {(int)kind} WHERE id = (SELECT id FROM record.sealed_input WHERE kind = 1 ORDER BY id LIMIT 1);
        UPDATE record.sealed_input SET permission = 0;
        """);
}
