using System.Text;

namespace BTech.Documents;

/// <summary>The words of a text file, whatever its name.</summary>
public static class FileText
{
    /// <summary>The text: UTF-8 with or without its mark, or UTF-16 by its mark. Nothing when it is neither, or no text at all.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        try
        {
            var text = encoding.GetString(bytes).TrimStart('\uFEFF');
            // A text has no zero characters; a workbook or a document has.
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
