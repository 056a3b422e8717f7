using System.IO.Compression;
using System.Net;
using System.Text;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
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

        var next = await _admin.SubmitAsync(corrected, form: "#correct", button: "[value=save]");
        Assert.Equal($"{Papers}/2/changes", next.Address.AbsolutePath);
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
    public async Task Paper_HostileFile_IsRefusedWithWhatWasTypedKept()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:ins>", 50_000)) + string.Concat(Enumerable.Repeat("</w:ins>", 50_000));
        foreach (var (file, reason) in new[]
        {
            (Word(body: deep), "too deep"), (Word(body: string.Concat(Enumerable.Repeat($"<w:p><w:r><w:t>{new string('x', 1000)}</w:t></w:r></w:p>", 10_000))), "longer than a paper can be"),
            (Word(body: string.Concat(Enumerable.Range(0, 301).Select(_ => "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>Part</w:t></w:r></w:p><w:p><w:r><w:t>Text</w:t></w:r></w:p>"))), "300 headings"),
        })
        {
            var refused = await UploadAsync(file, "What I had typed.");
            Assert.Equal((HttpStatusCode.BadRequest, "PaperFile", "What I had typed."), (refused.Status, refused.InvalidFields.Single(), refused.Value("Text")?.Trim()));
            Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
        }
        Assert.Single(await VersionsAsync());
    }

    [Theory]
    [InlineData("1. Typed *by* hand_here_ `x` [a](b) <b> # & &amp; &copy; \\ \\* !")]
    [InlineData("# no heading, **no** bold, ~~no~~ | no | table")]
    [InlineData("--- === ~~~ >>> + - *")]
    [InlineData("[^1]: note, [x]: https://example.org <https://example.org> \\[")]
    [InlineData("C# and F# ## 50 * 2 * 3 snake_case_word a__b__c 人*权*。")]
    [InlineData("حقوق *الإنسان* [1] <ب>")]
    public async Task Text_ThatLooksLikeMarkup_ComesThroughUnchanged(string typed)
    {
        var escaped = System.Net.WebUtility.HtmlEncode(typed);
        var check = await UploadAsync(Word($"<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>{escaped}</w:t></w:r></w:p><w:p><w:r><w:t>{escaped}</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{escaped}</w:t></w:r><w:r><w:t>{escaped}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{escaped}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
        Assert.Equal(typed, check.Value("PaperTitle"));
        var looked = await _admin.SubmitAsync(check, [("Text", check.Value("Text")!.ReplaceLineEndings("\r\n"))], "#correct", "[value=look]");
        await _admin.SubmitAsync(looked, form: "#correct", button: "[value=save]");
        var page = await _admin.GetAsync("/consultations/b-tech/paper/2");
        Assert.Equal([typed, typed + typed, typed], page.Document.QuerySelectorAll(".paragraph").Select(paragraph => (paragraph.QuerySelector("th") ?? paragraph.QuerySelector("p"))!.TextContent.Trim()));
    }

    // What is posted back is more than what was read: each end of a line comes back as two characters, each letter as up to three bytes.
    [Fact]
    public async Task Paper_AsLongAsOneCanBe_IsReadCorrectedAndSaved()
    {
        var paragraph = string.Join('\n', Enumerable.Repeat("人人", 6_600));
        var text = "# Long\n\n" + string.Join("\n\n", Enumerable.Repeat(paragraph, 45));
        Assert.InRange(text.Length, 890_000, 900_000);
        var check = await UploadAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal("Long", check.Value("PaperTitle"));
        var saved = await _admin.SubmitAsync(check, [("Text", check.Value("Text")!.ReplaceLineEndings("\r\n"))], "#correct", "[value=save]");
        Assert.Equal($"{Papers}/2/changes", saved.Address.AbsolutePath);
        Assert.Equal(45, (await VersionsAsync())[0].Paragraphs.Count);
        Assert.Contains("longer than a paper can be", (await UploadAsync(Encoding.UTF8.GetBytes(text + new string('x', 10_000)))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_TakenBackBySomebodyElse_IsACleanAnswer()
    {
        await _admin.SubmitAsync(await ReadAsync("# Second\n\nText."), form: "#correct", button: "[value=save]");
        var later = await RoundAsync(2, null);
        await _host.WithAsync<CommentWindows>(windows => windows.AddAsync(later, Cancel));
        var (list, dates) = (await _admin.GetAsync(Papers), await _admin.GetAsync("/admin/windows/b-tech/2/dates"));
        var second = (await VersionsAsync())[0];
        Assert.Equal(Removal.Done, await _host.WithAsync<ScopingPapers, Removal>(papers => papers.RemoveAsync(second.Id, Cancel)));

        var late = await _admin.SubmitAsync(list, [("Sure", "true")], "main form");
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("already removed", late.Text, StringComparison.Ordinal);
        Assert.Empty(late.Document.QuerySelectorAll("main form"));
        var without = await _admin.SubmitAsync(dates, [("Paper", "2"), ("WindowTitle[en]", "My round")]);
        Assert.Equal((HttpStatusCode.BadRequest, "Paper", "My round"), (without.Status, without.InvalidFields.Single(), without.Value("WindowTitle[en]")));
        // Even between looking for the version and saving.
        var orphan = await RoundAsync(3, second.Id);
        Assert.Equal(RoundSaving.PaperTakenBack, await _host.WithAsync<CommentWindows, RoundSaving>(windows => windows.AddAsync(orphan, Cancel)));
        Assert.Equal(Removal.Gone, await _host.WithAsync<ScopingPapers, Removal>(papers => papers.RemoveAsync(second.Id, Cancel)));
    }

    [Fact]
    public async Task Version_NewerThanTheOneUnderComment_IsReadBesideIt_AndNotInItsPlace()
    {
        await _admin.SubmitAsync(await ReadAsync("# Newer\n\nOther words."), form: "#correct", button: "[value=save]");
        using var anyone = _host.NewVisitor();

        var asked = await anyone.GetAsync("/consultations/b-tech/paper");
        Assert.Contains("Comments are asked on this version. A newer one", asked.Text, StringComparison.Ordinal);
        Assert.NotNull(asked.Document.QuerySelector(".comment-link"));
        var newer = await anyone.GetAsync("/consultations/b-tech/paper/2");
        Assert.Contains("Comments are asked on version 1, not on this one", newer.Text, StringComparison.Ordinal);
        Assert.Null(newer.Document.QuerySelector(".comment-link"));
    }

    [Fact]
    public async Task Version_WithWhichANewerOneWasCompared_Stays()
    {
        foreach (var title in new[] { "Second", "Third" }) await _admin.SubmitAsync(await ReadAsync($"# {title}\n\nText."), form: "#correct", button: "[value=save]");
        var list = await _admin.GetAsync(Papers);
        Assert.Equal("3", Assert.Single(list.Document.QuerySelectorAll("main form input[name=number]")).GetAttribute("value"));
        Assert.Contains("it stays", (await _admin.SubmitAsync(list, [("number", "2"), ("Sure", "true")], "main form")).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await VersionsAsync()).Count);
    }

    [Fact]
    public async Task Version_NoRoundUsesIt_CanBeTakenBack_AndOneInUseCannot()
    {
        await _admin.SubmitAsync(await ReadAsync("# Unused\n\nText."), form: "#correct", button: "[value=save]");
        var list = await _admin.GetAsync(Papers);
        Assert.Single(list.Document.QuerySelectorAll("main form"));
        var forged = await _admin.SubmitAsync(list, [("number", "1"), ("Sure", "true")], "main form");
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("it stays", forged.Text, StringComparison.Ordinal);
        Assert.Equal(["Sure"], (await _admin.SubmitAsync(await _admin.GetAsync(Papers), form: "main form")).InvalidFields);
        Assert.Equal(2, (await VersionsAsync()).Count);
        await _admin.SubmitAsync(await _admin.GetAsync(Papers), [("Sure", "true")], "main form");
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

    private async Task<VisitedPage> UploadAsync(byte[] file, string typed = "") => await _admin.SubmitAsync(
        await _admin.GetAsync($"{Papers}/new"), [("Text", typed)], "#read", files: new Dictionary<string, (string, byte[])> { ["PaperFile"] = ("paper.docx", file) });

    private async Task<CommentWindow> RoundAsync(int number, Guid? paper) => new()
    {
        Id = Guid.NewGuid(), ConsultationId = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", Cancel)))!.Id, Number = number, Kind = RoundKind.Written,
        Title = LocalizedText.InEnglish("Later"), PaperVersionId = paper, OpensAt = _host.Clock.GetUtcNow().AddDays(40 * number), ClosesAt = _host.Clock.GetUtcNow().AddDays((40 * number) + 30), Zone = "Europe/Zurich", HoldingHours = 24,
    };

    private static byte[] Word(string body)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in new[]
            {
                ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"),
                ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='d' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"),
                ("word/document.xml", $"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>"),
            })
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }

    private async Task<IReadOnlyList<PaperVersion>> VersionsAsync()
    {
        var consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", Cancel)))!;
        var versions = new List<PaperVersion>();
        foreach (var number in await _host.WithAsync<ScopingPapers, IReadOnlyList<int>>(papers => papers.NumbersAsync(consultation.Id, Cancel)))
            versions.Insert(0, (await _host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(consultation.Id, number, Cancel)))!);
        return versions;
    }
}
