using BTech.Agenda.Consultations;
using BTech.Documents.Papers;
using BTech.Languages;
using BTech.Record.Imports;

namespace BTech.Documents.Imports;

/// <summary>
/// Reads a table of answers, a row each: after RFC 4180 with commas, semicolons or tabs. Each column that holds texts becomes a part; one that says who
/// or when is let go by its name alone, one of short answers is offered and left out until somebody chooses it.
/// </summary>
internal static class TableReading
{
    private const int MostHeadingRows = 3;

    // Half of a column's cells are shorter than this where people chose from a list instead of writing.
    private const int ShortestWriting = 25;

    public static ImportReading Read(string text, IReadOnlyCollection<FocusArea> areas, int? rest)
    {
        var (rows, fault, at) = Rows(text);
        if (fault is { } found) return ImportReading.Refused(found, at);
        if (rows.Count == 0) return ImportReading.Refused(ImportFault.Empty);
        var headings = TableHeadings.Of([.. rows.Take(MostHeadingRows)]);
        var answers = rows.Skip(headings.Rows).Where(row => row.Any(cell => cell.Length > 0)).ToList();
        if (answers.Count == 0) return ImportReading.Refused(ImportFault.Empty);
        if (answers.Count > ImportFile.MostRows) return ImportReading.Refused(ImportFault.TooManyRows);
        var areaNames = new AreaNames(areas);
        var (parts, letGo) = (new List<ImportPart>(), new List<string>());
        for (var column = 0; column < headings.Names.Count; column++)
        {
            var (name, cells) = (headings.Names[column], answers.Select(row => row[column]).Where(cell => cell.Length > 0).ToList());
            if (cells.Count == 0) continue;
            if (name.Length == 0) return ImportReading.Refused(ImportFault.WrongColumns, 1);
            if (headings.AboutTheAnswer.Contains(column) || WhoOrWhen.Says(headings.Channel, rows[0][column], name, cells)) letGo.Add(name);
            else parts.Add(new ImportPart(name, cells, areaNames.FindIn(name)?.Number ?? (IsWritten(cells) ? rest : null)));
        }
        return parts.Count == 0 ? ImportReading.Refused(ImportFault.NoTexts)
            : parts.Count > ImportDraft.MostParts ? ImportReading.Refused(ImportFault.WrongColumns, 1)
            : new ImportReading(new ImportDraft(headings.Channel, IsRunning: false, parts, letGo));
    }

    private static (List<string[]> Rows, ImportFault? Fault, int Row) Rows(string text)
    {
        var (separator, body) = Separated(text);
        var rows = new List<string[]>();
        foreach (var row in CsvRows.Of(body, separator))
        {
            if (row.IsMalformed) return (rows, ImportFault.WrongRow, row.Number);
            string[] cells = [.. row.Cells.Select(cell => UnicodeForm.Of(cell, System.Text.NormalizationForm.FormC))];
            if (cells.All(cell => cell.Length == 0)) continue;
            if (rows.Count > 0 && cells.Length != rows[0].Length) return (rows, ImportFault.WrongRow, row.Number);
            rows.Add(cells);
            // Whatever the headings take: there is no use in reading on.
            if (rows.Count > ImportFile.MostRows + MostHeadingRows) return (rows, ImportFault.TooManyRows, 0);
        }
        return (rows, null, 0);
    }

    // As a first line says it, the way one spreadsheet program writes it; else whatever divides the first row most often.
    private static (char Separator, string Text) Separated(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n' && text[4] is ',' or ';' or '\t')
            return (text[4], text[5..].TrimStart('\r', '\n'));
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var isQuoted = false;
        foreach (var letter in text.TrimStart())
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (letter == '\n' && !isQuoted) break;
            else if (!isQuoted && counts.TryGetValue(letter, out var count)) counts[letter] = count + 1;
        }
        return (counts.MaxBy(count => count.Value).Key, text);
    }

    // A Chinese character says as much as a few letters.
    private static bool IsWritten(List<string> cells) =>
        cells.Select(cell => cell.Length + (2 * cell.Count(letter => letter >= '\u2E80'))).Order().ElementAt(cells.Count / 2) >= ShortestWriting;
}
