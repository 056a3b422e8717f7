using System.Security.Cryptography;
using BTech.Documents.Pdf;
using BTech.Documents.Reports;
using BTech.Record.Reports.Files;

namespace BTech.Web.Pages.Reports;

/// <summary>Makes the files of published versions, for the site and for the command line, and has it kept which bytes each was.</summary>
public sealed class PublishedFiles(PdfShelf shelf, FileReleases releases)
{
    /// <summary>The file in one of the formats that are offered.</summary>
    /// <exception cref="PdfUnavailableException">There is no PDF at the moment.</exception>
    public async Task<byte[]> MakeAsync(ReportDocument document, string format, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        var file = ReportFormat.Find(format) is { } written
            ? new PdfFile(written.ToBytes(document), ReportFormat.Engine)
            : await shelf.FileAsync(document.FileName, ReportPdf.Sheet(document), () => ReportFormat.Find("docx")!.ToBytes(document), cancel);
        await releases.KeepAsync(document.Report, new MadeFile(document.Language.Code, format, document.Source, SHA256.HashData(file.Bytes), file.Engine), cancel);
        return file.Bytes;
    }
}
