using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BTech.Documents.Reports;

namespace BTech.Documents.Tests.Reports;

public sealed class ReportHtmlTests
{
    [Fact]
    public void File_NeedsNothingElseAndRunsNothing()
    {
        var page = Parsed(InventedReports.Everywhere("<script>alert(1)</script>", "<img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](https://example.org/\"onclick=\"x)"));
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, embed, form, base"));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches("^(#|https://|http://|mailto:)", link.GetAttribute("href")!));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void FirstReport_HasOneFirstLevelHeadingAndSkipsNone()
    {
        var page = Parsed(TunisReport.Document());
        var headings = page.QuerySelectorAll("main h1, main h2, main h3").Select(heading => heading.LocalName).ToList();
        Assert.Equal("h1", headings[0]);
        Assert.Equal(1, headings.Count(level => level == "h1"));
        Assert.Equal(PublishedTunisReport.Headings, page.QuerySelectorAll("main section > h2").Select(heading => heading.TextContent));
        Assert.Equal(8, headings.Count(level => level == "h3"));
        Assert.Equal(PublishedTunisReport.BoldPhrases, page.QuerySelectorAll("strong").Select(phrase => phrase.TextContent));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public void ArabicReport_RunsFromRightToLeft()
    {
        var root = Parsed(InventedReports.Arabic()).DocumentElement;
        Assert.Equal(("ar", "rtl"), (root.GetAttribute("lang"), root.GetAttribute("dir")));
    }

    private static IDocument Parsed(ReportDocument document) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(ReportFormat.Find("html")!.ToBytes(document)));
}
