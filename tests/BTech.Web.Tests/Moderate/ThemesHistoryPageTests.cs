using System.Net;
using System.Text;
using BTech.Record.Coding;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>Splitting themes and the versions of the list over HTTP.</summary>
public sealed class ThemesHistoryPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Themes = "/moderate/windows/b-tech/2/themes";

    [Fact]
    public async Task Split_ByTickedPassages_IsListedAndTakenBack()
    {
        using var team = await site.SignInAsync("moderator");
        var list = await team.GetAsync(Themes);
        var link = list.Document.QuerySelector("a[href*='/themes/split?theme=']")!.GetAttribute("href")!;
        var page = await team.GetAsync(link);
        var boxes = page.Document.QuerySelectorAll("[name=Ticked]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.NotEmpty(boxes);
        var refused = await team.SubmitAsync(page, [("Name", " "), ("Definition", "what it is")], form: "#splitting");
        Assert.Equal((HttpStatusCode.BadRequest, "what it is"), (refused.Status, refused.Value("Definition")));
        foreach (var field in new[] { "Name", "Ticked" })
        {
            Assert.Contains(field, refused.InvalidFields);
            Assert.NotNull(refused.Document.QuerySelector($".error-summary a[href='#{field}']"));
            Assert.NotNull(refused.Document.GetElementById(field));
        }
        var taken = list.Document.QuerySelectorAll("ul.cards h2 bdi").Select(name => name.TextContent).Last();
        refused = await team.SubmitAsync(page, [("Name", taken), ("Ticked", boxes[0])], form: "#splitting");
        Assert.Equal("Name", Assert.Single(refused.InvalidFields));
        Assert.NotNull(refused.Document.QuerySelector($"[value='{boxes[0]}'][checked]"));
        refused = await team.SubmitAsync(page, [("Name", "A part of it"), ("Ticked", boxes[0]), ("Ticked", Guid.NewGuid().ToString())], form: "#splitting");
        Assert.Contains("no longer here", refused.Text, StringComparison.Ordinal);

        var split = await team.SubmitAsync(page, [("Name", "A part of it"), ("Definition", "what it is"), ("Ticked", boxes[0])], form: "#splitting");
        Assert.Equal(Themes, split.Address.AbsolutePath);
        Assert.Contains("A part of it", split.Document.QuerySelector("#split")!.TextContent, StringComparison.Ordinal);
        // Whoever still had that passage under the old theme in the form is told.
        refused = await team.SubmitAsync(page, [("Name", "Another part"), ("Ticked", boxes[0])], form: "#splitting");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var back = await team.SubmitAsync(split, [], form: "#split form");
        Assert.Null(back.Document.QuerySelector("#split"));
        Assert.Contains(boxes[0], (await team.GetAsync(link)).Body, StringComparison.Ordinal);
        var history = await team.GetAsync($"{Themes}/history");
        Assert.Contains("split off", history.Document.QuerySelector("[data-versions]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rename_StandsInTheHistory_IsComparedAndBroughtBack()
    {
        using var team = await site.SignInAsync("moderator");
        var window = await site.WindowAsync(2);
        await site.Host.WithAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(window.ConsultationId, "Called so at first", "The first <b>meaning</b>", false, null, default));
        var list = await team.GetAsync(Themes);
        var card = list.Document.QuerySelectorAll("ul.cards > li").Single(one => one.QuerySelector("h2")?.TextContent.Trim() == "Called so at first");
        var version = await VersionAsync(window.ConsultationId);
        var edit = await team.GetAsync(Themes + card.QuerySelector("a[href^='?edit=']")!.GetAttribute("href"));
        await team.SubmitAsync(edit, [("Name", "Called otherwise"), ("Definition", "Another meaning")], form: "#form form");
        Assert.Equal(version + 1, await VersionAsync(window.ConsultationId));

        var history = await team.GetAsync(card.QuerySelector("a[href*='/themes/history?theme=']")!.GetAttribute("href")!);
        var newest = history.Document.QuerySelector("[data-versions] > li")!;
        Assert.Contains($"Version {version + 1}", newest.TextContent, StringComparison.Ordinal);
        foreach (var said in new[] { "it was called “Called so at first”", "defined anew" }) Assert.Contains(said, newest.TextContent, StringComparison.Ordinal);
        Assert.Contains("first <b>", newest.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        var compared = await team.SubmitAsync(history, [("From", $"{version - 1}"), ("To", $"{version + 1}")], form: "#compare form");
        Assert.Contains("Called otherwise", compared.Document.QuerySelector("[data-between]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("added", compared.Document.QuerySelector("[data-between]")!.TextContent, StringComparison.Ordinal);
        var wrong = await team.SubmitAsync(history, [("From", "0"), ("To", "99999")], form: "#compare form");
        Assert.Equal((HttpStatusCode.BadRequest, "To", "99999"), (wrong.Status, Assert.Single(wrong.InvalidFields), wrong.Value("To")));

        // Nothing to bring back where the name is taken; else it is back, as a version of its own.
        var (_, taken) = await site.Host.WithAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(window.ConsultationId, "called SO at first", null, false, null, default));
        var refused = await team.SubmitAsync(history, [], form: "#theme form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        await site.Host.WithAsync<CodeBook, CodingResult>(book => book.DeleteAsync(window.ConsultationId, taken, default));
        var back = await team.SubmitAsync(history, [], form: "#theme form");
        Assert.Equal(["Called so at first", "Called otherwise", "Called so at first"], back.Document.QuerySelectorAll("[data-wordings] > li > p > bdi").Select(name => name.TextContent));
        Assert.Contains("earlier wording brought back", back.Document.QuerySelector("[data-versions] > li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_SayTheVersionTheyAreMadeWith()
    {
        using var team = await site.SignInAsync("moderator");
        var window = await site.WindowAsync(2);
        var list = await team.GetAsync(Themes);
        var version = await VersionAsync(window.ConsultationId);
        Assert.Contains($"Version {version} of this list", list.Text, StringComparison.Ordinal);
        var csv = Encoding.UTF8.GetString(await team.Http.GetByteArrayAsync(new Uri($"{Themes}?handler=File&format=csv", UriKind.Relative)));
        Assert.Contains("cross_cutting,book_version", csv, StringComparison.Ordinal);
        Assert.All(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..].Where(row => row.EndsWith($",{version}", StringComparison.Ordinal)), row => Assert.Contains(",no,", row.Replace(",yes,", ",no,", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains($"no,{version}\r\n", csv, StringComparison.Ordinal);
        var qdc = Encoding.UTF8.GetString(await team.Http.GetByteArrayAsync(new Uri($"{Themes}?handler=File&format=qdc", UriKind.Relative)));
        Assert.Contains($"list of themes, version {version}\"", qdc, StringComparison.Ordinal);
        // The file that was taken along can be brought back, and changes nothing.
        var import = await team.GetAsync($"{Themes}/import");
        await team.SubmitAsync(import, [], form: "#import", files: new Dictionary<string, (string, byte[])> { ["Book"] = ("themes.csv", Encoding.UTF8.GetBytes(csv)) });
        Assert.Equal(version, await VersionAsync(window.ConsultationId));
    }

    private Task<int> VersionAsync(Guid consultation) => site.Host.WithAsync<CodeBookHistory, int>(history => history.VersionAsync(consultation, default));
}
