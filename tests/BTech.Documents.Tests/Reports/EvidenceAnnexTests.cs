using AngleSharp.Html.Parser;
using BTech.Documents.Reports;

namespace BTech.Documents.Tests.Reports;

/// <summary>The annex on what stands behind each statement: in bands, found from the sentence and back, and not there where nothing was told.</summary>
public sealed class EvidenceAnnexTests
{
    [Fact]
    public void Annex_TellsOfEachKeyPointAndLeadsToItsSentence()
    {
        var document = InventedReports.In("en");
        var annex = document.Sections[^1];
        Assert.Equal(("behind", "What stands behind each statement"), (annex.Anchor, annex.Heading));
        var table = Assert.Single(annex.Parts.OfType<ReportTable>());
        Assert.Equal("Overarching messages", table.Caption);
        Assert.Equal(["Small enterprises", "five or more", "several", "recorded"], [table.Rows[0].Head, .. table.Rows[0].Cells]);
        // A statement without a key phrase is named by its words, and what is not told looks alike.
        Assert.Equal(["The role of States is central.", "not told", "not told", "not told"], [table.Rows[1].Head, .. table.Rows[1].Cells]);
        Assert.Equal(table.Anchor, document.Sections.Single(section => section.Heading == "Overarching messages").Behind);
        Assert.Null(document.Sections[0].Behind);

        var page = new HtmlParser().ParseDocument(ReportHtml.Text(document));
        Assert.Equal("Small enterprises", page.GetElementById("point-1")!.TextContent);
        Assert.All(page.QuerySelectorAll("tbody a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(2, page.QuerySelectorAll("tbody th[scope=row] a").Length);
    }

    [Fact]
    public void Annex_WhereNothingWasTold_IsNotThere()
    {
        Assert.DoesNotContain(TunisReport.Document().Sections, section => section.Anchor == "behind" || section.Behind is not null);
        Assert.Null(ReportFile.Of(TunisReport.Document()).Evidence);
    }

    /// <summary>Files are kept under what they were made from; another band is another file.</summary>
    [Fact]
    public void Source_WithAnotherBand_IsAnother()
    {
        var (one, other) = (InventedReports.In("en"), InventedReports.In("en"));
        Assert.Equal(one.Source, other.Source);
        other.Report.Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Statements).OfType<Record.Reports.KeyPoint>().First().Told = Record.Disclosure.ToldBands.Read("AFew");
        Assert.NotEqual(one.Source, other.Source);
    }
}
