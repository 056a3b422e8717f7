using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BTech.Languages;

namespace BTech.Record.Quotations;

/// <summary>
/// Which words of a text stand in quotation marks, as they are written in its language; plain ones are understood in all. Single marks are none: they cannot be
/// told from apostrophes.
/// </summary>
public static partial class QuotationMarks
{
    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["en"] = "“”", ["ar"] = "«»", ["es"] = "«»", ["fr"] = "«»", ["ru"] = "«»", ["zh"] = "“”",
    }.ToFrozenDictionary();

    /// <summary>The stretches between marks, without the marks, in reading order.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Marked().Matches(text).Select(match => match.Groups["words"].Value)];
    }

    /// <summary>Words in the usual marks of a language, to be taken over into a report.</summary>
    public static string Around(string words, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var marks = Usual[language.Code];
        // French sets its marks apart from the words.
        var blank = language == Language.French ? "\u00A0" : "";
        return marks[0] + blank + words + blank + marks[1];
    }

    [GeneratedRegex("“(?<words>[^“”]+)”|«(?<words>[^«»]+)»|„(?<words>[^„“”]+)[“”]|「(?<words>[^「」]+)」|\"(?<words>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
