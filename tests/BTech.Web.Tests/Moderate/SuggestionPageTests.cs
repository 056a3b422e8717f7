using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>Suggested passages of the sample's second round.</summary>
public sealed class SuggestionPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Suggestions = "/moderate/windows/b-tech/2/suggestions";

    [Fact]
    public async Task Page_ShowsMarkedSuggestionsWithReasons_AndWritesNothing()
    {
        var before = await site.Host.Database.ListAsync("SELECT count(*)::text FROM record.coded_excerpt");
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync(Suggestions);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var cards = page.Document.QuerySelectorAll("[data-suggestions] > li");
        Assert.InRange(cards.Length, 1, 25);
        Assert.All(cards, card =>
        {
            Assert.Contains("comparing words", card.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(card.QuerySelectorAll("details li"));
            Assert.NotEmpty(card.QuerySelectorAll("details bdi"));
        });
        Assert.All(page.Document.QuerySelectorAll("main form[method=post]"), form => Assert.Contains("handler=Dismiss", form.GetAttribute("action"), StringComparison.Ordinal));
        var link = cards[0].QuerySelector("a[href*='&pick=']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await team.GetAsync(link)).Status);
        Assert.Equal(before, await site.Host.Database.ListAsync("SELECT count(*)::text FROM record.coded_excerpt"));
    }

    [Fact]
    public async Task Filters_NarrowByThemeAndArea_AndWhatCannotBeReadMeansAll()
    {
        using var team = await site.SignInAsync("moderator");
        var all = await team.GetAsync(Suggestions);
        var name = all.Document.QuerySelector("[data-suggestions] h3")!.TextContent;
        var theme = all.Document.QuerySelectorAll("#theme option").Single(option => option.TextContent == name).GetAttribute("value");
        var one = await team.GetAsync($"{Suggestions}?theme={theme}");
        Assert.NotEmpty(one.Document.QuerySelectorAll("[data-suggestions] h3"));
        Assert.All(one.Document.QuerySelectorAll("[data-suggestions] h3"), heading => Assert.Equal(name, heading.TextContent));
        var area = await team.GetAsync(Suggestions + "?area=1");
        Assert.All(area.Document.QuerySelectorAll("[data-suggestions] h3 + p"), line => Assert.Contains("1", line.TextContent, StringComparison.Ordinal));
        var odd = await team.GetAsync(Suggestions + "?theme=x&area=x");
        Assert.Equal(all.Document.QuerySelectorAll("[data-suggestions] > li").Length, odd.Document.QuerySelectorAll("[data-suggestions] > li").Length);
    }

    [Fact]
    public async Task CounterViews_StandSideBySideUnderTheChosenTheme()
    {
        var theme = (await site.Host.Database.ListAsync("SELECT e.theme_id::text FROM record.coded_excerpt e JOIN record.sealed_input i ON i.id = e.input_id WHERE e.stance IN (1, 2) AND NOT EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = i.id AND d.is_set_aside) ORDER BY 1"))[0];
        using var team = await site.SignInAsync("moderator");
        Assert.Null((await team.GetAsync(Suggestions)).Document.QuerySelector("[data-counter]"));
        var sides = (await team.GetAsync($"{Suggestions}?theme={theme}")).Document.QuerySelectorAll("[data-counter] h3");
        Assert.Equal(["In favour", "Against, or worried"], sides.Select(side => side.TextContent));
    }

    /// <summary>Opened from a suggestion, the workspace has the sentence ticked and the theme chosen; nothing is coded before a person sends it.</summary>
    [Fact]
    public async Task Suggestion_Opened_FillsInTheFormAndIsShownInTheWorkspaceOnlyWhenAskedFor()
    {
        using var team = await site.SignInAsync("moderator");
        var card = (await team.GetAsync(Suggestions)).Document.QuerySelector("[data-suggestions] > li")!;
        var open = await team.GetAsync(card.QuerySelector("a[href*='&pick=']")!.GetAttribute("href")!);
        Assert.Single(open.Document.QuerySelectorAll("input[name=Sentences][checked]"));
        var given = Assert.Single(open.Document.QuerySelectorAll("input[name=ThemeIds][checked]"));
        Assert.Contains(card.QuerySelector("h3")!.TextContent.Trim(), given.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty(open.Document.QuerySelectorAll("#suggested li"));
        var asked = await team.GetAsync(open.Address.AbsolutePath + "?suggest=true");
        Assert.Contains(asked.Document.QuerySelectorAll("#suggested blockquote"), quote => card.TextContent.Contains(quote.TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dismissed_Suggestion_IsNotMadeAgainUntilTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync(Suggestions);
        var form = page.Document.QuerySelector("[data-suggestions] form")!;
        var fields = form.QuerySelectorAll("input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!)).ToList();
        var dismissed = await team.PostAsync(form.GetAttribute("action")!, fields);
        Assert.Contains("not be suggested for this theme again", dismissed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Offers(dismissed), offer => offer == Offer(fields));
        Assert.NotNull(dismissed.Document.QuerySelector("[data-dismissed] li"));
        var back = await team.SubmitAsync(dismissed, form: "main .notice form");
        Assert.Contains(Offers(back), offer => offer == Offer(fields));
        Assert.Null(back.Document.QuerySelector("[data-dismissed]"));

        static string Offer(IReadOnlyCollection<KeyValuePair<string, string>> fields) => string.Join('|', new[] { "input", "start", "suggested" }.Select(name => fields.Single(field => field.Key == name).Value));
        static IEnumerable<string> Offers(VisitedPage page) => page.Document.QuerySelectorAll("[data-suggestions] form")
            .Select(form => Offer([.. form.QuerySelectorAll("input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!))]));
    }

    [Fact]
    public async Task Candidates_OfWordsThatResembleNothing_FillInTheFormOfANewTheme()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync(Suggestions);
        Assert.NotNull(page.Document.QuerySelector("#candidates"));
        var themes = await team.GetAsync("/moderate/windows/b-tech/2/themes?name=sign+language");
        Assert.Equal("sign language", themes.Value("Name"));
        Assert.Null((await team.GetAsync($"{Suggestions}?theme={page.Document.QuerySelectorAll("#theme option")[1].GetAttribute("value")}")).Document.QuerySelector("#candidates"));
    }

    [Fact]
    public async Task Page_IsForTheProjectTeamAndNamesNoContributor()
    {
        using var clearance = await site.SignInAsync("clearance");
        Assert.Equal(HttpStatusCode.NotFound, (await clearance.GetAsync(Suggestions)).Status);
        using var team = await site.SignInAsync("moderator");
        var body = (await team.GetAsync(Suggestions)).Body;
        foreach (var id in await site.Host.Database.ListAsync("SELECT id::text FROM record.contributor")) Assert.DoesNotContain(id, body, StringComparison.OrdinalIgnoreCase);
    }
}
