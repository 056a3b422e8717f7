using BTech.Record.Exports;
using CsvHelper;

namespace BTech.Documents.Exports;

/// <summary>
/// Inputs as CSV after RFC 4180: UTF-8 with a byte order mark, CRLF, a row for each input between two rows with the Rule. Cells that a spreadsheet
/// would calculate begin with an apostrophe.
/// </summary>
internal static class CsvExport
{
    public static async Task WriteAsync(ExportSheet sheet, IAsyncEnumerable<ExportedInput> inputs, Stream stream, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        var headings = sheet.Headings;
        // As many cells as in every other row, or strict readers refuse the file.
        var rule = Enumerable.Repeat("", headings.Count - 1).Prepend(sheet.Rule).ToList();
        await RowAsync(rule);
        await RowAsync(headings);
        await foreach (var input in inputs.WithCancellation(cancel)) await RowAsync(sheet.Row(input));
        await RowAsync(rule);
        await csv.FlushAsync(cancel);

        Task RowAsync(IReadOnlyList<string> cells) => csv.WriteRecordAsync([.. cells.Select(PlainCell.Of)], cancel).AsTask();
    }
}
