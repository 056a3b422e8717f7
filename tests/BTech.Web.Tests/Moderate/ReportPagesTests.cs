using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>The sample's draft report on round 2: what its forms refuse. Nothing here changes it.</summary>
public sealed class ReportPagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Report = "/moderate/reports/2";

    [Fact]
    public async Task Report_NotPublished_IsNotThereForThePublic()
    {
        using var anyone = site.Host.NewVisitor();
        foreach (var address in new[] { "/reports/2", "/reports/2.docx", "/reports/2.pdf", "/reports/2.md", "/reports/2.json", "/reports/99", "/reports/1.exe" })
            Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(address)).Status);
    }

    [Fact]
    public async Task KeyPoint_WordingBeyondTheNumbers_IsRefusedWithTheTextKept()
    {
        using var team = await site.SignInAsync("moderator");
        var section = await SectionAsync(team, "Focus Area 3");
        var tray = await team.GetAsync($"{section}/key-point");
        var excerpt = tray.Document.QuerySelector("input[name=e]")!.GetAttribute("value")!;
        var page = await team.GetAsync($"{section}/key-point?chosen=true&e={excerpt}");
        Assert.Contains("1 contributor of", page.Text, StringComparison.Ordinal);
        Assert.Equal(["one", "also-raised"], page.Document.QuerySelectorAll("input[name=Attribution]").Select(rung => rung.GetAttribute("value")));
        const string text = "Some participants asked for **a shorter paper**.";
        var refused = await team.SubmitAsync(page, [("Attribution", "some"), ("Text", text)], form: "#wording form");
        Assert.Equal((HttpStatusCode.BadRequest, text), (refused.Status, refused.Value("Text")));
        Assert.Contains("claims more than the contributors", refused.Text, StringComparison.Ordinal);
        refused = await team.SubmitAsync(page, [("Attribution", "also-raised"), ("Text", "No phrase in bold.")], form: "#wording form");
        Assert.Equal((HttpStatusCode.BadRequest, "No phrase in bold.", "Text"), (refused.Status, refused.Value("Text"), Assert.Single(refused.InvalidFields)));
    }

    [Fact]
    public async Task Section_HostNoteWithoutTheHostsName_IsRefusedWithTheTextKept()
    {
        using var team = await site.SignInAsync("moderator");
        var section = await SectionAsync(team, "Next Steps");
        var page = await team.GetAsync(section);
        var refused = await team.SubmitAsync(page, [("HostText", "We will publish.")], form: "form[action$='handler=Host']");
        Assert.Equal((HttpStatusCode.BadRequest, "We will publish.", "HostText"), (refused.Status, refused.Value("HostText"), Assert.Single(refused.InvalidFields)));
    }

    [Fact]
    public async Task Section_OverarchingMessages_OffersThemesOfSeveralAreasWithTheirPassages()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync(await SectionAsync(team, "Overarching Messages"));
        var candidates = page.Document.QuerySelectorAll("table tbody a");
        Assert.NotEmpty(candidates);
        var tray = await team.GetAsync(candidates[0].GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, tray.Status);
        Assert.All(tray.Document.QuerySelectorAll("#Evidence > li strong"), theme => Assert.Equal(candidates[0].TextContent, theme.TextContent));
        // The next section is about one focus area.
        Assert.Empty((await team.GetAsync(await SectionAsync(team, "Focus Area 1"))).Document.QuerySelectorAll("#candidates"));
    }

    private static async Task<string> SectionAsync(FormClient team, string heading) => (await team.GetAsync(Report)).Document.QuerySelectorAll("main a")
        .First(link => link.TextContent.StartsWith(heading, StringComparison.Ordinal)).GetAttribute("href")!;
}
