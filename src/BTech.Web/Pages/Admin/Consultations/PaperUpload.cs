using System.Text;
using BTech.Documents.Papers;

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
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        content.Position = 0;
        // By what it is, not by its name: a Word document is a ZIP archive.
        if (content.Length > 1 && content.GetBuffer()[0] == 'P' && content.GetBuffer()[1] == 'K') return PaperDocx.Read(content);
        try
        {
            return StrictUtf8.GetString(content.GetBuffer(), 0, (int)content.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new PaperRefusedException(PaperFault.BrokenEncoding);
        }
    }
}
