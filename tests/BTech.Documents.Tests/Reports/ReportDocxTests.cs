using BTech.Documents.Reports;
using DocumentFormat.OpenXml.Wordprocessing;
using RunLanguages = DocumentFormat.OpenXml.Wordprocessing.Languages;

namespace BTech.Documents.Tests.Reports;

public sealed class ReportDocxTests
{
    [Fact]
    public void ArabicReport_RunsFromRightToLeft()
    {
        using var word = Written(InventedReports.Arabic());

        Assert.Empty(word.Errors);
        Assert.All(word.Body.Descendants<Paragraph>(), paragraph => Assert.NotNull(paragraph.ParagraphProperties?.BiDi));
        Assert.NotNull(word.Body.GetFirstChild<SectionProperties>()!.GetFirstChild<BiDi>());
        var addresses = new[] { "contact@example.org", "https://example.org/ar" };
        Assert.All(
            word.Body.Descendants<Run>().Where(run => run.GetFirstChild<Text>() is { } text && !addresses.Contains(text.Text)),
            run => Assert.NotNull(run.RunProperties?.RightToLeftText));
        Assert.All(
            word.Body.Descendants<Run>().Where(run => addresses.Contains(run.InnerText)),
            run => Assert.Null(run.RunProperties?.RightToLeftText));
        Assert.All(word.Body.Descendants<RunProperties>().Where(run => run.Bold is not null), run => Assert.NotNull(run.BoldComplexScript));
        Assert.All(word.Body.Descendants<RunProperties>().Where(run => run.Italic is not null), run => Assert.NotNull(run.ItalicComplexScript));
        Assert.Equal("ar-SA", word.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<RunLanguages>().Single().Bidi!.Value);
    }

    [Fact]
    public void EnglishReport_HasNoRightToLeftMarks()
    {
        using var word = Written(TunisReport.Document());
        Assert.Empty(word.Body.Descendants<BiDi>());
        Assert.Empty(word.Body.Descendants<RightToLeftText>());
    }

    [Fact]
    public void EveryRun_CarriesItsLanguages()
    {
        using var word = Written(TunisReport.Document());
        Assert.All(word.Body.Descendants<Run>().Where(run => run.GetFirstChild<Text>() is not null), run =>
        {
            var languages = run.RunProperties!.GetFirstChild<RunLanguages>()!;
            Assert.Equal(("en-GB", "zh-CN", "ar-SA"), (languages.Val!.Value, languages.EastAsia!.Value, languages.Bidi!.Value));
        });
    }

    [Fact]
    public void Contents_LeadToTheHeadings()
    {
        using var word = Written(TunisReport.Document());
        var targets = word.Body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == "TOC1")
            .Select(paragraph => paragraph.GetFirstChild<Hyperlink>()!).ToDictionary(link => link.Anchor!.Value!, link => link.InnerText);
        var headings = word.Body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == "Heading2")
            .ToDictionary(paragraph => paragraph.GetFirstChild<BookmarkStart>()!.Name!.Value!, paragraph => paragraph.InnerText);
        Assert.Equal(8, targets.Count);
        Assert.Equal(headings, targets);
    }

    [Fact]
    public void Outline_HasOneFirstLevelAndSkipsNone()
    {
        using var word = Written(TunisReport.Document());
        var levels = word.Main.StyleDefinitionsPart!.Styles!.Elements<Style>()
            .Where(style => style.StyleParagraphProperties?.OutlineLevel is not null)
            .ToDictionary(style => style.StyleId!.Value!, style => style.StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        var outline = word.Paragraphs.Where(paragraph => levels.ContainsKey(paragraph.Style)).Select(paragraph => levels[paragraph.Style]).ToList();
        Assert.Equal([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2], outline);
    }

    [Fact]
    public void Footer_CountsPages()
    {
        using var word = Written(InventedReports.Arabic());
        var footer = word.Main.FooterParts.Single().Footer!;
        Assert.Equal(" PAGE ", footer.Descendants<SimpleField>().Single().Instruction!.Value);
        Assert.StartsWith("صفحة ", footer.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_AreNumberedInTheOrderOfTheirReferencesAndMayBeReferredToTwice()
    {
        using var word = Written(InventedReports.Of(
            "en", "T", "E",
            [InventedReports.Section("S", InventedReports.Paragraph(InventedReports.Fact("One[^7], two[^2], one again[^7], none[^9].")))],
            [new ReportFile.NumberedText(2, "second"), new ReportFile.NumberedText(7, "first"), new ReportFile.NumberedText(8, "unused")],
            [], ReportFurniture.English));

        Assert.Empty(word.Errors);
        Assert.Equal(["first", "second"], word.Footnotes);
        Assert.Equal(["One, two, one again1, none."], word.In("BodyText"));
    }

    [Theory]
    [InlineData("</w:t></w:r></w:p><w:p/>")]
    [InlineData("\u0000\u0001\u000b\u001f\ufffe\uffff\ud800 \udc00")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>&y;")]
    [InlineData("[here](https://[)[there](https://exa%mple.org:99999/)[mail](mailto:)")]
    [InlineData("{ INCLUDETEXT \"/etc/hostname\" } =HYPERLINK(\"https://example.org\")")]
    public void HostileWords_GiveAFileThatWordOpens(string words)
    {
        using var word = Written(InventedReports.Everywhere(words, words));
        Assert.Empty(word.Errors);
        Assert.Single(word.Main.Document!.Elements<Body>());
    }

    [Fact]
    public void VeryLongWord_IsKeptWhole()
    {
        var words = new string('W', 100_000);
        using var word = Written(InventedReports.Everywhere(words, words));
        Assert.Empty(word.Errors);
        Assert.Equal([words + " " + words, words], word.In("BodyText").Take(2));
    }

    [Fact]
    public void EmptyReport_IsAValidFile()
    {
        using var word = Written(InventedReports.Of("fr", "", "", [], [], [], ReportFurniture.English));
        Assert.Empty(word.Errors);
    }

    private static WordText Written(ReportDocument document) => new(ReportFormat.Find("docx")!.ToBytes(document));
}
