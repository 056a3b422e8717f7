using System.Net;
using System.Text;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>A version of the scoping paper: read from a file or pasted, corrected, saved, taken back while no round uses it.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private const string Papers = "/admin/consultations/b-tech/papers";

    private TestHost _host = null!;
    private FormClient _admin = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        await TestWindow.MakeAsync(_host);
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Paper_PastedAndCorrected_IsSavedWithNumbersAndAreas()
    {
        var check = await ReadAsync("# New paper\n\nIntro.\n\n## Focus area 1\n\nText.\n\n## Annex\n\nLast.\n");
        Assert.Equal("New paper", check.Value("PaperTitle"));
        Assert.Equal(["1", ""], check.Document.QuerySelectorAll("select option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Equal(["1", "2", "3"], check.Document.QuerySelectorAll("#preview .number").Select(number => number.TextContent.Trim()));

        var corrected = await _admin.SubmitAsync(check, [("Text", "# New paper\n\nIntro.\n\nMore.\n\n## Focus area 1\n\nText.\n\n## Annex\n\nLast *words*.\n"), ("Parts[1].Area", "1")], "#correct", "[value=look]");
        Assert.Equal(["1", "1"], corrected.Document.QuerySelectorAll("select option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Single((await VersionsAsync()));

        var list = await _admin.SubmitAsync(corrected, form: "#correct", button: "[value=save]");
        Assert.Equal(Papers, list.Address.AbsolutePath);
        var saved = (await VersionsAsync())[0];
        Assert.Equal((2, "New paper"), (saved.Number, saved.Title.ToString()));
        Assert.Equal(
            [(1, (int?)null, "Intro."), (2, null, "More."), (null, 1, "Focus area 1"), (3, 1, "Text."), (null, 1, "Annex"), (4, 1, "Last *words*.")],
            saved.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.FocusAreaNumber, paragraph.Text.ToString())));
        Assert.Contains("Last <em>words</em>.", (await _admin.GetAsync("/consultations/b-tech/paper/2")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_WithoutATitle_KeepsTheTextAndSaysSo()
    {
        var check = await ReadAsync("Only a paragraph.");
        var refused = await _admin.SubmitAsync(check, [("Text", "Only a longer paragraph.")], "#correct", "[value=save]");
        Assert.Equal((HttpStatusCode.BadRequest, "Only a longer paragraph."), (refused.Status, refused.Value("Text")?.Trim()));
        Assert.Equal(["PaperTitle"], refused.InvalidFields);
        Assert.NotNull(refused.Document.QuerySelector("#empty-areas"));
        Assert.Single(await VersionsAsync());
    }

    [Theory]
    [InlineData("", "Choose a file or paste the text.")]
    [InlineData("# Heading only", "There is no paragraph in it")]
    public async Task Paper_NothingToRead_IsRefused(string text, string reason)
    {
        var refused = await ReadAsync(text);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_FileThatIsNone_IsRefusedBesideTheField()
    {
        var refused = await UploadAsync([(byte)'P', (byte)'K', 3, 4, 0]);
        Assert.Equal((HttpStatusCode.BadRequest, "PaperFile"), (refused.Status, refused.InvalidFields.Single()));
        var latin = await UploadAsync(Encoding.Latin1.GetBytes("déjà"));
        Assert.Contains("not in UTF-8", latin.Text, StringComparison.Ordinal);
        Assert.Equal("New paper", (await UploadAsync(Encoding.UTF8.GetBytes("\uFEFF# New paper\n\nText."))).Value("PaperTitle"));
    }

    [Fact]
    public async Task Paper_HostileText_IsShownAsText()
    {
        var check = await ReadAsync("# T\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![i](https://elsewhere.example/i.png)\n");
        var preview = check.Document.QuerySelector("#preview")!.InnerHtml;
        Assert.DoesNotContain("<img", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_NoRoundUsesIt_CanBeTakenBack_AndOneInUseCannot()
    {
        await _admin.SubmitAsync(await ReadAsync("# Unused\n\nText."), form: "#correct", button: "[value=save]");
        var list = await _admin.GetAsync(Papers);
        Assert.Single(list.Document.QuerySelectorAll("main form"));
        var forged = await _admin.SubmitAsync(list, [("number", "1")], "main form");
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("it stays", forged.Text, StringComparison.Ordinal);
        await _admin.SubmitAsync(await _admin.GetAsync(Papers), form: "main form");
        Assert.Equal([1], (await VersionsAsync()).Select(version => version.Number));
    }

    [Fact]
    public async Task Pages_ForOthersThanAdministrators_AreNotThere()
    {
        using var moderator = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(Papers)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync($"{Papers}/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync("/admin/consultations/none/papers/new")).Status);
    }

    private async Task<VisitedPage> ReadAsync(string text) => await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/new"), [("Text", text)], "#read");

    private async Task<VisitedPage> UploadAsync(byte[] file) => await _admin.SubmitAsync(
        await _admin.GetAsync($"{Papers}/new"), form: "#read", files: new Dictionary<string, (string, byte[])> { ["PaperFile"] = ("paper.docx", file) });

    private async Task<IReadOnlyList<PaperVersion>> VersionsAsync()
    {
        var consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", Cancel)))!;
        var versions = new List<PaperVersion>();
        foreach (var number in await _host.WithAsync<ScopingPapers, IReadOnlyList<int>>(papers => papers.NumbersAsync(consultation.Id, Cancel)))
            versions.Insert(0, (await _host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(consultation.Id, number, Cancel)))!);
        return versions;
    }
}
