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
    [InlineData("html")]
    [InlineData("pdf")]
    [InlineData("md")]
    [InlineData("json")]
    public void OtherScripts_InEveryFormat_SayTheSame(string format)
    {
        Assert.Equal(VisibleText.Of(InventedReports.Arabic(), "docx"), VisibleText.Of(InventedReports.Arabic(), format));
        Assert.Equal(VisibleText.Of(InventedReports.Chinese(), "docx"), VisibleText.Of(InventedReports.Chinese(), format));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("json")]
    public void SecondExport_OfTheSameVersion_IsTheSameBytes(string format)
    {
        var first = ReportFormat.Find(format)!.ToBytes(TunisReport.Document());
        Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("ar");
        Assert.Equal(first, ReportFormat.Find(format)!.ToBytes(TunisReport.Document()));
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
