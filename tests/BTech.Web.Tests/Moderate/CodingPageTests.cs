using System.Net;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Testing;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Moderate;

/// <summary>The coding workspace over HTTP, without scripts.</summary>
public sealed class CodingPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Form = "form.coding";

    [Fact]
    public async Task Code_NothingChosen_SaysWhatIsMissingAndKeepsTheMemo()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await OpenAsync(team, "We receive several hundred thousand reports");
        var refused = await team.SubmitAsync(page, [("Memo", "my own note")], form: Form);
        Assert.Equal((HttpStatusCode.BadRequest, "my own note"), (refused.Status, refused.Value("Memo")));
        Assert.Equal(["ThemeIds"], refused.InvalidFields.Distinct());
        foreach (var field in new[] { "Sentences", "ThemeIds" }) Assert.NotNull(refused.Document.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.StartsWith("Error: ", refused.Document.Title, StringComparison.Ordinal);
        Assert.Contains("Tick at least one sentence", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_SeveralThemesWithMemo_AreListedTakenBackAndRemoved()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await OpenAsync(team, "ministry that invites us to invest");
        var (first, second) = (Theme(page, 0), Theme(page, 1));
        var coded = await team.SubmitAsync(page, [("Sentences", "1"), ("Sentences", "2"), ("ThemeIds", first), ("ThemeIds", second), ("Stance", "Concern"), ("Memo", "seen")], form: Form);
        Assert.Equal(HttpStatusCode.OK, coded.Status);
        Assert.Equal(2, Cards(coded, "seen").Count);
        Assert.All(Cards(coded, "seen"), card => Assert.Contains("We have received orders", card.TextContent, StringComparison.Ordinal));
        var back = await team.SubmitAsync(coded, [], form: "form[action*='handler=TakeBack']");
        Assert.Empty(Cards(back, "seen"));
        coded = await team.SubmitAsync(back, [("Sentences", "1"), ("ThemeIds", first), ("Stance", "Support"), ("Memo", "seen")], form: Form);
        var card = Assert.Single(Cards(coded, "seen"));
        var changing = await team.GetAsync(card.QuerySelector("a[href*='edit=']")!.GetAttribute("href")!);
        var changed = await team.SubmitAsync(changing, [("NewStance", "Nuance"), ("NewMemo", "thought again")], form: "#change");
        Assert.Contains("Nuance", Assert.Single(Cards(changed, "thought again")).TextContent, StringComparison.Ordinal);
        var removed = await team.PostAsync(changed.Address.AbsolutePath + "?handler=Remove", [.. Hidden(Assert.Single(Cards(changed, "thought again"))), changed.Token]);
        Assert.Empty(Cards(removed, "thought again"));
    }

    [Theory]
    [InlineData("several   hundred thousand", "several hundred thousand", null)]
    [InlineData("no such words here", null, "do not stand in the ticked sentences")]
    [InlineData("e", null, "more than once")]
    public async Task Code_ExactWords_GetTheThemeWhereTheyStandOnce(string typed, string? coded, string? refused)
    {
        using var team = await site.SignInAsync("moderator");
        var page = await OpenAsync(team, "We receive several hundred thousand reports");
        var answer = await team.SubmitAsync(page, [("Sentences", "1"), ("Exactly", typed), ("ThemeIds", Theme(page, 2)), ("Memo", "exact")], form: Form);
        if (refused is not null)
        {
            Assert.Equal((HttpStatusCode.BadRequest, typed), (answer.Status, answer.Value("Exactly")));
            Assert.Contains(refused, answer.Text, StringComparison.Ordinal);
            return;
        }
        Assert.Equal(coded, Assert.Single(Cards(answer, "exact")).QuerySelector("blockquote")!.TextContent);
        await team.SubmitAsync(answer, [], form: "form[action*='handler=TakeBack']");
    }

    [Fact]
    public async Task Code_BeyondTheText_IsRefusedWithTheChoicesKept()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await OpenAsync(team, "appeals, with its own staff");
        var answer = await team.SubmitAsync(page, [("Start", "5"), ("End", "99999"), ("ThemeIds", Theme(page, 0)), ("Memo", "kept")], form: Form);
        Assert.Equal((HttpStatusCode.BadRequest, "kept"), (answer.Status, answer.Value("Memo")));
        Assert.Contains("goes beyond the text", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector("[name=ThemeIds][checked]"));
    }

    [Fact]
    public async Task TwoOnOneInput_SeeEachOtherAndLoseNothing()
    {
        await new Crew(site.Host).AddAsync("second-moderator", null, Team.Roles.StaffRole.Moderator);
        using var one = await site.SignInAsync("moderator");
        using var other = await site.SignInAsync("second-moderator");
        var (mine, theirs) = (await OpenAsync(one, "credible resources"), await OpenAsync(other, "credible resources"));
        Assert.Contains("moderator@example.org has this input open too", theirs.Text, StringComparison.Ordinal);
        var queue = (await one.GetAsync("/moderate/windows/b-tech/2/queue")).Document.QuerySelector("main")!;
        Assert.Contains("second-moderator@example.org", queue.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("moderator@example.org", queue.TextContent.Replace("second-moderator@example.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var first = await one.SubmitAsync(mine, [("Sentences", "1"), ("ThemeIds", Theme(mine, 0)), ("Memo", "mine")], form: Form);
        Assert.DoesNotContain("Somebody else gave themes", first.Text, StringComparison.Ordinal);
        var second = await other.SubmitAsync(theirs, [("Sentences", "1"), ("ThemeIds", Theme(theirs, 1)), ("Memo", "theirs")], form: Form);
        Assert.Contains("Somebody else gave themes", second.Text, StringComparison.Ordinal);
        Assert.Single(Cards(second, "mine"));
        Assert.Contains("moderator@example.org", Assert.Single(Cards(second, "mine")).TextContent, StringComparison.Ordinal);
        Assert.Single(Cards(second, "theirs"));

        // Both change the same coding: the later one sees what the earlier one made of it, with the own text still in the field.
        var edit = Assert.Single(Cards(second, "mine")).QuerySelector("a[href*='edit=']")!.GetAttribute("href")!;
        var (earlier, later) = (await one.GetAsync(edit), await other.GetAsync(edit));
        await one.SubmitAsync(earlier, [("NewMemo", "earlier")], form: "#change");
        var refused = await other.SubmitAsync(later, [("NewMemo", "later")], form: "#change");
        Assert.Equal((HttpStatusCode.BadRequest, "later"), (refused.Status, refused.Value("NewMemo")));
        Assert.Contains("Somebody else has changed this", refused.Text, StringComparison.Ordinal);
        Assert.Single(Cards(refused, "earlier"));
        var sent = await other.SubmitAsync(refused, [], form: "#change");
        Assert.Single(Cards(sent, "later"));
    }

    [Fact]
    public async Task Code_InputOrThemeGoneMeanwhile_SaysSoAndKeepsTheMemo()
    {
        using var team = await site.SignInAsync("moderator");
        var window = await site.WindowAsync(2);
        var (_, theme) = await site.Host.WithAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(window.ConsultationId, "Gone soon", null, false, null, default));
        var page = await OpenAsync(team, "In one city a tenants");
        await site.Host.WithAsync<CodeBook, CodingResult>(book => book.DeleteAsync(window.ConsultationId, theme, default));
        var answer = await team.SubmitAsync(page, [("Sentences", "1"), ("ThemeIds", theme.ToString()), ("Memo", "long thought")], form: Form);
        Assert.Equal((HttpStatusCode.BadRequest, "long thought"), (answer.Status, answer.Value("Memo")));
        Assert.Contains("no longer in the list of themes", answer.Text, StringComparison.Ordinal);

        var input = await site.InputAsync("In one city a tenants");
        await site.Host.WithAsync<Review, ReviewResult>(review => review.SetAsideAsync(input.Id, SetAsideReasons.OffTopic, new(Guid.NewGuid()), default));
        var aside = await team.SubmitAsync(page, [("Sentences", "1"), ("ThemeIds", Theme(page, 0)), ("Memo", "long thought")], form: Form);
        Assert.Equal(HttpStatusCode.Conflict, aside.Status);
        Assert.Contains("set aside meanwhile", aside.Text, StringComparison.Ordinal);
        Assert.Equal("long thought", aside.Document.QuerySelector("[data-kept=Memo]")!.TextContent.Trim());

        await site.Host.Database.ExecuteAsync($"INSERT INTO record.withdrawal (input_id) VALUES ('{input.Id}')");
        var gone = await team.SubmitAsync(page, [("Sentences", "1"), ("ThemeIds", Theme(page, 0)), ("Memo", "long thought")], form: Form);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Contains("taken back by its author", gone.Text, StringComparison.Ordinal);
        Assert.Equal("long thought", gone.Document.QuerySelector("[data-kept=Memo]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Code_ThemeMergedMeanwhile_TicksItsSuccessorAndAsksAgain()
    {
        using var team = await site.SignInAsync("moderator");
        var window = await site.WindowAsync(2);
        var (_, old) = await site.Host.WithAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(window.ConsultationId, "Merged soon", null, false, null, default));
        var page = await OpenAsync(team, "Public purchasing is mentioned");
        var themes = await team.GetAsync($"/moderate/windows/b-tech/2/themes?merge={old}");
        var refused = await team.SubmitAsync(themes, [], form: "#merge form");
        Assert.Equal((HttpStatusCode.BadRequest, "Into"), (refused.Status, Assert.Single(refused.InvalidFields)));
        var merged = await team.SubmitAsync(refused, [("Into", Theme(page, 0))], form: "#merge form");
        Assert.Contains("Merged soon", merged.Document.QuerySelector("#merged")!.TextContent, StringComparison.Ordinal);
        var answer = await team.SubmitAsync(page, [("Sentences", "1"), ("ThemeIds", old.ToString()), ("Memo", "thought")], form: Form);
        Assert.Equal((HttpStatusCode.BadRequest, "thought"), (answer.Status, answer.Value("Memo")));
        Assert.Contains("was merged into", answer.Text, StringComparison.Ordinal);
        var sent = await team.SubmitAsync(answer, [], form: Form);
        Assert.Single(Cards(sent, "thought"));
        await team.SubmitAsync(sent, [], form: "form[action*='handler=TakeBack']");
        var back = await team.SubmitAsync(merged, [], form: "#merged form");
        Assert.Null(back.Document.QuerySelector("#merged"));
    }

    [Fact]
    public async Task Dimension_IsOfferedGivenAndKeptWhileCarried()
    {
        using var team = await site.SignInAsync("moderator");
        const string address = "/moderate/windows/b-tech/2/dimension";
        var saved = await team.SubmitAsync(await team.GetAsync(address), [("Name", "Pillar"), ("Values", "Protect\nRespect\nRemedy")], form: "main form");
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        var page = await OpenAsync(team, "Export authorities ask companies");
        var value = page.Document.QuerySelectorAll("#ValueId option").Single(option => option.TextContent == "Respect").GetAttribute("value");
        var coded = await team.SubmitAsync(page, [("Sentences", "1"), ("ThemeIds", Theme(page, 3)), ("ValueId", value), ("Memo", "by pillar")], form: Form);
        Assert.Contains("Respect", Assert.Single(Cards(coded, "by pillar")).TextContent, StringComparison.Ordinal);
        var refused = await team.SubmitAsync(await team.GetAsync(address), [("Values", "Protect\nRemedy")], form: "main form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("carried by passages", refused.Text, StringComparison.Ordinal);
        var renamed = await team.SubmitAsync(await team.GetAsync(address), [("Values", "Protect\nThe duty to respect\nRemedy")], form: "main form");
        Assert.Contains("Saved.", renamed.Text, StringComparison.Ordinal);
        Assert.Contains("The duty to respect", Assert.Single(Cards(await team.GetAsync(coded.Address.AbsolutePath), "by pillar")).TextContent, StringComparison.Ordinal);
    }

    private async Task<VisitedPage> OpenAsync(FormClient team, string words) => await team.GetAsync($"/moderate/inputs/{(await site.InputAsync(words)).Id}/coding");

    private static string Theme(VisitedPage page, int at) => page.Document.QuerySelectorAll("[name=ThemeIds]")[at].GetAttribute("value")!;

    private static List<AngleSharp.Dom.IElement> Cards(VisitedPage page, string memo) =>
        [.. page.Document.QuerySelectorAll("#given ul.cards > li").Where(card => card.QuerySelectorAll("p.hint").Any(hint => hint.TextContent.Trim() == memo))];

    private static IEnumerable<KeyValuePair<string, string>> Hidden(AngleSharp.Dom.IElement card) =>
        card.QuerySelectorAll("input[type=hidden]").Where(field => field.GetAttribute("name") is "excerpt" or "Seen").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
}
