using System.IO.Compression;
using System.Text;
using System.Xml;
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

    // Cell formats of the skeleton's styles.
    private const string Plain = "1";
    private const string Bold = "2";
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
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
        var number = 0;
        var headings = sheet.Headings;
        // The rows as plain XML: with an object for each cell of a hundred thousand rows, making objects is most of the work.
        using var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Namespace);
        Element("sheetViews", () =>
        {
            xml.WriteStartElement("sheetView");
            if (sheet.Language.IsRightToLeft) xml.WriteAttributeString("rightToLeft", "1");
            xml.WriteAttributeString("workbookViewId", "0");
            xml.WriteStartElement("pane");
            foreach (var (name, value) in new[] { ("ySplit", "2"), ("topLeftCell", "A3"), ("activePane", "bottomLeft"), ("state", "frozen") }) xml.WriteAttributeString(name, value);
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        Element("cols", () =>
        {
            for (var column = 1; column <= headings.Count; column++)
            {
                xml.WriteStartElement("col");
                var width = column == 1 ? 18 : column <= headings.Count - 4 ? 16 : 60;
                foreach (var (name, value) in new[] { ("min", column), ("max", column), ("width", width), ("customWidth", 1) }) xml.WriteAttributeString(name, Digits.Of(value));
                xml.WriteEndElement();
            }
        });
        xml.WriteStartElement("sheetData");
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

        void Element(string name, Action content)
        {
            xml.WriteStartElement(name);
            content();
            xml.WriteEndElement();
        }

        void Row(IReadOnlyList<string> cells, string style)
        {
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", Digits.Of(++number));
            foreach (var cell in cells)
            {
                xml.WriteStartElement("c");
                xml.WriteAttributeString("s", style);
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(PlainCell.ForXml(cell));
                xml.WriteEndElement();
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
    }

    /// <summary>The row, and as many more under the same reference as its longest cell needs.</summary>
    private static IEnumerable<IReadOnlyList<string>> Fitting(IReadOnlyList<string> cells)
    {
        if (cells.All(cell => cell.Length <= LongestCell))
        {
            yield return cells;
            yield break;
        }
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
