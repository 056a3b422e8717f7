using System.Globalization;
using System.Net;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.SecondCoding;
using BTech.Team.Accounts;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Moderate;

/// <summary>A second coder's way over HTTP, without scripts: asked, coding blind, compared, settled.</summary>
public sealed class SecondCoderPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Round = "/moderate/windows/b-tech/2";
    private const string SecondCoder = Round + "/second-coder";

    /// <summary>One journey, because an input is read a second time once: what each step leaves is what the next one needs.</summary>
    [Fact]
    public async Task Journey_FromTheTaskToTheSettledDispute()
    {
        var member = await new Crew(site.Host).AddAsync("second-coder", null, StaffRole.Moderator);
        await new Crew(site.Host).AddAsync("clearing", null, StaffRole.Clearance);
        using var first = await site.SignInAsync("moderator");
        using var second = await site.SignInAsync("second-coder");

        // Refused: nobody chosen, somebody who is not of the project team, nothing left to draw.
        var empty = await first.GetAsync(SecondCoder);
        Assert.Contains("Nobody has been asked", empty.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("clearing@example.org", empty.Text, StringComparison.Ordinal);
        var refused = await first.SubmitAsync(empty, [("Coder", Guid.NewGuid().ToString()), ("Share", "Half")], form: "#open form");
        Assert.Equal((HttpStatusCode.BadRequest, "Coder"), (refused.Status, Assert.Single(refused.InvalidFields)));
        Assert.NotNull(refused.Document.QuerySelector("[name=Share][value=Half][checked]"));
        refused = await first.SubmitAsync(empty, [("Coder", member.Id.ToString()), ("Share", "7")], form: "#open form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var asked = await first.SubmitAsync(empty, [("Coder", member.Id.ToString()), ("Share", "All")], form: "#open form");
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("second-coder@example.org", asked.Document.QuerySelector("#readings")!.TextContent, StringComparison.Ordinal);
        Assert.Null(asked.Document.QuerySelector("#mine"));
        refused = await first.SubmitAsync(asked, [("Coder", member.Id.ToString()), ("Share", "All")], form: "#open form");
        Assert.Contains("There is nothing to draw", refused.Text, StringComparison.Ordinal);

        // Blind: the text and the list, and nothing that anybody gave, on either page of the input.
        var own = await second.GetAsync(SecondCoder);
        var next = own.Document.QuerySelector("#mine a.button")!.GetAttribute("href")!;
        var page = await second.GetAsync(next);
        var input = Guid.Parse(page.Address.Segments[^2].TrimEnd('/'));
        var given = (await site.Host.WithAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(new(Guid.NewGuid()), input, default)))[0];
        Assert.NotNull(page.Document.QuerySelector("#blind"));
        Assert.Empty(page.Document.QuerySelectorAll("#given ul.cards > li"));
        Assert.Empty(page.Document.QuerySelectorAll(".sentences mark"));
        Assert.Empty((await second.GetAsync($"/moderate/inputs/{input}")).Document.QuerySelectorAll(".sentences mark"));
        Assert.NotEmpty((await first.GetAsync($"/moderate/inputs/{input}/coding")).Document.QuerySelectorAll("#given ul.cards > li"));
        Assert.DoesNotContain($"/moderate/inputs/{input}", (await second.GetAsync($"{Round}/inputs?theme={given.Theme.Id}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(given.Text[..20], Words(await second.GetAsync($"{Round}/themes/split?theme={given.Theme.Id}")), StringComparison.Ordinal);
        Assert.Contains(given.Text[..20], Words(await first.GetAsync($"{Round}/themes/split?theme={given.Theme.Id}")), StringComparison.Ordinal);
        // Of an area with one input the figures are that input's.
        var figures = await second.GetAsync($"{Round}/matrix");
        Assert.Contains("The figures are shown once you are done", figures.Text, StringComparison.Ordinal);
        Assert.Empty(figures.Document.QuerySelectorAll("main table"));
        Assert.NotEmpty((await first.GetAsync($"{Round}/matrix")).Document.QuerySelectorAll("main table"));
        // A file would show what others gave, and so would a key point.
        var export = await second.GetAsync($"{Round}/exports");
        var noFile = await second.SubmitAsync(export, [("Format", "csv"), ("Reason", "to look"), .. Crew.Signed("clearing")], form: "#make form, form#make");
        Assert.Equal(HttpStatusCode.BadRequest, noFile.Status);
        Assert.Contains("inputs of this round to code blind", noFile.Text, StringComparison.Ordinal);
        var point = await second.GetAsync($"/moderate/reports/2/sections/5/key-point?chosen=true&E={given.Id}");
        Assert.Contains("still have to code blind", point.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(given.Text[..20], SampleSite.Words(point), StringComparison.Ordinal);
        var late = await first.GetAsync($"/moderate/reports/2/sections/5/key-point?chosen=true&E={given.Id}");
        Assert.Contains(given.Text[..20], SampleSite.Words(late), StringComparison.Ordinal);
        var kept = await second.PostAsync(point.Address.AbsolutePath, [KeyValuePair.Create("E", given.Id.ToString()), KeyValuePair.Create("Text", "A long thought"), point.Token]);
        Assert.Equal((HttpStatusCode.Conflict, "A long thought"), (kept.Status, kept.Document.QuerySelector("[data-kept=Text]")!.TextContent.Trim()));

        // The second reading: a theme that the first did not give, on the first sentence.
        var others = page.Document.QuerySelectorAll("[name=ThemeIds]").Select(box => box.GetAttribute("value")!).ToList();
        var firstThemes = (await site.Host.WithAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(new(Guid.NewGuid()), input, default))).Select(one => one.Theme.Id.ToString()).ToHashSet();
        var theme = others.First(one => !firstThemes.Contains(one));
        var coded = await second.SubmitAsync(page, [("Sentences", "1"), ("ThemeIds", theme), ("Stance", "Concern"), ("Memo", "blind note")], form: "form.coding");
        Assert.Single(coded.Document.QuerySelectorAll("#given ul.cards > li"));
        Assert.DoesNotContain("blind note", Words(await first.GetAsync($"/moderate/inputs/{input}/coding")), StringComparison.Ordinal);
        Assert.DoesNotContain("blind note", Words(await first.GetAsync($"{Round}/memos")), StringComparison.Ordinal);
        Assert.Contains("No second coder is done", (await first.GetAsync(SecondCoder + "/agreement")).Text, StringComparison.Ordinal);

        // Done: on to the next input of the task; both readings are open.
        var on = await second.SubmitAsync(coded, [], form: "#blind form");
        Assert.NotEqual(page.Address.AbsolutePath, on.Address.AbsolutePath);
        Assert.NotNull(on.Document.QuerySelector("#blind"));
        var open = await second.GetAsync(page.Address.AbsolutePath);
        Assert.Null(open.Document.QuerySelector("#blind"));
        Assert.Equal(firstThemes.Count + 1, open.Document.QuerySelectorAll("#given ul.cards > li").Select(card => card.QuerySelector("bdi")!.TextContent).Distinct().Count());
        var stays = await second.PostAsync($"/moderate/inputs/{input}/coding?handler=Remove",
            [.. open.Document.QuerySelector("#given form[action*='handler=Remove']")!.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!))]);
        Assert.Equal(HttpStatusCode.BadRequest, stays.Status);
        Assert.Contains("part of two readings", stays.Text, StringComparison.Ordinal);

        await AgreementIsThatOfTheTablesAsync(first, input, theme);
        await SettleAsync(first, second, input, theme);

        // The rest of the task: not begun, so it can be taken back.
        var task = await first.GetAsync(SecondCoder);
        var back = await first.SubmitAsync(task, [], form: "#readings form");
        Assert.Contains("done with 1 of 1 input", back.Text, StringComparison.Ordinal);
        Assert.Null((await second.GetAsync(SecondCoder)).Document.QuerySelector("#mine"));
        Assert.NotEmpty((await second.GetAsync($"{Round}/matrix")).Document.QuerySelectorAll("main table"));
    }

    // What the page says of one theme is what the direct formula makes of the sentences, counted here from the tables.
    private async Task AgreementIsThatOfTheTablesAsync(FormClient team, Guid input, string theme)
    {
        var text = (await site.Host.WithAsync<InputList, ReadableInput?>(list => list.FindAsync(new(Guid.NewGuid()), input, default)))!.Text!;
        var agreement = await team.GetAsync(SecondCoder + "/agreement");
        var row = agreement.Document.QuerySelector($"tr[data-theme='{theme}']")!;
        var (units, present) = (text.Sentences.Count, 1);
        Assert.Equal(units.ToString(CultureInfo.InvariantCulture), row.QuerySelector("[data-units]")!.TextContent);
        var alpha = 1 - ((2.0 * units - 1) * 1 / (present * ((2.0 * units) - present)));
        Assert.Equal(alpha.ToString("N3", CultureInfo.GetCultureInfo("en")).Replace("-0.000", "0.000", StringComparison.Ordinal), row.QuerySelector("[data-alpha]")!.TextContent.Replace("-0.000", "0.000", StringComparison.Ordinal));
        Assert.Contains("not reliable", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Krippendorff", agreement.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", agreement.Text, StringComparison.Ordinal);
    }

    private async Task SettleAsync(FormClient first, FormClient second, Guid input, string theme)
    {
        var name = (await site.Host.Database.ListAsync($"SELECT name FROM record.theme WHERE id = '{theme}'"))[0];
        var (page, late) = (await first.GetAsync(SecondCoder + "/disputes"), await second.GetAsync(SecondCoder + "/disputes"));
        Assert.DoesNotContain("@example.org", page.Text, StringComparison.Ordinal);
        var card = Assert.Single(page.Document.QuerySelectorAll("[data-disputes] > li"), one => one.QuerySelector("h2")!.TextContent.Trim() == name);
        var id = card.Id!;
        Assert.Contains("This theme is not given here.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("blind note", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Second", "Neither"], card.QuerySelectorAll("[name=How]").Select(choice => choice.GetAttribute("value")!));
        var nothing = await first.SubmitAsync(page, [("How", null)], form: $"#{id} form");
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Contains("Choose what counts.", nothing.Text, StringComparison.Ordinal);
        Assert.NotNull(nothing.Document.QuerySelector($".error-summary a[href='#How-{id[2..]}']"));
        Assert.NotNull(nothing.Document.GetElementById($"How-{id[2..]}"));

        var settled = await first.SubmitAsync(page, [("How", "Neither")], form: $"#{id} form");
        Assert.Equal(HttpStatusCode.OK, settled.Status);
        Assert.Null(settled.Document.GetElementById(id));
        Assert.StartsWith("1 of ", settled.Document.QuerySelector("[data-progress]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("blind note", Words(await first.GetAsync($"/moderate/inputs/{input}/coding")), StringComparison.Ordinal);
        // The other had the page open and settles it differently: told, and nothing changed.
        var meanwhile = await second.SubmitAsync(late, [("How", "Second")], form: $"#{id} form");
        Assert.Equal(HttpStatusCode.BadRequest, meanwhile.Status);
        Assert.Contains("Somebody else has settled this meanwhile", meanwhile.Document.GetElementById(id)!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Neither", meanwhile.Document.GetElementById(id)!.TextContent, StringComparison.Ordinal);

        var list = await second.GetAsync(SecondCoder + "/disputes?show=settled");
        var open = await second.SubmitAsync(list, [], form: $"#{id} form");
        Assert.Contains("None of them is settled yet.", open.Text, StringComparison.Ordinal);
        Assert.Contains("blind note", Words(await first.GetAsync($"/moderate/inputs/{input}/coding")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/second-coder")]
    [InlineData("/second-coder/agreement")]
    [InlineData("/second-coder/disputes")]
    [InlineData("/themes/history")]
    [InlineData("/themes/split?theme=3f0e1a3c-35a8-4a8e-9d40-1b9d8c2f0a11")]
    public async Task Pages_AreForTheProjectTeamOfASealedRound(string page)
    {
        using var clearance = await site.SignInAsync("clearance");
        Assert.Equal(HttpStatusCode.NotFound, (await clearance.GetAsync(Round + page)).Status);
        using var team = await site.SignInAsync("moderator");
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/windows/b-tech/3" + page)).Status);
    }

    private static string Words(VisitedPage page) => SampleSite.Words(page);
}
