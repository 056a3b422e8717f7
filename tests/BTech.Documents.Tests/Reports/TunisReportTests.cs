using BTech.Documents.Reports;
using BTech.Testing;

namespace BTech.Documents.Tests.Reports;

public sealed class TunisReportTests
{
    private static readonly ReportDocument Document = TunisReport.Document();

    [Fact]
    public void Docx_OfTheFirstReport_IsValidForWord()
    {
        using var word = Written();
        Assert.Empty(word.Errors);
    }

    [Fact]
    public void Docx_OfTheFirstReport_HasThePublishedHeadingsInOrder()
    {
        using var word = Written();
        Assert.Equal([PublishedTunisReport.Title], word.In("Title"));
        Assert.Equal([PublishedTunisReport.EventLine], word.In("Subtitle"));
        Assert.Equal(8, PublishedTunisReport.Headings.Count);
        Assert.Equal(PublishedTunisReport.Headings, word.In("Heading2"));
    }

    [Fact]
    public void Docx_OfTheFirstReport_HasThePublishedFortyBoldPhrasesInOrder()
    {
        using var word = Written();
        Assert.Equal(40, PublishedTunisReport.BoldPhrases.Count);
        Assert.Equal(PublishedTunisReport.BoldPhrases, word.BoldPhrases);
    }

    [Fact]
    public void Docx_OfTheFirstReport_HasThePublishedBulletsAsRealListItems()
    {
        using var word = Written();
        Assert.Equal(14, PublishedTunisReport.Bullets.Count);
        Assert.Equal(PublishedTunisReport.Bullets, word.In("ListBullet"));
    }

    [Fact]
    public void Docx_OfTheFirstReport_HasThePublishedFootnotesAsFootnotes()
    {
        using var word = Written();
        Assert.Equal(2, PublishedTunisReport.Footnotes.Count);
        Assert.Equal(PublishedTunisReport.Footnotes, word.Footnotes);
        var references = word.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.FootnoteReference>().Select(reference => reference.Id!.Value);
        Assert.Equal([1L, 2L], references);
        Assert.Equal(2, word.Main.FootnotesPart!.HyperlinkRelationships.Count());
    }

    [Fact]
    public void Docx_OfTheFirstReport_SaysWhatWasPublishedWordForWord()
    {
        using var word = Written();
        Assert.Equal(PublishedTunisReport.Paragraphs, word.In("BodyText", "ListIntroduction", "ListBullet"));
    }

    [Fact]
    public void Docx_OfTheFirstReport_ListsThirtySevenPeopleInThePublishedGroups()
    {
        using var word = Written();
        Assert.Equal(37, word.In("ListedParticipant").Count);
        Assert.Equal(
            PublishedTunisReport.ListedGroups.Select(group => $"{TunisReport.Name(group.Group)} ({group.Lines})"),
            word.In("Heading3"));
        Assert.DoesNotContain(word.In("ListedParticipant"), line => char.IsPunctuation(line[^1]));
        Assert.Contains("Ms. Astrid Holmqvist-Ona, Programme Officer, Technology and Human Rights, Example Development Agency", word.In("ListedParticipant"));
    }

    [Fact]
    [Invariant(24)]
    public void Docx_OfTheFirstReport_NamesNoAuthorAndNoTime()
    {
        using var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(ReportFormat.Find("docx")!.ToBytes(Document)), false);
        var properties = package.PackageProperties;
        Assert.Equal("Summary Report", properties.Title);
        Assert.Equal("en", properties.Language);
        Assert.Null(properties.Creator);
        Assert.Null(properties.LastModifiedBy);
        Assert.Null(properties.Created);
        Assert.Null(properties.Modified);
    }

    [Fact]
    public void TheFirstReport_KeepsThreeVoicesApart()
    {
        var statements = TunisReport.File().Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Statements).ToList();
        var input = statements.Where(statement => statement.Voice == ReportFile.Voice.Input).ToList();
        var host = statements.Where(statement => statement.Voice == ReportFile.Voice.Host).ToList();

        Assert.Equal(10, host.Count);
        Assert.All(input, statement => Assert.Single(Record.Reports.InlineText.KeyPhrases(statement.Text)));
        Assert.DoesNotContain(input, statement => statement.Text.StartsWith("The project team", StringComparison.Ordinal) || statement.Text.StartsWith("UN Human Rights", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, input.Count), input.Select(statement => statement.NoteNumber!.Value));
        Assert.Equal(Enumerable.Range(1, input.Count), TunisReport.File().Notes!.Select(note => note.Number));
        Assert.Contains(host, statement => statement is { IsCommitment: true, Due: "between late July and early September 2019" });
    }

    private static WordText Written() => new(ReportFormat.Find("docx")!.ToBytes(Document));
}
