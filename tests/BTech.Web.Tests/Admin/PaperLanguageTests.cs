using System.Net;
using System.Text;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>A version in another language beside the English: the same paragraphs in the same order, until a round on it is opened.</summary>
public sealed class PaperLanguageTests : IAsyncLifetime
{
    private const string Papers = "/admin/consultations/b-tech/papers";
    private const string Arabic = $"{Papers}/2/languages/ar";
    private const string Right = "# الورقة\n\nمقدمة.\n\n## مجال التركيز 1\n\nكما يلي:\n\n- واحد\n- اثنان\n";

    private TestHost _host = null!;
    private FormClient _admin = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        await TestWindow.MakeAsync(_host);
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        await _admin.SubmitAsync(
            await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/new"), [("Text", "# Paper\n\nIntro.\n\n## Focus area 1\n\nAs follows:\n\n- one\n- two\n")], "#read"), form: "#correct", button: "[value=save]");
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Text_WithTheSameParagraphs_IsShownBesideTheEnglishThenSavedAndRead()
    {
        var looked = await _admin.SubmitAsync(await _admin.GetAsync(Arabic), [("Text", Right)], "#translate", "[value=look]");
        Assert.Equal("الورقة", looked.Value("PaperTitle"));
        Assert.Equal(3, looked.Document.QuerySelectorAll("#beside tbody tr").Length);
        Assert.Equal("rtl", looked.Document.QuerySelector("#beside td [lang=ar]")!.GetAttribute("dir"));
        Assert.False((await PaperAsync()).Paragraphs[0].Text.Has(Language.Arabic));

        var saved = await _admin.SubmitAsync(looked, form: "#translate", button: "[value=save]");
        Assert.Equal(Papers, saved.Address.AbsolutePath);
        var paper = await PaperAsync();
        Assert.Equal(("Paper", "الورقة"), (paper.Title.In(Language.English).Text, paper.Title.In(Language.Arabic).Text));
        Assert.Equal([("Intro.", "مقدمة."), ("Focus area 1", "مجال التركيز 1"), ("As follows:\n\n- one\n- two", "كما يلي:\n\n- واحد\n- اثنان")], paper.Paragraphs.Select(paragraph => (paragraph.Text.In(Language.English).Text, paragraph.Text.In(Language.Arabic).Text)));
        var read = await _admin.GetAsync("/ar/consultations/b-tech/paper/2");
        Assert.Contains("واحد", read.Text, StringComparison.Ordinal);
        Assert.Null(read.Document.QuerySelector(".paragraph [lang=en]"));
        // Opened again, it stands there to be corrected.
        Assert.Contains("- واحد", (await _admin.GetAsync(Arabic)).Value("Text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("مقدمة.\n\n## مجال\n\nنص.\n\nزائد.", "3 headings and paragraphs, this one has 4. They first differ at number 4")]
    [InlineData("مقدمة.\n\nنص.\n\nنص.", "at number 2")]
    [InlineData("مقدمة.", "this one has 1")]
    [InlineData("", "no paragraph in it")]
    public async Task Text_WithOtherParagraphs_IsRefusedAndKept(string text, string reason)
    {
        var refused = await _admin.SubmitAsync(await _admin.GetAsync(Arabic), [("Text", text), ("PaperTitle", "الورقة")], "#translate", "[value=save]");
        Assert.Equal((HttpStatusCode.BadRequest, text, "الورقة"), (refused.Status, (refused.Value("Text") ?? "").ReplaceLineEndings("\n"), refused.Value("PaperTitle")));
        Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
        Assert.False((await PaperAsync()).Title.Has(Language.Arabic));
    }

    [Fact]
    public async Task Text_WithOtherNumbersOrMissingPieces_IsMarkedBesideTheEnglish()
    {
        await _admin.SubmitAsync(
            await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/new"), [("Text", "# Third\n\nIn 2011.\n\n31 of 1,000.\n\nNo number.\n")], "#read"), form: "#correct", button: "[value=save]");
        var french = $"{Papers}/3/languages/fr";
        Assert.Contains("français (not yet)", string.Join(' ', (await _admin.GetAsync(Papers)).Document.QuerySelectorAll("tbody a").Select(link => link.TextContent)), StringComparison.OrdinalIgnoreCase);
        var looked = await _admin.SubmitAsync(await _admin.GetAsync(french), [("Text", "En 2011.\n\n13 sur 1\u202F000."), ("PaperTitle", "T")], "#translate", "[value=look]");
        var rows = looked.Document.QuerySelectorAll("#beside tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.DoesNotContain("numbers", rows[0], StringComparison.Ordinal);
        Assert.Contains("Other numbers Only in the English: 31. Only in this text: 13.", rows[1], StringComparison.Ordinal);
        Assert.Contains("Missing", rows[2], StringComparison.Ordinal);
        Assert.Equal(2, looked.Document.QuerySelectorAll("#doubts li").Length);

        // Only those, then mended, then saved: a number is a hint and stops nobody.
        var doubtful = await _admin.SubmitAsync(looked, [("Text", "En 2011.\n\n13 sur 1\u202F000.\n\nRien."), ("Doubtful", "true")], "#translate", "[value=look]");
        Assert.Single(doubtful.Document.QuerySelectorAll("#beside tbody tr"));
        var saved = await _admin.SubmitAsync(doubtful, form: "#translate", button: "[value=save]");
        Assert.Equal(Papers, saved.Address.AbsolutePath);
        Assert.DoesNotContain("français (not yet)", string.Join(' ', saved.Document.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("a").Select(link => link.TextContent)), StringComparison.OrdinalIgnoreCase);
        Assert.Single((await _admin.GetAsync($"{french}?doubtful=true")).Document.QuerySelectorAll("#beside tbody tr"));
    }

    [Fact]
    public async Task LongPaper_BesideItsTranslation_IsReadPageByPage()
    {
        string Long(string word) => string.Join("\n\n", Enumerable.Range(1, 250).Select(at => $"{word} {at}."));
        await _admin.SubmitAsync(await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/new"), [("Text", "# Long\n\n" + Long("Paragraph"))], "#read"), form: "#correct", button: "[value=save]");
        var looked = await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/3/languages/es"), [("Text", Long("Párrafo")), ("PaperTitle", "Largo")], "#translate", "[value=look]");
        Assert.Equal(100, looked.Document.QuerySelectorAll("#beside tbody tr").Length);
        Assert.Contains("Nothing is missing", looked.Text, StringComparison.Ordinal);
        var third = await _admin.SubmitAsync(await _admin.SubmitAsync(looked, form: "#translate", button: "button[value='sheet-2']"), form: "#translate", button: "button[value='sheet-3']");
        Assert.Equal(50, third.Document.QuerySelectorAll("#beside tbody tr").Length);
        Assert.Contains("Párrafo 250.", third.Text, StringComparison.Ordinal);
        Assert.Equal(Papers, (await _admin.SubmitAsync(third, form: "#translate", button: "[value=save]")).Address.AbsolutePath);
        Assert.Contains("Párrafo 201.", (await _admin.GetAsync($"{Papers}/3/languages/es?sheet=3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WithOtherPieces_IsSetRightBesideTheEnglishAndSaved()
    {
        // Not translated: the introduction; too many: the list, taken from its sentence.
        var page = await _admin.SubmitAsync(await _admin.GetAsync(Arabic), [("Text", "مجال\n\nكما يلي\n\n- واحد\n- اثنان\n"), ("PaperTitle", "الورقة")], "#translate", "[value=beside]");
        Assert.Equal(["Paragraph 1", "Heading", "Paragraph 2"], Legends(page));
        var moved = await PressAsync(page, "look", (Line(0, "MovesDown"), "true"), (Line(2, "Joins"), "true"));
        Assert.Equal(["", "مجال", "كما يلي\n\n- واحد\n- اثنان"], Enumerable.Range(0, 3).Select(at => (moved.Value(Line(at, "Text")) ?? "").Trim().ReplaceLineEndings("\n")));
        Assert.NotNull(moved.Document.QuerySelector("fieldset .tag.bad"));

        var refused = await PressAsync(moved, "save", (Line(1, "Text"), "مجال التركيز 1"));
        Assert.Equal((HttpStatusCode.BadRequest, Line(0, "Text"), "مجال التركيز 1"), (refused.Status, refused.InvalidFields.Single(), refused.Value(Line(1, "Text"))!.Trim()));
        Assert.Contains("without a text: 1. Texts beyond the English: 0.", refused.Text, StringComparison.Ordinal);
        Assert.False((await PaperAsync()).Title.Has(Language.Arabic));

        var asText = await PressAsync(refused, "text", (Line(0, "Text"), "مقدمة."));
        Assert.Equal("مقدمة.\n\n## مجال التركيز 1\n\nكما يلي\n\n- واحد\n- اثنان", asText.Value("Text")!.Trim().ReplaceLineEndings("\n"));
        var saved = await PressAsync(refused, "save", (Line(0, "Text"), "مقدمة."));
        Assert.Equal(Papers, saved.Address.AbsolutePath);
        Assert.Equal(["مقدمة.", "مجال التركيز 1", "كما يلي\n\n- واحد\n- اثنان"], (await PaperAsync()).Paragraphs.Select(paragraph => paragraph.Text.In(Language.Arabic).Text));
    }

    [Fact]
    public async Task Text_BegunBesideTheEnglish_SaysWhatIsLeftOver()
    {
        var empty = await _admin.SubmitAsync(await _admin.GetAsync(Arabic), [("Text", "")], "#translate", "[value=beside]");
        Assert.Equal(3, empty.Document.QuerySelectorAll("fieldset .tag.bad").Length);
        var beyond = await PressAsync(empty, "look", (Line(0, "Text"), "1"), (Line(1, "Text"), "2"), (Line(2, "Text"), "3"), (Line(1, "MovesDown"), "true"));
        Assert.Equal("Beyond the English", Legends(beyond)[3]);
        var refused = await PressAsync(beyond, "save", ("PaperTitle", "ت"), (Line(1, "Text"), "1½"));
        Assert.Equal([Line(3, "Text")], refused.InvalidFields);
        Assert.Equal(Papers, (await PressAsync(refused, "save", (Line(3, "Text"), ""))).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("Beside.Plan", "1,2")]
    [InlineData("Beside.Sheet", "4")]
    [InlineData("VersionId", "00000000-0000-0000-0000-000000000000")]
    public async Task Form_ThatIsNotOurs_GivesTheTextsBack(string field, string value)
    {
        var page = await _admin.SubmitAsync(await _admin.GetAsync(Arabic), [("Text", Right)], "#translate", "[value=beside]");
        var forged = await PressAsync(page, "save", (field, value), (Line(0, "Text"), "ما كتبته"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("ما كتبته", forged.Body, StringComparison.Ordinal);
        Assert.False((await PaperAsync()).Title.Has(Language.Arabic));
    }

    [Fact]
    public async Task LongPaper_CorrectedBesideTheEnglish_GoesPageByPage()
    {
        string Long(string word, int count) => string.Join("\n\n", Enumerable.Range(1, count).Select(at => $"{word} {at}."));
        await _admin.SubmitAsync(await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/new"), [("Text", "# Long\n\n" + Long("Paragraph", 1200))], "#read"), form: "#correct", button: "[value=save]");
        var page = await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/3/languages/es"), [("Text", Long("Párrafo", 1199)), ("PaperTitle", "Largo")], "#translate", "[value=beside]");
        Assert.Equal(30, Legends(page).Count);
        var next = await PressAsync(page, "sheet-2", (Line(0, "Text"), "Párrafo primero 1."));
        Assert.Equal("Párrafo 31.", next.Value(Line(0, "Text"))!.Trim());
        // Saving shows the first place that is empty, on the last page.
        var refused = await PressAsync(next, "save");
        Assert.Equal([Line(29, "Text")], refused.InvalidFields);
        Assert.Equal(Papers, (await PressAsync(refused, "save", (Line(29, "Text"), "Párrafo 1200."))).Address.AbsolutePath);
        var saved = await PaperAsync(3);
        Assert.Equal(("Párrafo primero 1.", "Párrafo 1200."), (saved.Paragraphs[0].Text.In(Language.Spanish).Text, saved.Paragraphs[^1].Text.In(Language.Spanish).Text));
    }

    [Fact]
    public async Task File_ThatIsNone_IsRefusedBesideItsField()
    {
        var refused = await _admin.SubmitAsync(await _admin.GetAsync(Arabic), form: "#translate", button: "[value=save]", files: new Dictionary<string, (string, byte[])> { ["PaperFile"] = ("paper.docx", Encoding.Latin1.GetBytes("PKé")) });
        Assert.Equal((HttpStatusCode.BadRequest, "PaperFile"), (refused.Status, refused.InvalidFields.Single()));
    }

    [Fact]
    public async Task Version_OfARoundThatWasOpened_StaysAsItIs()
    {
        Assert.Null((await _admin.GetAsync($"{Papers}/1/languages/fr")).Document.QuerySelector("#translate"));
        var first = (await PaperAsync(1)).Id;
        Assert.False(await _host.WithAsync<ScopingPapers, bool>(papers => papers.TranslateAsync(first, Language.French, "Titre", ["Texte"], Cancel)));
        Assert.False((await PaperAsync(1)).Title.Has(Language.French));
    }

    [Fact]
    public async Task Version_TakenBackMeanwhile_GivesBackWhatWasTyped()
    {
        var page = await _admin.GetAsync(Arabic);
        var id = (await PaperAsync()).Id;
        Assert.Equal(Removal.Done, await _host.WithAsync<ScopingPapers, Removal>(papers => papers.RemoveAsync(id, Cancel)));
        var gone = await _admin.SubmitAsync(page, [("Text", Right)], "#translate", "[value=save]");
        Assert.Equal(HttpStatusCode.BadRequest, gone.Status);
        Assert.Contains("- واحد", gone.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForOthersOrOtherLanguages_IsNotThere()
    {
        using var moderator = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(Arabic)).Status);
        foreach (var address in new[] { $"{Papers}/2/languages/en", $"{Papers}/2/languages/de", $"{Papers}/9/languages/ar" }) Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync(address)).Status);
    }

    private static string Line(int at, string name) => $"Beside.Lines[{at}].{name}";

    private static IReadOnlyList<string> Legends(VisitedPage page) => [.. page.Document.QuerySelectorAll("main legend").Select(legend => legend.TextContent.Trim())];

    private Task<VisitedPage> PressAsync(VisitedPage page, string then, params (string Name, string? Value)[] typed) =>
        _admin.SubmitAsync(page, typed, "#correct", $"button[value='{then}']");

    private async Task<PaperVersion> PaperAsync(int number = 2)
    {
        var consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", Cancel)))!;
        return (await _host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(consultation.Id, number, Cancel)))!;
    }
}
