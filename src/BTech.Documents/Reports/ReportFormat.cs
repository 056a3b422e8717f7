namespace BTech.Documents.Reports;

/// <summary>A file format in which a Summary Report is offered: one list for pages, addresses and the command line.</summary>
/// <param name="Extension">Ending of the file and of the address (<c>/reports/1.docx</c>), also the command's <c>--format</c>.</param>
/// <param name="ContentType">Media type of the answer.</param>
/// <param name="Write">Writes a document to a stream.</param>
public sealed record ReportFormat(string Extension, string ContentType, Action<ReportDocument, Stream> Write)
{
    /// <summary>The formats that every installation can write.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ReportDocx.Write),
        new("html", "text/html; charset=utf-8", ReportHtml.Write),
        new("md", "text/markdown; charset=utf-8", ReportMarkdown.Write),
        new("json", "application/json", ReportJson.Write),
    ];

    /// <summary>The ending of a PDF, which is printed by a program of its own (<see cref="BTech.Documents.Pdf.PdfShelf"/>) and so may not be there.</summary>
    public const string Pdf = "pdf";

    /// <summary>The media type of a PDF.</summary>
    public const string PdfContentType = "application/pdf";

    /// <summary>The endings of all formats that are offered, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Offered { get; } = [All[0].Extension, Pdf, .. All.Skip(1).Select(format => format.Extension)];

    /// <summary>What writes these formats, with its version; a PDF has an engine of its own.</summary>
    public static string Engine { get; } = $"B-Tech Consultation {typeof(ReportFormat).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>The format with this ending, or nothing.</summary>
    public static ReportFormat? Find(string? extension) =>
        All.FirstOrDefault(format => string.Equals(format.Extension, extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole file in memory: web answers must not be written to synchronously.</summary>
    public byte[] ToBytes(ReportDocument document)
    {
        using var buffer = new MemoryStream();
        Write(document, buffer);
        return buffer.ToArray();
    }
}
