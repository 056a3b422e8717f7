using System.Text;
using BTech.Documents.Answers;
using BTech.Documents.Papers;

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
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        content.Position = 0;
        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        // By what it is, not by its name: a Word document is a ZIP archive.
        if (bytes.Span.StartsWith("PK"u8)) return AnswerDocx.Read(content);
        // Words of before 2007, which hold whatever they hold, and PDF are neither.
        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || bytes.Span.StartsWith("%PDF"u8)) throw new PaperRefusedException(PaperFault.NotADocument);
        Encoding encoding = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
            : bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        try
        {
            var text = encoding.GetString(bytes.Span).TrimStart('\uFEFF');
            return text.Length <= AnswerDocx.LongestText ? text : throw new PaperRefusedException(PaperFault.TooLarge);
        }
        catch (DecoderFallbackException)
        {
            throw new PaperRefusedException(PaperFault.BrokenEncoding);
        }
    }
}
