using System.IO.Compression;
using System.Text;
using BTech.Record.Exports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BTech.Documents.Exports;

/// <summary>
/// Inputs as a workbook with one sheet. Every cell is text, never a formula, and marked as text for programs that look again. The sheet is written
/// row by row into the package; the small rest of the package is made beforehand. No author, no company, no time stands in it.
/// </summary>
internal static class XlsxExport
{
    /// <summary>Most characters that a cell takes; a longer text goes on in the next row, under the same reference.</summary>
    public const int LongestCell = 32_767;

    private const uint Plain = 1;
    private const uint Bold = 2;
    private const string SheetPart = "xl/worksheets/sheet1.xml";

    public static async Task WriteAsync(ExportSheet sheet, IAsyncEnumerable<ExportedInput> inputs, Stream stream, CancellationToken cancel)
    {
        using var skeleton = Skeleton(sheet);
        using var parts = new ZipArchive(skeleton, ZipArchiveMode.Read, leaveOpen: true);
        await using var package = new StreamedZip(stream);
        foreach (var part in parts.Entries.Where(part => part.FullName != SheetPart).OrderBy(part => part.FullName != "[Content_Types].xml"))
        {
            using var from = part.Open();
            using var to = package.Begin(part.FullName);
            from.CopyTo(to);
        }
        using (var target = package.Begin(SheetPart)) await RowsAsync(sheet, inputs, target, package, cancel);
        await package.FinishAsync(cancel);
    }

    private static async Task RowsAsync(ExportSheet sheet, IAsyncEnumerable<ExportedInput> inputs, Stream target, StreamedZip package, CancellationToken cancel)
    {
        var number = 0u;
        var headings = sheet.Headings;
        using var xml = OpenXmlWriter.Create(target, Encoding.UTF8);
        xml.WriteStartDocument();
        xml.WriteStartElement(new Worksheet());
        xml.WriteStartElement(new SheetViews());
        var view = new SheetView { WorkbookViewId = 0, RightToLeft = sheet.Language.IsRightToLeft ? true : null };
        view.Append(new Pane { VerticalSplit = 2, TopLeftCell = "A3", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        xml.WriteElement(view);
        xml.WriteEndElement();
        xml.WriteElement(new Columns(headings.Select((_, index) => new Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = index == 0 ? 18 : index < headings.Count - 3 ? 16 : 60, CustomWidth = true,
        })));
        xml.WriteStartElement(new SheetData());
        Row([sheet.Rule], Plain);
        Row(headings, Bold);
        await foreach (var input in inputs.WithCancellation(cancel))
        {
            foreach (var cells in Fitting(sheet.Row(input))) Row(cells, Plain);
            await package.CarryAsync(cancel);
        }
        Row([sheet.Rule], Plain);
        xml.WriteEndElement();
        xml.WriteEndElement();

        void Row(IReadOnlyList<string> cells, uint style)
        {
            xml.WriteStartElement(new Row { RowIndex = ++number });
            foreach (var cell in cells)
                xml.WriteElement(new Cell(new InlineString(new Text(PlainCell.ForXml(cell)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style });
            xml.WriteEndElement();
        }
    }

    /// <summary>The row, and as many more under the same reference as its longest cell needs.</summary>
    private static IEnumerable<IReadOnlyList<string>> Fitting(IReadOnlyList<string> cells)
    {
        var left = cells.ToArray();
        do
        {
            var row = new string[left.Length];
            row[0] = cells[0];
            for (var index = 1; index < left.Length; index++)
            {
                var end = left[index].Length <= LongestCell ? left[index].Length : char.IsHighSurrogate(left[index][LongestCell - 1]) ? LongestCell - 1 : LongestCell;
                (row[index], left[index]) = (left[index][..end], left[index][end..]);
            }
            yield return row;
        }
        while (left.Skip(1).Any(cell => cell.Length > 0));
    }

    private static MemoryStream Skeleton(ExportSheet sheet)
    {
        var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(
                new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
                new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
                new Borders(new Border()) { Count = 1 },
                new CellStyleFormats(new CellFormat()) { Count = 1 },
                new CellFormats(new CellFormat(), Format(0), Format(1)) { Count = 3 });
            var rows = workbook.AddNewPart<WorksheetPart>("rId9");
            rows.Worksheet = new Worksheet(new SheetData());
            var name = new string([.. sheet.Columns.Text.Where(character => !@"\/?*[]:'".Contains(character, StringComparison.Ordinal))]);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = "rId9", SheetId = 1, Name = name.Length is 0 or > 31 ? "Inputs" : name }));
        }
        package.Position = 0;
        return package;
    }

    private static CellFormat Format(uint font) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
    {
        FontId = font, FillId = 0, BorderId = 0, NumberFormatId = 49, ApplyNumberFormat = true, ApplyFont = true, ApplyAlignment = true, QuotePrefix = true,
    };
}
