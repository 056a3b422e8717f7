using BTech.Documents.Pdf;
using BTech.Documents.Reports;
using BTech.Documents.Tests.Reports;

namespace BTech.Documents.Tests.Pdf;

/// <summary>Our own look at the structure of the files, and that this look finds what it is for.</summary>
public sealed class PdfStructureTests
{
    [Fact]
    public async Task TheFirstReport_HasNoFault() => Assert.Empty(PdfStructure.Faults(await Printed.FileAsync(ReportPdf.Sheet(TunisReport.Document()))));

    [Theory]
    [MemberData(nameof(InventedReports.Codes), MemberType = typeof(InventedReports))]
    public async Task AReportInEachLanguage_HasNoFault(string code) => Assert.Empty(PdfStructure.Faults(await Printed.FileAsync(ReportPdf.Sheet(InventedReports.In(code)))));

    [Fact]
    public async Task EmptyReport_HasNoFault() =>
        Assert.Empty(PdfStructure.Faults(await Printed.FileAsync(ReportPdf.Sheet(InventedReports.Of("en", "", "", [], [], [], ReportFurniture.English)))));

    [Fact]
    public async Task Table_HasNoFault() => Assert.Empty(PdfStructure.Faults(await Printed.FileAsync(new PdfSheet(
        "Title", "en", new PdfPageLine("", ""), [], null, [new PdfTable(1, [[new PdfRun("Head")]], [[new PdfCell([new PdfRun("Cell")])]])], []))));

    [Fact]
    public void HandmadeFile_HasNoFault() => Assert.Empty(PdfStructure.Faults(HandmadePdf.File()));

    /// <summary>One breach of each rule: only that one is found.</summary>
    [Theory]
    [InlineData("/Marked true", "/Marked false", "it does not say that it is tagged")]
    [InlineData("/Lang (en)", "", "its language is not said")]
    [InlineData("/DisplayDocTitle true", "/DisplayDocTitle false", "its title is not shown")]
    [InlineData("<pdfuaid:part>1<", "<pdfuaid:part>2<", "it does not claim PDF/UA-1")]
    [InlineData(">Title<", ">     <", "its metadata have no title")]
    [InlineData("/Outlines 17 0 R", "", "it has headings and no bookmarks")]
    [InlineData("/RoleMap << /Emphasis /Span >>", "", "the structure type Emphasis is neither a standard one nor mapped to one")]
    [InlineData("/RoleMap << /Emphasis /Span >>", "/RoleMap << /Emphasis /Other /Other /Emphasis >>", "the structure type Emphasis is neither a standard one nor mapped to one")]
    [InlineData("/S /H1", "/S /H2", "its first heading is none of the first level")]
    [InlineData("/S /H2", "/S /H1", "it has several headings of the first level", "a heading of level 3 follows one of level 1")]
    [InlineData("/S /H2", "/S /P", "a heading of level 3 follows one of level 1")]
    [InlineData("/ID (note-1)", "", "a footnote has no id of its own")]
    [InlineData("/ID (note-1)", "/ID (note-2)", "a footnote has no id of its own")]
    [InlineData("/S /TH", "/S /TD", "a table has no heading cells")]
    [InlineData("/Alt (What is to be seen)", "", "a figure has no alternative text")]
    [InlineData("/Tabs /S", "", "a page with links is not walked through in the order of its structure")]
    [InlineData("/Contents (Where it leads)", "", "a link does not say where it leads")]
    [InlineData("/StructParent 1", "", "a link stands in no element")]
    [InlineData("1 13 0 R]", "1 7 0 R]", "a link stands in no element")]
    [InlineData("/FontFile2 4 0 R", "", "a font is not embedded")]
    [InlineData("/ToUnicode 4 0 R", "", "a font does not say what its signs mean")]
    [InlineData("/Artifact BMC BT <41> Tj ET EMC", "BT <41> Tj ET                  ", "text stands outside of what is marked")]
    public void OneBreach_IsFound(string piece, string instead, params string[] faults) => Assert.Equal(faults, PdfStructure.Faults(HandmadePdf.File(piece, instead)));

    /// <summary>What cannot be read is a fault like any other, and no exception: a check of many files goes on to the next.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(400)]
    [InlineData(1_500)]
    [InlineData(2_600)]
    public void FileCutOff_IsAFault(int length) => Assert.NotEmpty(PdfStructure.Faults(HandmadePdf.File()[..length]));

    [Fact]
    public void FileThatIsNoPdf_IsAFault()
    {
        Assert.Equal(["it cannot be read"], PdfStructure.Faults([.. Enumerable.Repeat((byte)0xFF, 5_000)]));
        Assert.Equal(["it cannot be read"], PdfStructure.Faults(HandmadePdf.File("/Length", "/Filter /FlateDecode /Length")));
    }

    /// <summary>A level left out is no file at all: the engine refuses it.</summary>
    [Fact]
    public async Task SectionOneLevelTooDeep_IsRefused()
    {
        var sheet = ReportPdf.Sheet(InventedReports.Arabic());
        var changed = sheet with { Contents = null, Blocks = [.. sheet.Blocks.Select(block => block is PdfHeading { Level: 1 } heading ? heading with { Level = 2 } : block)] };
        Assert.Equal(PdfFault.Failed, (await Assert.ThrowsAsync<PdfUnavailableException>(() => Printed.FileAsync(changed))).Fault);
    }

    [Fact]
    public async Task GroupOfTheListOneLevelTooHigh_ShowsInTheLevels()
    {
        var sheet = ReportPdf.Sheet(InventedReports.Arabic());
        using var right = await Printed.ReadAsync(sheet);
        using var wrong = await Printed.ReadAsync(sheet with { Blocks = [.. sheet.Blocks.Select(block => block is PdfHeading { Level: 2 } heading ? heading with { Level = 1 } : block)] });
        Assert.Equal([1, 2, 2, 2, 2, 3, 2], right.HeadingLevels);
        Assert.Equal([1, 2, 2, 2, 2, 2, 2], wrong.HeadingLevels);
    }
}
