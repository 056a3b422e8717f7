using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>What of a consultation is missing in which language, and where to write it.</summary>
public sealed class LanguagesPageTests : AdministratorTests
{
    private const string Consultation = "/admin/consultations/b-tech";

    [Fact]
    public async Task Languages_SayWhatIsMissingWhere_AndLeadThere()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        Assert.NotNull((await Admin.GetAsync(Consultation)).Document.QuerySelector($"main a[href$='{Consultation}/languages']"));
        Assert.Equal("1 missing", await CellAsync("Title", "fr"));
        Assert.Equal("there", await CellAsync("Title", "en"));
        // Title, short title and questions; nobody has said whom the outcome is for, so nobody misses it.
        Assert.Equal("3 missing", await CellAsync("Focus area 1: Area 1", "ar"));
        Assert.Equal("2 missing", await CellAsync("Scoping paper, version 1", "zh"));

        var form = await Admin.GetAsync(Consultation);
        await Admin.SubmitAsync(form, [("Form.Title[fr]", "Consultation"), ("Form.Host[fr]", "Le bureau"), ("Form.HostLabel[fr]", "L’équipe")]);
        Assert.Equal(["there", "there", "there"], [await CellAsync("Title", "fr"), await CellAsync("Who runs it", "fr"), await CellAsync("Name under which the project team speaks", "fr")]);
        foreach (var link in (await Admin.GetAsync($"{Consultation}/languages")).Document.QuerySelectorAll("main th a"))
            Assert.Equal(System.Net.HttpStatusCode.OK, (await Admin.GetAsync(link.GetAttribute("href")!)).Status);
    }

    private async Task<string> CellAsync(string text, string language)
    {
        var page = await Admin.GetAsync($"{Consultation}/languages");
        var column = page.Document.QuerySelectorAll("main thead th").Select(head => head.GetAttribute("lang")).ToList().IndexOf(language);
        var row = page.Document.QuerySelectorAll("main tbody tr").First(row => row.QuerySelector("th")!.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));
        return row.Children[column].TextContent.Trim();
    }
}
