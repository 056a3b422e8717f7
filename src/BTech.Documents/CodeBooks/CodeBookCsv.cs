using BTech.Documents.Exports;
using BTech.Record.Coding;
using CsvHelper;

namespace BTech.Documents.CodeBooks;

/// <summary>
/// A code book as CSV after RFC 4180: UTF-8 with a byte order mark, CRLF, the same column names in every language. Cells that a spreadsheet would
/// calculate begin with an apostrophe, which is taken away again when the file is read. Each row says from which version of the book it comes; a book that
/// is read has versions of its own, so that nobody asks what stands there.
/// </summary>
internal static class CodeBookCsv
{
    private const string Version = "book_version";
    private static readonly string[] _columns = ["name", "broader", "definition", "when", "when_not", "example", "cross_cutting", Version];

    public static byte[] Write(IReadOnlyList<ThemeDraft> themes, int version)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(_columns);
            foreach (var theme in themes)
                csv.WriteRecord([.. new[] { theme.Name, theme.Broader ?? "", theme.Definition, theme.WhenToUse, theme.WhenNot, theme.Example, theme.IsCrossCutting ? "yes" : "no", Digits.Of(version) }.Select(PlainCell.Of)]);
            csv.Flush();
        }
        return stream.ToArray();
    }

    public static CodeBookReading Read(string text)
    {
        using var rows = CsvRows.Of(text, ',').GetEnumerator();
        if (!rows.MoveNext()) return CodeBookReading.Refused(CodeBookFault.Empty);
        var columns = rows.Current.Cells.Select(field => field.ToLowerInvariant()).ToList();
        if (!columns.Contains("name") || columns.Except(_columns).Any() || columns.Distinct().Count() != columns.Count) return CodeBookReading.Refused(CodeBookFault.WrongColumns);
        var check = new DraftCheck();
        while (rows.MoveNext())
        {
            var (fields, row, isMalformed) = rows.Current;
            if (fields.All(field => field.Length == 0)) continue;
            if (fields.Length != columns.Count || isMalformed) return CodeBookReading.Refused(CodeBookFault.WrongRow, row);
            var crossCutting = Cell("cross_cutting").ToLowerInvariant();
            if (crossCutting is not ("" or "yes" or "no")) return CodeBookReading.Refused(CodeBookFault.NeitherYesNorNo, row);
            var draft = new ThemeDraft(
                Cell("name"), Cell("broader") is { Length: > 0 } broader ? broader : null, Cell("definition"), Cell("when"), Cell("when_not"), Cell("example"), crossCutting == "yes");
            if (check.Add(draft) is { } fault) return CodeBookReading.Refused(fault, fault == CodeBookFault.TooMany ? 0 : row);

            string Cell(string column) => columns.IndexOf(column) is >= 0 and var at ? fields[at] : "";
        }
        return new CodeBookReading(check.Themes);
    }
}
