using System.Globalization;
using System.Net;
using System.Text;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>A paper corrected piece by piece before it is saved.</summary>
public sealed class PaperPiecesTests : IAsyncLifetime
{
    private const string Papers = "/admin/consultations/b-tech/papers";
    private const string Short = "# Paper\n\nIntro.\n\n## Focus area 1\n\nFirst\n\nhalf.\n\nNot a heading\n\nHeader of a page\n";

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
    public async Task Pieces_CorrectedByFields_AreSavedAsTheyStand()
    {
        var page = await BeginAsync(Short);
        Assert.Equal(["Paragraph 1", "Heading", "Paragraph 2", "Paragraph 3", "Paragraph 4", "Paragraph 5"], Legends(page));
        Assert.Null(page.Document.QuerySelector("[name='Pieces.Lines[0].Joins']"));
        var looked = await PressAsync(page, "look",
            (Field(0, "Area"), "1"), (Field(3, "Joins"), "true"), (Field(4, "Kind"), "2"), (Field(4, "Text"), "Now a heading"), (Field(5, "IsLeftOut"), "true"), ("PaperTitle", "Another title"));
        Assert.Equal(["Paragraph 1", "Heading", "Paragraph 2", "Heading", "Left out"], Legends(looked));
        Assert.Equal("First half.", looked.Value(Field(2, "Text"))!.Trim());
        Assert.Single(await VersionsAsync());

        // What was left out can come back, and what became a heading is a paragraph again.
        var back = await PressAsync(looked, "look", (Field(3, "Kind"), "0"), (Field(4, "IsLeftOut"), null));
        Assert.Equal(["Paragraph 1", "Heading", "Paragraph 2", "Paragraph 3", "Paragraph 4"], Legends(back));
        var saved = await PressAsync(back, "save", (Field(1, "Area"), ""), (Field(4, "IsLeftOut"), "true"));
        Assert.Equal($"{Papers}/2/changes", saved.Address.AbsolutePath);
        var version = (await VersionsAsync())[0];
        Assert.Equal("Another title", version.Title.ToString());
        // The heading took along what stands under it in its area.
        Assert.Equal(
            [(1, (int?)1, "Intro."), (null, null, "Focus area 1"), (2, null, "First half."), (3, null, "Now a heading")],
            version.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.FocusAreaNumber, paragraph.Text.ToString())));
    }

    [Fact]
    public async Task Pieces_ThatCannotBeTaken_AreMarkedAndEverythingStays()
    {
        var page = await BeginAsync(Short);
        var refused = await PressAsync(page, "save", ("PaperTitle", ""), (Field(0, "Text"), " "), (Field(2, "Text"), "Corrected."), (Field(2, "IsLeftOut"), "true"), (Field(3, "Joins"), "true"), (Field(4, "Area"), ""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["PaperTitle", Field(0, "Text"), Field(3, "Joins")], refused.InvalidFields);
        Assert.Equal(("Corrected.", ""), (refused.Value(Field(2, "Text"))!.Trim(), refused.Value(Field(4, "Area"))));
        Assert.True(refused.Document.QuerySelector($"[name='{Field(2, "IsLeftOut")}']")!.HasAttribute("checked"));
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Pieces_Lines_3__Joins']"));
        var mended = await PressAsync(refused, "save", ("PaperTitle", "Paper"), (Field(0, "Text"), "Intro."), (Field(3, "Joins"), null));
        Assert.Equal($"{Papers}/2/changes", mended.Address.AbsolutePath);

        var nothing = await PressAsync(await BeginAsync("Only."), "save", (Field(0, "IsLeftOut"), "true"));
        Assert.Contains("no paragraph in it", nothing.Text, StringComparison.Ordinal);
        Assert.True(nothing.Document.QuerySelector($"[name='{Field(0, "IsLeftOut")}']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Pieces_TurnedIntoOneTextAndBack_AreTheSame()
    {
        var page = await PressAsync(await BeginAsync(Short), "text", (Field(5, "IsLeftOut"), "true"), (Field(0, "Text"), "Introduction."));
        Assert.Equal("Introduction.\n\n## Focus area 1\n\nFirst\n\nhalf.\n\nNot a heading", page.Value("Text")!.Trim().ReplaceLineEndings("\n"));
        Assert.Equal("1", page.Document.QuerySelector("select option[selected]")!.GetAttribute("value"));
        var again = await _admin.SubmitAsync(page, form: "#correct", button: "[value=pieces]");
        Assert.Equal("Introduction.", again.Value(Field(0, "Text"))!.Trim());
        Assert.DoesNotContain("would lose it", again.Text, StringComparison.Ordinal);
        Assert.Contains("would lose it", (await PressAsync(again, "look", (Field(2, "Area"), ""))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_Of200Pages_IsCorrectedPageByPage()
    {
        var text = new StringBuilder("# A long paper\n\n");
        for (var part = 1; part <= 40; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## Part {part}\n\n");
            for (var at = 1; at <= 30; at++) text.Append(CultureInfo.InvariantCulture, $"Paragraph {at} of part {part}. {string.Concat(Enumerable.Repeat("Business respects human rights. ", 15))}\n\n");
        }
        var page = await BeginAsync(text.ToString());
        Assert.Contains("42", page.Document.QuerySelector("#pieces .actions")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(30, Legends(page).Count);
        Assert.Equal(40, page.Document.QuerySelectorAll("#pieces details button").Length);

        // To the last part by its heading; what was corrected on the way stays.
        var last = await PressAsync(page, "sheet-41", (Field(1, "Text"), "Corrected on the first page."));
        Assert.Equal("Paragraph 1162", Legends(last)[0]);
        var first = await PressAsync(last, "sheet-1", (Field(29, "IsLeftOut"), "true"));
        Assert.Equal("Corrected on the first page.", first.Value(Field(1, "Text"))!.Trim());
        // The part's heading takes its thirty paragraphs along, on two pages.
        var saved = await PressAsync(first, "save", (Field(0, "Area"), "1"));
        Assert.Equal($"{Papers}/2/changes", saved.Address.AbsolutePath);
        var version = (await VersionsAsync())[0];
        Assert.Equal((1239, 31), (version.Paragraphs.Count, version.Paragraphs.Count(paragraph => paragraph.FocusAreaNumber == 1)));
        Assert.Equal("Corrected on the first page.", version.Paragraphs[1].Text.ToString());
    }

    [Theory]
    [InlineData("Pieces.Plan", "0...3")]
    [InlineData("Pieces.Sheet", "9")]
    [InlineData("Text", "Something else")]
    public async Task Pieces_FormThatIsNotOurs_GivesTheTextBack(string field, string value)
    {
        var forged = await PressAsync(await BeginAsync(Short), "save", (field, value), (Field(0, "Text"), "What I corrected."));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("What I corrected.", forged.Body, StringComparison.Ordinal);
        Assert.Single(await VersionsAsync());
    }

    [Fact]
    public async Task Pieces_AreaThatThereIsNot_CountsAsNone()
    {
        await PressAsync(await BeginAsync(Short), "save", (Field(0, "Area"), "77"), (Field(0, "Kind"), "7"));
        Assert.Equal((1, (int?)null), ((await VersionsAsync())[0].Paragraphs[0].Number, (await VersionsAsync())[0].Paragraphs[0].FocusAreaNumber));
    }

    [Fact]
    public async Task Pieces_HostileText_IsShownAsText()
    {
        var page = await BeginAsync("# T\n\n</textarea><script>alert(1)</script>\n\n## \"><img src=x>\n\nText.");
        Assert.Empty(page.Document.QuerySelectorAll("#pieces script, #pieces img"));
        Assert.Equal("</textarea><script>alert(1)</script>", page.Value(Field(0, "Text"))!.Trim());
    }

    private static string Field(int at, string name) => $"Pieces.Lines[{at}].{name}";

    private static IReadOnlyList<string> Legends(VisitedPage page) => [.. page.Document.QuerySelectorAll("#pieces legend").Select(legend => legend.TextContent.Trim())];

    private async Task<VisitedPage> BeginAsync(string text)
    {
        var read = await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/new"), [("Text", text)], "#read");
        return await _admin.SubmitAsync(read, form: "#correct", button: "[value=pieces]");
    }

    private Task<VisitedPage> PressAsync(VisitedPage page, string then, params (string Name, string? Value)[] typed) =>
        _admin.SubmitAsync(page, typed, "#pieces", $"button[value='{then}']");

    private async Task<IReadOnlyList<PaperVersion>> VersionsAsync()
    {
        var consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", Cancel)))!;
        var versions = new List<PaperVersion>();
        foreach (var number in await _host.WithAsync<ScopingPapers, IReadOnlyList<int>>(papers => papers.NumbersAsync(consultation.Id, Cancel)))
            versions.Insert(0, (await _host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(consultation.Id, number, Cancel)))!);
        return versions;
    }
}
