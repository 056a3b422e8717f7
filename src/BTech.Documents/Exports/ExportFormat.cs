using BTech.Record.Exports;

namespace BTech.Documents.Exports;

/// <summary>A file format in which the coded inputs of a sealed window are offered: one list for the page and the command line.</summary>
/// <param name="Extension">Ending of the file, also the command's <c>--format</c>.</param>
/// <param name="Name">What it is called, the same in every language.</param>
/// <param name="ContentType">Media type of the answer.</param>
/// <param name="WriteAsync">Writes the inputs to a stream as they come; the stream stays open.</param>
public sealed record ExportFormat(string Extension, string Name, string ContentType, Func<ExportSheet, IAsyncEnumerable<ExportedInput>, Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>The formats, in the order in which they are shown.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "CSV", "text/csv; charset=utf-8", CsvExport.WriteAsync),
        new("xlsx", "Excel (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxExport.WriteAsync),
        new("json", "JSON", "application/json", JsonExport.WriteAsync),
        new("qdpx", "REFI-QDA (QDPX)", "application/octet-stream", QdpxExport.WriteAsync),
    ];

    /// <summary>The format with this ending, or nothing.</summary>
    public static ExportFormat? Find(string? extension) => All.FirstOrDefault(format => format.Extension == extension);
}
