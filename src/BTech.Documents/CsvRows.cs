using BTech.Documents.Exports;
using CsvHelper;

namespace BTech.Documents;

/// <summary>Rows of a table after RFC 4180, as somebody handed it in.</summary>
internal static class CsvRows
{
    /// <summary>The rows one by one, empty ones too. Cells are trimmed, with line ends LF, and without the apostrophe that <see cref="PlainCell.Of"/> puts before a formula.</summary>
    /// <returns>For each row its cells, its number in the file, and whether its quotes are broken.</returns>
    public static IEnumerable<(string[] Cells, int Number, bool IsMalformed)> Of(string text, char separator)
    {
        var malformed = new HashSet<long>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => malformed.Add(record.RecordNumber),
        });
        while (csv.Read())
        {
            string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Select(cell => PlainCell.Back(cell).ReplaceLineEndings("\n").Trim())];
            yield return (cells, (int)csv.RowNumber, malformed.Contains(csv.RowNumber));
        }
    }
}
