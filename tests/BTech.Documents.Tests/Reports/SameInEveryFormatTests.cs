using BTech.Documents.Reports;
using BTech.Record.Reports;
using CsCheck;

namespace BTech.Documents.Tests.Reports;

public sealed class SameInEveryFormatTests
{
    // Everything that means something to Markdown, HTML, XML, JSON or our own inline text, and a few letters around it.
    private static readonly string[] Nasty =
    [
        "a", "b", " ", " ", "é", "中", "。", "“", "ع", "😀", "*", "**", "_", "__", "`", "``", "~~", "|", "$", "$$", "^", "#", "##", "-", "- ", "+ ", "1. ", "2)", ">", "<",
        "<b>", "</w:t>", "<!--", "]]>", "&", "&amp;", "&#65;", "\\", "\\*", "[", "]", "[^1]", "[^9]", "[a](https://example.org/x_(y))", "[b](javascript:alert)", "(", ")", "!", "![", "=", "===",
        "---", ":", "\n", "\r\n\r\n", "\t", "    ", "\u0000", "\u0008", "\u001f", "\u007f", "\u0085", "\u2028", "\ufffe", "\ud800", "\udc00", "https://example.org/a", "www.example.org", "x@example.org", "\"", "'", "{0}",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Nasty.Length - 1].Select(at => Nasty[at]).Array[1, 12].Select(string.Concat);

    [Theory]
    [InlineData("html")]
    [InlineData("pdf")]
    [InlineData("md")]
    [InlineData("json")]
    public void TheFirstReport_InEveryFormat_SaysTheSame(string format)
    {
        var word = VisibleText.Of(TunisReport.Document(), "docx");
        Assert.True(word.Count > 90);
        Assert.Equal(word, VisibleText.Of(TunisReport.Document(), format));
    }

    [Theory]
    [MemberData(nameof(InventedReports.Codes), MemberType = typeof(InventedReports))]
    public void EachLanguage_InEveryFormat_SaysTheSame(string code)
    {
        var word = VisibleText.Of(InventedReports.In(code), "docx");
        Assert.True(word.Count > 3);
        foreach (var format in ReportFormat.Offered) Assert.Equal(word, VisibleText.Of(InventedReports.In(code), format));
    }

    [Theory]
    [InlineData("sample")]
    [MemberData(nameof(InventedReports.Codes), MemberType = typeof(InventedReports))]
    public async Task SecondExport_OfTheSameVersion_IsTheSameBytes(string code)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        ReportDocument Made() => code == "sample" ? TunisReport.Document() : InventedReports.In(code);
        async Task<byte[]> FileAsync(string format) => ReportFormat.Find(format) is { } written ? written.ToBytes(Made()) : await Pdf.Printed.FileAsync(ReportPdf.Sheet(Made()));
        foreach (var format in ReportFormat.Offered)
        {
            var first = await FileAsync(format);
            // Nor does it change with the language of whoever asks.
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("ar");
            Assert.Equal(first, await FileAsync(format));
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    /// <summary>The second of the twenty points: title, sections and groups are headings of the first three levels in each format, and none is left out between two.</summary>
    [Theory]
    [InlineData("sample")]
    [MemberData(nameof(InventedReports.Codes), MemberType = typeof(InventedReports))]
    public async Task Headings_InEveryFormat_AreOneOutline(string code)
    {
        var document = code == "sample" ? TunisReport.Document() : InventedReports.In(code);
        List<(int Level, string Text)> expected = [(1, document.Title), .. document.Sections.SelectMany(section =>
            new[] { (2, section.Heading) }.Concat(section.Parts.OfType<ReportListing>().Select(listing => (3, listing.Heading))))];
        // What a file has of its own stands among the sections.
        List<(int Level, string Text)> withContents = [expected[0], (2, document.Furniture.Contents), .. expected.Skip(1)];
        List<(int Level, string Text)> withNotes = document.Notes.Count == 0 ? withContents : [.. withContents, (2, document.Furniture.Footnotes)];
        Assert.Equal(withContents, Headings.OfDocx(ReportFormat.Find("docx")!.ToBytes(document)));
        Assert.Equal(withNotes, Headings.OfHtml(ReportFormat.Find("html")!.ToBytes(document)));
        Assert.Equal(expected, Headings.OfMarkdown(ReportFormat.Find("md")!.ToBytes(document)));
        Assert.Equal(expected, Headings.OfJson(ReportFormat.Find("json")!.ToBytes(document)));
        using var pdf = await Pdf.Printed.ReadAsync(ReportPdf.Sheet(document));
        Assert.Equal(withContents.Select(heading => heading.Level), pdf.HeadingLevels);
    }

    [Fact]
    public void AnyWords_InEveryFormat_SayTheSame() => Words.Sample(words =>
    {
        var document = InventedReports.Everywhere(words, words);
        using var word = new WordText(ReportFormat.Find("docx")!.ToBytes(document));
        var expected = VisibleText.Of(document, "docx");
        Assert.Equal(expected, VisibleText.Of(document, "html"));
        Assert.Equal(expected, VisibleText.Of(document, "md"));
        Assert.Equal(expected, VisibleText.Of(document, "json"));
        Assert.Equal(expected, VisibleText.Of(document, "pdf"));
    }, iter: 250);

    /// <summary>Found by the test above: a key phrase that ends in a symbol of two code units, beside a letter.</summary>
    [Fact]
    public void KeyPhraseEndingInASymbol_InEveryFormat_SaysTheSame()
    {
        var document = InventedReports.Everywhere("([ \U0001F600**a", "([ \U0001F600**a");
        var expected = VisibleText.Of(document, "docx");
        Assert.Equal(expected, VisibleText.Of(document, "md"));
    }

    [Fact]
    public void WordsMadeSafe_InEveryFormat_AreShownAsTyped() => Words.Sample(words =>
    {
        var document = InventedReports.Everywhere("x", "a" + InlineText.Escape(words) + "b");
        var expected = string.Join(' ', PlainWords.Of("a" + words + "b").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var format in ReportFormat.Offered) Assert.Contains(expected, VisibleText.Of(document, format));
    }, iter: 150);
}
