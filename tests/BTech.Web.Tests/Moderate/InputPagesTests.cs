using System.Net;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>What the project team sees and does after the seal, on the sample's second round.</summary>
public sealed class InputPagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Inputs = "/moderate/windows/b-tech/2/inputs";

    [Fact]
    [Invariant(29)]
    public async Task Index_RoundStillOpen_ShowsDaysAndInvitedButNoNumberOfComments()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync("/moderate");
        Assert.Equal("Inputs and reports", page.Heading);
        Assert.Contains("28 days left", page.Text, StringComparison.Ordinal);
        Assert.Contains("48 people or organisations invited", page.Text, StringComparison.Ordinal);
        // 20 have sent and 24 have written; dates, which may hold these numbers on their own, are left out.
        var main = page.Document.QuerySelector("main")!;
        foreach (var date in main.QuerySelectorAll("time")) date.Remove();
        Assert.DoesNotMatch(@"\b(20|24)\b", main.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/windows/b-tech/3/inputs")).Status);
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("offers")]
    [InlineData("clearance")]
    public async Task Inputs_ForThoseWhoSeePeopleOrOnlyClear_AreNotThere(string name)
    {
        using var visitor = await site.SignInAsync(name);
        var input = await site.InputAsync("We receive several hundred thousand reports");
        var unknown = await visitor.GetAsync("/moderate/windows/b-tech/77/inputs");
        foreach (var address in new[] { Inputs, $"/moderate/inputs/{input.Id}", "/moderate/windows/b-tech/2/themes", "/moderate/windows/b-tech/2/queue" })
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal((HttpStatusCode.NotFound, unknown.Text), (page.Status, page.Text));
        }
    }

    [Fact]
    public async Task Inputs_NotSignedIn_AsksToSignIn()
    {
        using var anyone = site.Host.NewVisitor();
        Assert.Equal("/account/login", (await anyone.GetAsync(Inputs)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Inputs_FiltersAndPages_StandInTheAddress()
    {
        using var team = await site.SignInAsync("moderator");
        var first = await team.GetAsync(Inputs);
        Assert.Equal(25, first.Document.QuerySelectorAll("main ol.cards > li").Length);
        var second = await team.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!.Insert(0, Inputs));
        Assert.Equal(25, second.Document.QuerySelectorAll("main ol.cards > li").Length);
        Assert.Empty(Links(first).Intersect(Links(second)));
        var found = await team.SubmitAsync(first, [("words", "hundred thousand reports")], form: "main form.filters");
        Assert.Contains("words=hundred", found.Address.Query, StringComparison.Ordinal);
        Assert.Single(Links(found));
        Assert.Empty(Links(await team.GetAsync($"{Inputs}?words=zzzz")));
        Assert.Equal(HttpStatusCode.OK, (await team.GetAsync($"{Inputs}?area=x&kind=y&state=z&theme=q")).Status);
    }

    [Fact]
    public async Task SetAsideTogether_TickedInputs_AreGoneUntilTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync($"{Inputs}?state=NotReviewed&uncoded=true");
        var ids = Links(page).Take(2).Select(link => link.Split('/')[^1]).ToList();
        var refused = await team.SubmitAsync(page, [("Ticked", ids[0]), ("Ticked", ids[1])], form: "#bulk");
        Assert.Equal((HttpStatusCode.BadRequest, "SetAsideReason"), (refused.Status, Assert.Single(refused.InvalidFields.Distinct())));
        Assert.Equal(2, refused.Document.QuerySelectorAll("input[name=Ticked][checked]").Length);
        Assert.Equal(HttpStatusCode.BadRequest, (await team.SubmitAsync(page, [("SetAsideReason", SetAsideReasons.Trial)], form: "#bulk")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await team.SubmitAsync(page, [("Ticked", ids[0]), ("SetAsideReason", "because")], form: "#bulk")).Status);
        Assert.Equal(ids, Links(await team.GetAsync($"{Inputs}?state=NotReviewed&uncoded=true")).Take(2).Select(link => link.Split('/')[^1]));
        var aside = await team.SubmitAsync(page, [("Ticked", ids[0]), ("Ticked", ids[1]), ("SetAsideReason", SetAsideReasons.Trial)], form: "#bulk");
        Assert.Contains("2 inputs were set aside", aside.Text, StringComparison.Ordinal);
        Assert.Empty(Links(aside).Select(link => link.Split('/')[^1]).Intersect(ids));
        // Sent once more, the same inputs are no longer there to be set aside.
        var late = await team.SubmitAsync(page, [("Ticked", ids[0]), ("SetAsideReason", SetAsideReasons.Trial)], form: "#bulk");
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("Nothing was changed", late.Text, StringComparison.Ordinal);
        var back = await team.SubmitAsync(aside, form: "main .notice form");
        Assert.Contains("2 inputs are back in the list", back.Text, StringComparison.Ordinal);
        Assert.Equal(ids, Links(back).Take(2).Select(link => link.Split('/')[^1]));
    }

    /// <summary>An address in the text is pointed out; hidden by one button, it is neither in the text nor pointed out any more.</summary>
    [Fact]
    public async Task Suspicions_OfATextThatNamesItsAuthor_ArePointedOutAndHiddenByOneButton()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("several hundred thousand reports");
        var address = $"/moderate/inputs/{input.Id}";
        var text = await site.Host.Database.AskAsync<string>($"SELECT text FROM record.sealed_input WHERE id = '{input.Id}'");
        await site.Host.Database.ExecuteAsync($"UPDATE record.sealed_input SET text = text || ' Write to zz.desk@example.org.' WHERE id = '{input.Id}'");
        var page = await team.GetAsync(address);
        var card = page.Document.QuerySelectorAll("#suspicions li").Single(one => one.TextContent.Contains("An e-mail address", StringComparison.Ordinal));
        Assert.Equal("zz.desk@example.org", card.QuerySelector("q")!.TextContent);
        var fields = card.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
        var masked = await team.PostAsync(address + "?handler=Mask", fields);
        Assert.DoesNotContain("zz.desk", masked.Body, StringComparison.Ordinal);
        Assert.Contains("Write to", masked.Text, StringComparison.Ordinal);
        Assert.Empty(Links(await team.GetAsync($"{Inputs}?words=desk")));
        var open = await team.PostAsync(masked.Address.AbsolutePath + "?handler=Unmask", [new("mask", masked.Value("mask")!), masked.Token]);
        Assert.Contains("zz.desk", open.Text, StringComparison.Ordinal);
        await site.Host.Database.ExecuteAsync($"UPDATE record.sealed_input SET text = '{text.Replace("'", "''", StringComparison.Ordinal)}' WHERE id = '{input.Id}'; DELETE FROM record.search_text WHERE input_id = '{input.Id}'; DELETE FROM record.search_ready");
    }

    /// <summary>Withdrawn while it was open: the list says what happened, nothing is kept of what was posted, and other roles learn nothing.</summary>
    [Fact]
    public async Task Input_WithdrawnWhileOpen_LeadsToTheListAndSaysSo()
    {
        using var team = await site.SignInAsync("moderator");
        using var administrator = await site.SignInAsync("administrator");
        var input = await site.InputAsync("several hundred thousand reports");
        var address = $"/moderate/inputs/{input.Id}";
        var page = await team.GetAsync(address);
        await site.Host.Database.ExecuteAsync($"INSERT INTO record.withdrawal (input_id) VALUES ('{input.Id}')");
        try
        {
            var posted = await team.PostAsync(address + "?handler=SetAside", [page.Token, new("SetAsideReason", SetAsideReasons.Trial)]);
            Assert.Equal(Inputs, posted.Address.AbsolutePath);
            Assert.Contains("withdrawn by its author meanwhile", posted.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(address)).Status);
            Assert.Empty(Links(await team.GetAsync($"{Inputs}?words=several+hundred+thousand+reports")));
        }
        finally
        {
            await site.Host.Database.ExecuteAsync($"DELETE FROM record.withdrawal WHERE input_id = '{input.Id}'");
        }
        Assert.Equal(input.State, (await site.InputAsync("several hundred thousand reports")).State);
    }

    /// <summary>Each number of the queue leads to a list of exactly so many, the rows add up to the foot, and the next one to read is one that nobody has read.</summary>
    [Fact]
    public async Task Queue_EveryNumber_LeadsToTheInputsThatItCounts()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync("/moderate/windows/b-tech/2/queue");
        Assert.Equal("What is left to read and code", page.Heading);
        var foot = page.Document.QuerySelectorAll("main tfoot td").Select(cell => int.Parse(cell.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var rows = page.Document.QuerySelectorAll("main tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => int.Parse(cell.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)).ToList()).ToList();
        Assert.Equal(8, foot.Count);
        Assert.All(Enumerable.Range(0, 8), column => Assert.Equal(foot[column], rows.Sum(row => row[column])));
        Assert.True(foot[0] >= 55 && foot[1] > 0 && foot[5] > 0, string.Join(' ', foot));
        Assert.Equal(foot[0], foot[1] + foot[2]);
        Assert.Equal(foot[0], foot[5] + foot[6] + foot[7]);
        foreach (var link in page.Document.QuerySelectorAll("main tfoot td a"))
        {
            var (count, listed) = (int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture), await team.GetAsync(link.GetAttribute("href")!));
            Assert.Equal((link.GetAttribute("href"), Math.Min(25, count)), (link.GetAttribute("href"), Links(listed).Count));
            Assert.Equal(count > 25, listed.Document.QuerySelector("a[rel=next]") is not null);
        }
        var next = await team.GetAsync(page.Document.QuerySelector("main .cards a.button")!.GetAttribute("href")!);
        Assert.Contains("Not yet reviewed", next.Document.QuerySelector("main .tag")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("state=NotReviewed", next.Document.QuerySelector("main a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("مشروع")]
    [InlineData("领域")]
    [InlineData("SEVERAL thousand hundred")]
    public async Task Inputs_WordsInAnyScript_AreFound(string words)
    {
        using var team = await site.SignInAsync("moderator");
        var found = await team.GetAsync($"{Inputs}?words={Uri.EscapeDataString(words)}");
        Assert.NotEmpty(Links(found));
        Assert.Equal(words, found.Value("words"));
    }

    /// <summary>Groups and languages are offered when asked for and only as far as they may be told; whatever else is asked for narrows to nothing.</summary>
    [Fact]
    [Invariant(22)]
    public async Task Inputs_ByGroupOrLanguage_OnlyWhatMayBeToldNarrows()
    {
        using var team = await site.SignInAsync("moderator");
        var first = await team.GetAsync(Inputs);
        Assert.Null(first.Document.QuerySelector("#in"));
        var asked = await team.GetAsync(Inputs + first.Document.QuerySelector("main a[href*='parts=true']")!.GetAttribute("href"));
        var languages = asked.Document.QuerySelectorAll("#in option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0).ToList();
        Assert.Contains("en", languages);
        Assert.DoesNotContain("zh", languages);
        Assert.NotEmpty(Links(await team.GetAsync($"{Inputs}?in=en")));
        Assert.Empty(Links(await team.GetAsync($"{Inputs}?in=zh")));
        Assert.Empty(Links(await team.GetAsync($"{Inputs}?group=no-such-group")));
        Assert.Empty(Links(await team.GetAsync($"{Inputs}?in=en&state=SetAside")));
        var groups = asked.Document.QuerySelectorAll("#group option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0).ToList();
        foreach (var group in groups) Assert.Empty(Links(await team.GetAsync($"{Inputs}?in=zh&group={group}")));
    }

    /// <summary>A comment on a paragraph belongs to the paragraph's focus area.</summary>
    [Fact]
    public async Task Inputs_ByFocusArea_HoldTheCommentsOnItsParagraphs()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync($"{Inputs}?area=4&words=purchasing");
        Assert.Contains(page.Document.QuerySelectorAll("main ol.cards h2"), name => name.TextContent.Contains("paragraph", StringComparison.Ordinal));
        var overall = await team.GetAsync($"{Inputs}?area=0");
        Assert.DoesNotContain(overall.Document.QuerySelectorAll("main ol.cards h2"), name => name.TextContent.Contains("paragraph", StringComparison.Ordinal));
    }

    [Fact]
    [Invariant(21)]
    public async Task Pages_OfTheTeam_NameNobodyWhoWasInvited()
    {
        using var team = await site.SignInAsync("moderator");
        var names = await site.NamesAsync(2);
        Assert.True(names.Count > 90);
        var addresses = new Queue<string>(["/moderate", Inputs, "/moderate/windows/b-tech/2/themes", "/moderate/reports/2", "/moderate/reports/2/preview", "/moderate/reports/2/sections/5"]);
        foreach (var address in addresses)
        {
            var body = SampleSite.Words(await team.GetAsync(address));
            Assert.All(names, name => Assert.DoesNotContain(name, body, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("We receive several hundred thousand reports", "Language: English")]
    [InlineData("我们支持第四个重点领域", "Language: another one")]
    [Invariant(22)]
    public async Task Input_NamesNoLanguageUntilAskedAndNeverOneOfFew(string words, string told)
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync($"/moderate/inputs/{(await site.InputAsync(words)).Id}?state=NotReviewed");
        var main = page.Document.QuerySelector("main")!;
        Assert.DoesNotContain("Language:", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("中文", main.TextContent, StringComparison.Ordinal);
        var ask = main.QuerySelector("a[href*='language=true']")!;
        Assert.Contains("state=NotReviewed", ask.GetAttribute("href"), StringComparison.Ordinal);
        var asked = (await team.GetAsync(ask.GetAttribute("href")!)).Document.QuerySelector("main")!;
        Assert.Contains(told, asked.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("中文", asked.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mask_WithReason_HidesTheSentenceOnPageListAndSearchUntilTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("appeals, with its own staff");
        var page = await team.GetAsync($"/moderate/inputs/{input.Id}");
        var refused = await team.SubmitAsync(page, [("Sentences", "1")], form: "form.coding", button: "[data-mask]");
        Assert.Equal((HttpStatusCode.BadRequest, "Reason"), (refused.Status, Assert.Single(refused.InvalidFields)));
        Assert.NotNull(refused.Document.QuerySelector("#s1[checked]"));
        var masked = await team.SubmitAsync(page, [("Sentences", "1"), ("Reason", "says where the author works")], form: "form.coding", button: "[data-mask]");
        Assert.DoesNotContain("We receive several hundred thousand", masked.Body, StringComparison.Ordinal);
        Assert.Empty(Links(await team.GetAsync($"{Inputs}?words=several+hundred+thousand+reports")));
        var open = await team.PostAsync(masked.Address.AbsolutePath + "?handler=Unmask", [new("mask", masked.Value("mask")!), masked.Token]);
        Assert.Contains("We receive several hundred thousand", open.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetAside_WithAFixedReason_LeavesNoTextAnywhereUntilTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var input = await site.InputAsync("Public purchasing is mentioned");
        var address = $"/moderate/inputs/{input.Id}";
        var page = await team.GetAsync(address);
        var words = input.Text!.Read()[..30];
        var refused = await team.PostAsync(address + "?handler=SetAside", [page.Token]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Choose one of the reasons", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await team.PostAsync(address + "?handler=SetAside", [page.Token, new("SetAsideReason", "because")])).Status);
        var aside = await team.PostAsync(address + "?handler=SetAside", [page.Token, new("SetAsideReason", SetAsideReasons.OffTopic)]);
        Assert.DoesNotContain(words, aside.Body, StringComparison.Ordinal);
        Assert.Empty(Links(await team.GetAsync($"{Inputs}?words={Uri.EscapeDataString(words)}")));
        Assert.DoesNotContain(words, (await team.GetAsync($"{Inputs}?state=SetAside")).Body, StringComparison.Ordinal);
        var back = await team.PostAsync(address + "?handler=Undo", [aside.Token]);
        Assert.Contains(words, back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_WithoutTokenOrOfAnotherRole_ChangeNothing()
    {
        using var team = await site.SignInAsync("moderator");
        using var administrator = await site.SignInAsync("administrator");
        var input = await site.InputAsync("We receive several hundred thousand reports");
        var address = $"/moderate/inputs/{input.Id}?handler=SetAside";
        Assert.Equal(HttpStatusCode.BadRequest, (await team.PostAsync(address, [new("SetAsideReason", SetAsideReasons.Trial)])).Status);
        var theirs = await administrator.GetAsync("/admin/staff");
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.PostAsync(address, [theirs.Token, new("SetAsideReason", SetAsideReasons.Trial)])).Status);
        Assert.NotNull((await site.InputAsync("We receive several hundred thousand reports")).Text);
    }

    [Fact]
    public async Task Themes_AddedChangedDeleted_RefusalsKeepTheText()
    {
        using var team = await site.SignInAsync("moderator");
        const string themes = "/moderate/windows/b-tech/2/themes";
        var page = await team.GetAsync(themes);
        var refused = await team.SubmitAsync(page, [("Name", " "), ("Definition", "what belongs here")], form: "#form form");
        Assert.Equal((HttpStatusCode.BadRequest, "what belongs here", "Name"), (refused.Status, refused.Value("Definition"), Assert.Single(refused.InvalidFields)));
        var added = await team.SubmitAsync(page, [("Name", "Children <b>online</b>"), ("Definition", "d")], form: "#form form");
        Assert.Contains("Children <b>online</b>", added.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await team.SubmitAsync(page, [("Name", "children <B>ONLINE</b>")], form: "#form form")).Status);
        var card = added.Document.QuerySelectorAll("ul.cards > li").Single(one => one.TextContent.Contains("Children", StringComparison.Ordinal));
        var deleted = await team.PostAsync(themes + card.QuerySelector("form")!.GetAttribute("action"), [added.Token]);
        Assert.DoesNotContain("Children", deleted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Themes_TakenAlongAndBrought_AreTheSameAndABadFileChangesNothing()
    {
        using var team = await site.SignInAsync("moderator");
        const string themes = "/moderate/windows/b-tech/2/themes";
        async Task<VisitedPage> Bring(byte[] file) => await team.PostAsync(
            $"{themes}/import", [(await team.GetAsync($"{themes}/import")).Token], new Dictionary<string, (string, byte[])> { ["Book"] = ("book.csv", file) });
        var before = (await team.GetAsync($"{themes}?handler=File&format=csv")).Text;
        Assert.Equal((HttpStatusCode.BadRequest, "Book"), await Refusal("name,colour\na,red"u8.ToArray(), "column names"));
        Assert.Equal((HttpStatusCode.BadRequest, "Book"), await Refusal([.. "name\n"u8, 0xC3, 0x28], "UTF-8"));
        Assert.Equal((HttpStatusCode.BadRequest, "Book"), await Refusal("name,broader\na,nowhere"u8.ToArray(), "neither in it nor here"));
        Assert.Equal(before, (await team.GetAsync($"{themes}?handler=File&format=csv")).Text);
        var brought = await Bring("name,example\nBrought,=made up"u8.ToArray());
        Assert.Equal((HttpStatusCode.OK, themes), (brought.Status, brought.Address.AbsolutePath));
        Assert.Contains("Brought", brought.Text, StringComparison.Ordinal);
        Assert.Contains("'=made up", (await team.GetAsync($"{themes}?handler=File&format=csv")).Text, StringComparison.Ordinal);

        async Task<(HttpStatusCode, string)> Refusal(byte[] file, string reason)
        {
            var page = await Bring(file);
            Assert.Contains(reason, page.Text, StringComparison.Ordinal);
            return (page.Status, Assert.Single(page.InvalidFields));
        }
    }

    private static List<string> Links(VisitedPage page) => [.. page.Document.QuerySelectorAll("main ol.cards h2 a").Select(link => link.GetAttribute("href")!.Split('?')[0])];
}
