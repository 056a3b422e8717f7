using System.Globalization;
using BTech.Documents.Pdf;
using BTech.Record.Reports;

namespace BTech.Documents.Reports;

/// <summary>A Summary Report as the sheet of a PDF: the same text as in the other formats, footnotes at the foot of the page.</summary>
public static class ReportPdf
{
    /// <summary>The sheet.</summary>
    public static PdfSheet Sheet(ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var notes = new PdfNotes();
        var lines = new List<IReadOnlyList<PdfRun>>();
        if (document.EventLine.Count > 0) lines.Add(Runs(document, notes, document.EventLine));
        if (document.Furniture.Basis is { Length: > 0 } basis) lines.Add([new PdfRun(PlainWords.Of(basis))]);
        var blocks = document.Sections.SelectMany(section => Blocks(document, notes, section)).ToList();
        return new PdfSheet(
            PdfSheet.TitleOf(document.Title), document.Language.Code, PdfPageLine.Of(document.Furniture.Page), lines,
            document.Sections.Count == 0 ? null : PlainWords.Of(document.Furniture.Contents), blocks, notes.All);
    }

    private static IEnumerable<PdfBlock> Blocks(ReportDocument document, PdfNotes notes, ReportSection section)
    {
        yield return PdfHeading.Of(1, [new PdfRun(section.Heading)]);
        foreach (var part in section.Parts)
        {
            switch (part)
            {
                case ReportParagraph paragraph:
                    yield return new PdfParagraph(Runs(document, notes, paragraph.Runs));
                    break;
                case ReportBullets bullets:
                    yield return new PdfBullets([.. bullets.Items.Select(item => (IReadOnlyList<PdfBlock>)[new PdfParagraph(Runs(document, notes, item))])]);
                    break;
                case ReportListing listing:
                    yield return PdfHeading.Of(2, [new PdfRun(listing.Heading)]);
                    yield return new PdfLines([.. listing.Lines.Select(line => (IReadOnlyList<PdfBlock>)[new PdfParagraph([new PdfRun(line)])])]);
                    break;
                case ReportTable table:
                    yield return new PdfParagraph([new PdfRun(table.Caption, IsBold: true)]);
                    yield return new PdfTable(table.Header.Count, [.. table.Header.Select(head => (IReadOnlyList<PdfRun>)[new PdfRun(head)])],
                        [.. table.Rows.Select(row => (IReadOnlyList<PdfCell>)[.. row.Cells.Prepend(row.Head).Select(cell => new PdfCell([new PdfRun(cell)]))])]);
                    break;
            }
        }
    }

    private static List<PdfRun> Runs(ReportDocument document, PdfNotes notes, IReadOnlyList<InlineText.Run> runs) => [.. runs.Select(run =>
        run.Footnote is not { } number
            ? PdfRun.Of(run)
            : notes.Refer(number, () => new PdfNote(number.ToString(CultureInfo.InvariantCulture), [.. document.Notes[number - 1].Runs.Select(PdfRun.Of)])))];
}
