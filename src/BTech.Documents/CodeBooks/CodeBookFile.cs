using BTech.Record.Coding;

namespace BTech.Documents.CodeBooks;

/// <summary>A file format for code books: one list for the pages and the command line.</summary>
/// <param name="Extension">Ending of the file, also the command's <c>--format</c>.</param>
/// <param name="Name">What it is called, the same in every language.</param>
/// <param name="ContentType">Media type of the answer.</param>
/// <param name="Write">Makes the file of a version of the book; a broader theme comes before its narrower ones.</param>
public sealed record CodeBookFile(string Extension, string Name, string ContentType, Func<IReadOnlyList<ThemeDraft>, int, byte[]> Write)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Largest = 12 * 1024 * 1024;

    /// <summary>The formats, in the order in which they are shown.</summary>
    public static IReadOnlyList<CodeBookFile> All { get; } =
    [
        new("qdc", "REFI-QDA (QDC)", "application/xml", CodeBookQdc.Write),
        new("csv", "CSV", "text/csv; charset=utf-8", CodeBookCsv.Write),
    ];

    /// <summary>The format with this ending, or nothing.</summary>
    public static CodeBookFile? Find(string? extension) => All.FirstOrDefault(format => format.Extension == extension);

    /// <summary>Reads a file by what it is, not by its name.</summary>
    public static CodeBookReading Read(ReadOnlySpan<byte> bytes)
    {
        if (FileText.Of(bytes) is not { } text) return CodeBookReading.Refused(CodeBookFault.BrokenEncoding);
        if (string.IsNullOrWhiteSpace(text)) return CodeBookReading.Refused(CodeBookFault.Empty);
        var reading = text.TrimStart().StartsWith('<') ? CodeBookQdc.Read(text.TrimStart()) : CodeBookCsv.Read(text);
        return reading.Fault is null && reading.Themes.Count == 0 ? CodeBookReading.Refused(CodeBookFault.Empty) : reading;
    }
}
