using System.Text;
using System.Xml;

namespace BTech.Documents.Reports;

/// <summary>
/// Makes text that a person typed fit to stand on one line of any file: line ends and tabs become spaces,
/// and what XML cannot hold (control characters, halves of surrogate pairs) goes.
/// </summary>
internal static class PlainWords
{
    public static string Of(string? words)
    {
        if (string.IsNullOrEmpty(words)) return string.Empty;
        var clean = new StringBuilder(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            var character = words[at];
            if (character is '\r' or '\n' or '\t' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (char.IsHighSurrogate(character) && at + 1 < words.Length && char.IsLowSurrogate(words[at + 1]))
            {
                clean.Append(character).Append(words[++at]);
            }
            // U+007F to U+009F are legal in XML but not in HTML, and show as nothing or as a box.
            else if (XmlConvert.IsXmlChar(character) && character is < '\u007f' or > '\u009f')
            {
                clean.Append(character);
            }
        }
        return clean.ToString();
    }
}
