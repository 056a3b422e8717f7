using System.IO.Compression;
using System.Net;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>The annex of resources and the released dilemma cards, from the lists to the published report and its files; what is confidential reaches none.</summary>
public sealed class ReportListsTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Report = "/moderate/reports/2";
    private const string Round = "/moderate/windows/b-tech/2";
    private static readonly string[] Published = ["A toolkit of ours for everybody", "A messaging service is asked for data", "Tension: keeping against giving"];
    private static readonly string[] Confidential = ["Secretsituation of ours", "a reason nobody reads", "Secretline of a resource"];

    [Fact]
    public async Task Lists_OfTheReport_ArePublishedAsTheyWereCleared()
    {
        using var team = await site.SignInAsync("moderator");
        using var clearance = await site.SignInAsync("clearance");
        using var anyone = site.Host.NewVisitor();
        var nothing = await team.SubmitAsync(await team.GetAsync(Report), form: "form[action$='handler=Lists']");
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Contains("no dilemma card is released", nothing.Text, StringComparison.Ordinal);

        // Given as background: it may be noted, and not published.
        var background = await site.InputAsync("Eleven questions that our sales staff");
        var refused = await team.SubmitAsync(await team.GetAsync($"{Round}/resources?edit={background.Id}"), [("IsInAnnex", "true"), ("AnnexLine", "Secretline of a resource")], "#form form");
        Assert.Equal((HttpStatusCode.BadRequest, "Secretline of a resource"), (refused.Status, refused.Value("AnnexLine")));
        Assert.Contains("as background only", refused.Text, StringComparison.Ordinal);
        var comment = await site.InputAsync("We receive several hundred thousand reports");
        await site.Host.Database.ExecuteAsync($"UPDATE record.sealed_input SET kind = {(int)InputKind.Resource} WHERE id = '{comment.Id}'");
        Assert.Equal(HttpStatusCode.OK, (await team.SubmitAsync(await team.GetAsync($"{Round}/resources?edit={comment.Id}"), [("IsInAnnex", "true"), ("AnnexLine", Published[0])], "#form form")).Status);
        var released = await site.InputAsync("Un service de messagerie");
        await team.SubmitAsync(await team.GetAsync($"{Round}/dilemmas?edit={released.Id}"),
            [("Situation", Published[1]), ("Tension", "keeping against giving"), ("IsReleased", "true"), ("ReleaseReason", "a reason nobody reads")], "#form form");
        var other = await site.InputAsync("appeals, with its own staff");
        await site.Host.Database.ExecuteAsync($"UPDATE record.sealed_input SET kind = {(int)InputKind.Dilemma} WHERE id = '{other.Id}'");
        await team.SubmitAsync(await team.GetAsync($"{Round}/dilemmas?edit={other.Id}"), [("Situation", Confidential[0])], "#form form");

        var report = await team.SubmitAsync(await team.GetAsync(Report), form: "form[action$='handler=Lists']");
        Assert.Equal(HttpStatusCode.OK, report.Status);
        var section = await team.GetAsync(report.Document.QuerySelectorAll("main a").First(link => link.TextContent == "Dilemmas raised").GetAttribute("href")!);
        Assert.Contains("copied from the lists", section.Text, StringComparison.Ordinal);
        Assert.Empty(section.Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync(section.Address.AbsolutePath + "/key-point")).Status);
        for (var turns = 0; turns < 20 && Blocking(report) is { } address; turns++)
        {
            var mended = await team.GetAsync(address);
            await team.PostAsync($"{mended.Address.AbsolutePath}?handler=Remove", [mended.Token, new("statement", new Uri(mended.Address, address).Fragment[3..])]);
            report = await team.GetAsync(Report);
        }
        await team.SubmitAsync(report, form: "form[action$='handler=Submit']");
        await clearance.SubmitAsync(await clearance.GetAsync($"{Report}/clearance"), form: "form[action$='handler=Clear']");
        await LiftedReport.LeaveOutCheckAsync(clearance, Report);
        await team.SubmitAsync(await team.GetAsync(Report), form: "form[action$='handler=Publish']");

        var before = await WordsAsync(anyone);
        foreach (var (name, words) in before)
        {
            Assert.All(Published, line => Assert.True(words.Contains(line, StringComparison.Ordinal), $"{name} lacks {line}"));
            Assert.All(Confidential, line => Assert.DoesNotContain(line, words, StringComparison.Ordinal));
        }
        // A card that changes later changes no published version.
        await team.SubmitAsync(await team.GetAsync($"{Round}/dilemmas?edit={released.Id}"), [("Situation", "Another situation"), ("IsReleased", null)], "#form form");
        site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(before["/reports/2.md"], (await WordsAsync(anyone))["/reports/2.md"]);
    }

    private static async Task<IReadOnlyDictionary<string, string>> WordsAsync(FormClient anyone)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in new[] { "/reports/2", "/reports/2.md", "/reports/2.json", "/reports/2.html" }) words[address] = SampleSite.Words(await anyone.GetAsync(address));
        await using var stream = await anyone.Http.GetStreamAsync(new Uri("/reports/2.docx", UriKind.Relative));
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        using var zip = new ZipArchive(copy);
        using var document = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        words["/reports/2.docx"] = await document.ReadToEndAsync();
        return words;
    }

    private static string? Blocking(VisitedPage report) => report.Document.QuerySelectorAll("#check h3")
        .FirstOrDefault(heading => heading.TextContent == "To be mended first")?.NextElementSibling!.QuerySelector("a")!.GetAttribute("href");
}
