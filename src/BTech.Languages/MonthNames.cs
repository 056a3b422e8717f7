using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Languages.Coach;

namespace BTech.Languages;

/// <summary>Whether a text speaks of a month, in whatever form a language puts its name.</summary>
public static class MonthNames
{
    // What the eastern Arab countries call them; the others' names come from the culture.
    private static readonly string[] Eastern =
        ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"];

    /// <summary>Whether a text names a month and its year.</summary>
    /// <param name="text">The text, without markup.</param>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="language">The language of the text.</param>
    public static bool Says(string text, int year, int month, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var folded = new FoldedText(string.Concat(text.Select(AsDigit))).Text;
        return folded.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            && Forms(month, language).Any(form => Regex.IsMatch(folded, form, RegexOptions.CultureInvariant));
    }

    private static IEnumerable<string> Forms(int month, Language language)
    {
        var format = CultureInfo.GetCultureInfo(language.Code).DateTimeFormat;
        var names = new[] { format.MonthNames[month - 1], format.MonthGenitiveNames[month - 1] }.Distinct().Select(Folded);
        if (language == Language.Chinese) return names.Append($"{month}月").Select(name => $@"(?<![\d十]){name}");
        if (language == Language.Arabic) return names.Append(Folded(Eastern[month - 1])).Select(Word);
        // A Russian month changes its ending: "ноябрь", "ноября", "в ноябре"; May is too short to be known by what is left.
        if (language == Language.Russian) return [month == 5 ? Word("ма[ийеяю]") : Word(Regex.Escape(Folded(format.MonthGenitiveNames[month - 1])[..^1]) + @"\p{L}{0,2}")];
        return names.Select(Word);
    }

    // Folded, a word may have lost the marks over its letters.
    private static string Folded(string name) => new FoldedText(name).Text;

    // Arabic writes "and" and "in" as one letter before the word.
    private static string Word(string name) => $@"(?<!\p{{L}})[وبل]?{name}(?!\p{{L}})";

    private static char AsDigit(char letter) => char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter;
}
