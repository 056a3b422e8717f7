using System.Globalization;
using BTech.Documents.Pdf;
using BTech.Documents.Reports;
using BTech.Documents.Tests.Reports;

namespace BTech.Documents.Tests.Pdf;

/// <summary>The Summary Report as PDF, read back.</summary>
public sealed class ReportPdfTests
{
    [Fact]
    public async Task TheFirstReport_ReadBack_SaysWhatTheOtherFormatsSay()
    {
        var document = TunisReport.Document();
        using var pdf = await Printed.ReadAsync(ReportPdf.Sheet(document));
        Assert.All(VisibleText.Of(document, "docx"), line => Assert.Contains(ReadPdf.WithoutDigits(line), pdf.BodyWithoutDigits, StringComparison.Ordinal));
        Assert.True(pdf.Pages > 4);
    }

    [Fact]
    public async Task TheFirstReport_ReadBack_IsTaggedAndTellsNobody()
    {
        var document = TunisReport.Document();
        using var pdf = await Printed.ReadAsync(ReportPdf.Sheet(document));
        Assert.True(pdf.IsTagged && pdf.ShowsItsTitle);
        Assert.Equal("en", pdf.Language);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", pdf.Metadata, StringComparison.Ordinal);
        Assert.Contains(document.Title, pdf.Metadata, StringComparison.Ordinal);
        // No author, no time, no name of a person or machine.
        Assert.Equal(["Creator", "Title"], pdf.Information.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Date", pdf.Metadata, StringComparison.Ordinal);
        Assert.DoesNotContain("creator>", pdf.Metadata, StringComparison.OrdinalIgnoreCase);

        // One heading of the first level, the title; that of the contents stands among those of the sections.
        Assert.Equal(1, pdf.Elements["H1"]);
        Assert.Equal(document.Sections.Count + 1, pdf.Elements["H2"]);
        Assert.Equal(document.Sections.Sum(section => section.Parts.OfType<ReportListing>().Count()), pdf.Elements["H3"]);
        Assert.Equal(document.Notes.Count, pdf.Elements["Note"]);
        Assert.Equal(document.Sections.Sum(section => section.Parts.Sum(part => part is ReportBullets list ? list.Items.Count : part is ReportListing listing ? listing.Lines.Count : 0)), pdf.Elements["LBody"]);
        Assert.Contains(document.Notes.SelectMany(note => note.Runs).First(run => run.Link is not null).Link, pdf.Links);
    }

    [Fact]
    public async Task Arabic_ReadBack_HasItsLanguageAndAllItsLetters()
    {
        var document = InventedReports.Arabic();
        using var pdf = await Printed.ReadAsync(ReportPdf.Sheet(document));
        Assert.Equal("ar", pdf.Language);
        // As they are seen: from the right. Lam and alef are one sign; a vowel above belongs to no word's search.
        var words = VisibleText.Of(document, "docx").SelectMany(line => line.Split(' ')).Where(word => word.Length > 2 && word.All(letter => letter is >= 'ء' and <= 'ي')).ToList();
        Assert.True(words.Count > 20);
        var letters = string.Concat(pdf.Letters.Where(letter => char.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)));
        Assert.All(words, word => Assert.Contains(string.Concat(word.Replace("لا", "ال", StringComparison.Ordinal).Reverse()), letters, StringComparison.Ordinal));
        Assert.Contains("SMEs", pdf.Letters, StringComparison.Ordinal);
        Assert.Equal((1, 5), (pdf.Elements["H1"], pdf.Elements["H2"]));
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("fr", "fr")]
    [InlineData("es", "es")]
    [InlineData("ru", "ru")]
    [InlineData("zh", "zh-CN")]
    public async Task OtherLanguages_ReadBack_SayTheSame(string code, string tag)
    {
        var document = InventedReports.In(code);
        using var pdf = await Printed.ReadAsync(ReportPdf.Sheet(document));
        Assert.Equal(tag, pdf.Language);
        Assert.All(VisibleText.Of(document, "docx"), line => Assert.Contains(ReadPdf.WithoutDigits(line), pdf.BodyWithoutDigits, StringComparison.Ordinal));
    }
}
