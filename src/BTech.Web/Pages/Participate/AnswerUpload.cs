using BTech.Documents;
using BTech.Documents.Answers;
using BTech.Documents.Papers;
using BTech.Web.Design;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// The words of a file that was brought back, whatever its name: a Word document, or text in UTF-8 or, with its mark, UTF-16. They are read in
/// memory; nothing of the file is stored.
/// </summary>
internal static class AnswerUpload
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 2 * 1024 * 1024;

    /// <summary>The words.</summary>
    /// <exception cref="PaperRefusedException">The file cannot be taken.</exception>
    public static async Task<string> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var bytes = await file.BytesAsync(cancel);
        // By what it is, not by its name: a Word document is a ZIP archive.
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            using var document = new MemoryStream(bytes, writable: false);
            return AnswerDocx.Read(document);
        }
        // Words of before 2007, which hold whatever they hold, and PDF are neither.
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || bytes.AsSpan().StartsWith("%PDF"u8)) throw new PaperRefusedException(PaperFault.NotADocument);
        var text = FileText.Of(bytes) ?? throw new PaperRefusedException(PaperFault.BrokenEncoding);
        return text.Length <= AnswerDocx.LongestText ? text : throw new PaperRefusedException(PaperFault.TooLarge);
    }
}
