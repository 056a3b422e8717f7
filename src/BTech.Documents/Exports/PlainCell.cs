using System.Buffers;
using System.Xml;

namespace BTech.Documents.Exports;

/// <summary>Texts that other people wrote, made harmless for programs that calculate.</summary>
internal static class PlainCell
{
    // OWASP, "CSV Injection": what makes a spreadsheet read a formula; the wide forms do so in East Asian ones.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    // What XML cannot hold, and halves of pairs, which must be looked at together.
    private static readonly SearchValues<char> _doubtful =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(value => (char)value).Where(one => !XmlConvert.IsXmlChar(one) || char.IsSurrogate(one))]);

    /// <summary>The text, with an apostrophe before it where a spreadsheet would calculate it.</summary>
    public static string Of(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    /// <summary>The text as it was before <see cref="Of"/>.</summary>
    public static string Back(string cell) => cell.Length > 1 && cell[0] == '\'' && Formula.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    /// <summary>The text without what XML 1.0 cannot hold.</summary>
    public static string ForXml(string text)
    {
        // Nearly every text holds none of these, and that is seen many characters at a time.
        var first = text.AsSpan().IndexOfAny(_doubtful);
        if (first < 0) return text;
        for (var at = first; at < text.Length; at++)
            if (!IsGood(text, at)) return string.Concat(text.Where((_, index) => IsGood(text, index)));
        return text;
    }

    private static bool IsGood(string text, int at) => XmlConvert.IsXmlChar(text[at])
        || (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) || (at > 0 && XmlConvert.IsXmlSurrogatePair(text[at], text[at - 1]));
}
