using System.Net;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Documents.Pdf;
using BTech.Languages;
using BTech.Testing;
using BTech.Web.Operations;
using BTech.Web.Tests.Participate;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Web.Tests.Public;

/// <summary>Two versions of the paper, word by word, in the reader's language.</summary>
public sealed class ComparePageTests : IAsyncLifetime
{
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        await TestWindow.MakeAsync(_host);
        await AddAsync(2, ("The duty of States to protect people.", "国家保护人民的义务。", "واجب الدول في حماية الناس."), ("The same.", "相同。", "نفسه."), ("Bold words.", null, null));
        await AddAsync(3, ("The clear duty of companies to protect people.", "企业保护人民的义务。", "واجب الشركات في حماية الناس."), ("The same.", "相同。", "نفسه."), ("**Bold** words.", null, null));
        await AddAsync(4, ("The clear duty of all companies to protect people.", null, null), ("<script>alert(1)</script> entirely new", null, null));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("", "The duty of States to protect people.", "The clear duty of companies to protect people.", null, "ltr")]
    [InlineData("/zh", "国家保护人民的义务。", "企业保护人民的义务。", null, "ltr")]
    [InlineData("/ar", "واجب الدول في حماية الناس.", "واجب الشركات في حماية الناس.", null, "rtl")]
    [InlineData("/fr", "The duty of States to protect people.", "The clear duty of companies to protect people.", "en", "ltr")]
    public async Task Compare_InALanguage_ShowsWordsDeletedAndInserted(string prefix, string old, string @new, string? language, string direction)
    {
        using var anyone = _host.NewVisitor();
        var page = await anyone.GetAsync($"{prefix}/consultations/b-tech/paper/compare/2/3");
        Assert.Equal((HttpStatusCode.OK, direction), (page.Status, page.Document.DocumentElement.GetAttribute("dir")));
        var compared = page.Document.QuerySelector("#p1 .compared")!;
        Assert.Equal(language, compared.GetAttribute("lang"));
        // For those who hear the page, words say where a deletion and an insertion begin and end.
        Assert.All(compared.QuerySelectorAll("ins, del"), change => Assert.Equal(2, change.QuerySelectorAll(".visually-hidden").Count(said => said.TextContent.Trim().Length > 0)));
        foreach (var said in compared.QuerySelectorAll(".visually-hidden").ToList()) said.Remove();
        var (without, with) = ((AngleSharp.Dom.IElement)compared.Clone(), (AngleSharp.Dom.IElement)compared.Clone());
        foreach (var inserted in without.QuerySelectorAll("ins").ToList()) inserted.Remove();
        foreach (var deleted in with.QuerySelectorAll("del").ToList()) deleted.Remove();
        Assert.Equal((old, @new), (without.TextContent, with.TextContent));
        Assert.NotEmpty(compared.QuerySelectorAll("del"));
        Assert.Null(page.Document.QuerySelector("#p2"));
    }

    [Fact]
    public async Task Compare_MarksOnly_SaysThatTheWordsAreTheSame()
    {
        using var anyone = _host.NewVisitor();
        var page = await anyone.GetAsync("/consultations/b-tech/paper/compare/2/3");
        Assert.Contains("only their marking", page.Document.QuerySelector("#p3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Paragraph 2 did not change.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_VersionsApart_GoesByWayOfThoseBetween()
    {
        using var anyone = _host.NewVisitor();
        var page = await anyone.GetAsync("/consultations/b-tech/paper/compare/2/4");
        Assert.Contains("clear", page.Document.QuerySelector("#p1 ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Document.QuerySelector("#p2 ins")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("#deleted-2 del"));
        Assert.Equal("/consultations/b-tech/paper/compare/2/4", (await anyone.GetAsync("/consultations/b-tech/paper/compare/4/2")).Address.AbsolutePath);
        var paper = await anyone.GetAsync("/consultations/b-tech/paper/4");
        Assert.NotNull(paper.Document.QuerySelector("a[href='/consultations/b-tech/paper/compare/3/4']"));
    }

    [Fact]
    public async Task Paper_AsAFile_IsAWordDocumentInTheReadersLanguage()
    {
        using var anyone = _host.NewVisitor();
        var paper = await anyone.GetAsync("/zh/consultations/b-tech/paper/3");
        var file = await anyone.Http.GetAsync(new Uri(paper.Document.QuerySelector("a[href$='.docx']")!.GetAttribute("href")!, UriKind.Relative), Cancel);
        Assert.Equal(("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "b-tech-paper-3-zh.docx"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName));
        Assert.False(file.Headers.Contains("Set-Cookie"));
        using var content = new MemoryStream(await file.Content.ReadAsByteArrayAsync(Cancel));
        var text = PaperDocx.Read(content);
        Assert.Contains("企业保护人民的义务。", text, StringComparison.Ordinal);
        Assert.Contains("**Bold** words.", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/consultations/b-tech/paper/9.docx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/consultations/none/paper/1.docx")).Status);
    }

    [Fact]
    public async Task Paper_AsPdf_IsThereInTheReadersLanguage()
    {
        using var anyone = _host.NewVisitor();
        var paper = await anyone.GetAsync("/ar/consultations/b-tech/paper/3");
        var file = await anyone.Http.GetAsync(new Uri(paper.Document.QuerySelector("a[href$='.pdf']")!.GetAttribute("href")!, UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "b-tech-paper-3-ar.pdf"), (file.StatusCode, file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName));
        Assert.False(file.Headers.Contains("Set-Cookie"));
        var bytes = await file.Content.ReadAsByteArrayAsync(Cancel);
        Assert.StartsWith("%PDF-1.7", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/consultations/b-tech/paper/9.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/consultations/b-tech/paper/3.txt")).Status);
    }

    [Fact]
    public async Task Paper_WithoutAPress_OffersWhatThereIs()
    {
        await using var host = await TestHost.StartAsync(services: services => services.AddSingleton(new PdfLimits { Node = "/no such program" }));
        await host.WithAsync<SampleSeed, SampleResult>(seed => seed.RunAsync(again: false, Cancel));
        using var anyone = host.NewVisitor();
        foreach (var (address, others) in new[] { ("/consultations/b-tech/paper/1.pdf", new[] { "/consultations/b-tech/paper/1", "/consultations/b-tech/paper/1.docx" }), ("/reports/1.pdf", ["/reports/1", "/reports/1.docx", "/reports/1.html", "/reports/1.md", "/reports/1.json"]) })
        {
            var page = await anyone.GetAsync(address);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "The PDF cannot be made at the moment"), (page.Status, page.Heading));
            Assert.Contains("no program that makes PDF files", page.Text, StringComparison.Ordinal);
            Assert.Equal(others, page.Document.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")));
        }
    }

    [Theory]
    [InlineData("1/1")]
    [InlineData("1/9")]
    [InlineData("0/1")]
    [InlineData("1/99999999999")]
    public async Task Compare_WithoutTwoVersions_IsNotThere(string versions)
    {
        using var anyone = _host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync($"/consultations/b-tech/paper/compare/{versions}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/consultations/none/paper/compare/1/2")).Status);
    }

    private async Task AddAsync(int number, params (string English, string? Chinese, string? Arabic)[] paragraphs)
    {
        var consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", Cancel)))!;
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = number, Title = LocalizedText.InEnglish("Paper") };
        foreach (var (english, chinese, arabic) in paragraphs)
            paper.Paragraphs.Add(new Paragraph
            {
                Id = Guid.NewGuid(), PaperVersionId = paper.Id, Order = paper.Paragraphs.Count + 1, Number = paper.Paragraphs.Count + 1,
                Text = new LocalizedText(new[] { ("en", english), ("zh", chinese), ("ar", arabic) }.Where(text => text.Item2 is not null).Select(text => KeyValuePair.Create(text.Item1, text.Item2!))),
            });
        await _host.WithAsync<ScopingPapers>(papers => papers.AddAsync(paper, Cancel));
    }
}
