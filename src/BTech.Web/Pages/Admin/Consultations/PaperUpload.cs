using System.Text;
using BTech.Documents.Papers;
using BTech.Web.Design;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The text of a paper's file, whatever its name: a Word document, or Markdown in UTF-8.</summary>
internal static class PaperUpload
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 5 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as Markdown.</summary>
    /// <exception cref="PaperRefusedException">The file cannot be taken.</exception>
    public static async Task<string> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var bytes = await file.BytesAsync(cancel);
        // By what it is, not by its name: a Word document is a ZIP archive.
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            using var document = new MemoryStream(bytes, writable: false);
            return PaperDocx.Read(document);
        }
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new PaperRefusedException(PaperFault.BrokenEncoding);
        }
    }
}
