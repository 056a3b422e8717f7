using BTech.Documents.Reports;

namespace BTech.Documents.Tests.Reports;

public sealed class ReportMarkdownTests
{
    [Fact]
    public void FirstReport_HasThePublishedPhrasesListsAndFootnotes()
    {
        var text = ReportMarkdown.Text(TunisReport.Document());
        var html = Markdig.Markdown.ToHtml(text, new Markdig.MarkdownPipelineBuilder().Build());
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

        Assert.Equal(PublishedTunisReport.BoldPhrases, page.QuerySelectorAll("strong").Select(phrase => phrase.TextContent));
        Assert.Equal(PublishedTunisReport.Bullets, page.QuerySelectorAll("li").Take(14).Select(bullet => bullet.TextContent));
        Assert.Equal("mailto:B-techproject@ohchr.org", page.QuerySelector("a[href^=mailto]")!.GetAttribute("href"));
        Assert.Contains("Summer 2019[^1].", text, StringComparison.Ordinal);
        Assert.Contains("\n[^2]: <https://www.ohchr.org/EN/Issues/Business/Pages/OHCHRaccountabilityandremedyproject.aspx>\n", text, StringComparison.Ordinal);
        Assert.Contains("\n## List of participants\n\n### States (5)\n\n- Ms. ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("- not a list", "\\- not a list")]
    [InlineData("> not a quotation", "\\> not a quotation")]
    [InlineData("snake_case and <b>", "snake\\_case and \\<b\\>")]
    [InlineData("see https://example.org/a_b", "see https\\://example.org/a\\_b")]
    [InlineData("R&D and &amp;", "R\\&D and \\&amp;")]
    public void Words_ThatLookLikeMarkup_AreEscaped(string words, string expected)
    {
        var text = ReportMarkdown.Text(InventedReports.Of(
            "en", "T", "E", [InventedReports.Section("S", InventedReports.Paragraph(InventedReports.Fact(words)))], [], [], ReportFurniture.English));
        Assert.Contains("\n" + expected + "\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void BoldBesidePunctuationWithoutSpaces_StaysBold()
    {
        var text = ReportMarkdown.Text(InventedReports.Chinese());
        Assert.Contains("<strong>欢迎该提案。</strong>他们", text, StringComparison.Ordinal);
        Assert.Contains("“**智能**组合”", text, StringComparison.Ordinal);
    }
}
