using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>What of a consultation is missing in which language, and where to write it.</summary>
public sealed class LanguagesPageTests : IAsyncLifetime
{
    private const string Consultation = "/admin/consultations/b-tech";

    private TestHost _host = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Languages_SayWhatIsMissingWhere_AndLeadThere()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        Assert.NotNull((await _admin.GetAsync(Consultation)).Document.QuerySelector($"main a[href$='{Consultation}/languages']"));
        Assert.Equal("1 missing", await CellAsync("Title", "fr"));
        Assert.Equal("there", await CellAsync("Title", "en"));
        // Title, short title and questions; nobody has said whom the outcome is for, so nobody misses it.
        Assert.Equal("3 missing", await CellAsync("Focus area 1: Area 1", "ar"));
        Assert.Equal("2 missing", await CellAsync("Scoping paper, version 1", "zh"));

        var form = await _admin.GetAsync(Consultation);
        await _admin.SubmitAsync(form, [("Form.Title[fr]", "Consultation"), ("Form.Host[fr]", "Le bureau"), ("Form.HostLabel[fr]", "L’équipe")]);
        Assert.Equal(["there", "there", "there"], [await CellAsync("Title", "fr"), await CellAsync("Who runs it", "fr"), await CellAsync("Name under which the project team speaks", "fr")]);
        foreach (var link in (await _admin.GetAsync($"{Consultation}/languages")).Document.QuerySelectorAll("main th a"))
            Assert.Equal(System.Net.HttpStatusCode.OK, (await _admin.GetAsync(link.GetAttribute("href")!)).Status);
    }

    private async Task<string> CellAsync(string text, string language)
    {
        var page = await _admin.GetAsync($"{Consultation}/languages");
        var column = page.Document.QuerySelectorAll("main thead th").Select(head => head.GetAttribute("lang")).ToList().IndexOf(language);
        var row = page.Document.QuerySelectorAll("main tbody tr").First(row => row.QuerySelector("th")!.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));
        return row.Children[column].TextContent.Trim();
    }
}
