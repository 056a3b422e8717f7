using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Documents.Pdf;

/// <summary>A finished PDF.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Engine">What made it, with its version, as the file itself says.</param>
public sealed partial record PdfFile(byte[] Bytes, string Engine)
{
    private const string Unknown = "unknown";

    /// <summary>A file with the engine that its metadata name (XMP: the PDF producer, or the tool that created it).</summary>
    internal static PdfFile Of(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var named = Producer().Match(text) is { Success: true } producer ? producer : Tool().Match(text);
        return new PdfFile(bytes, named.Success ? named.Groups[1].Value : Unknown);
    }

    [GeneratedRegex("<pdf:Producer>([^<>&\\p{Cc}]{1,120})</pdf:Producer>")]
    private static partial Regex Producer();

    [GeneratedRegex("<xmp:CreatorTool>([^<>&\\p{Cc}]{1,120})</xmp:CreatorTool>")]
    private static partial Regex Tool();
}
