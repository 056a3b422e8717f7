using BTech.Documents.Papers;
using BTech.Languages;

namespace BTech.Documents.Pdf;

/// <summary>Whether PDFs can be made here, and by what: a file of one word is made, once by each process as long as it succeeds.</summary>
public sealed class PdfTrial(PdfShelf shelf)
{
    private static readonly PaperDocument Document = new("PDF", "1", "{0}", Language.English, []);

    /// <summary>The engine with its version.</summary>
    /// <exception cref="PdfUnavailableException">No PDF can be made; the reason is in it.</exception>
    public async Task<string> EngineAsync(CancellationToken cancel) => (await shelf.FileAsync("trial", PaperPdf.Sheet(Document), Word, cancel)).Engine;

    private static byte[] Word()
    {
        using var file = new MemoryStream();
        PaperDocxFile.Write(Document, file);
        return file.ToArray();
    }
}
