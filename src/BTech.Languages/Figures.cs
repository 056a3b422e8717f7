using System.Globalization;
using System.Text.RegularExpressions;

namespace BTech.Languages;

/// <summary>
/// The figures in a text, so that a text and its translation can be compared: 2030 is 2030 in every script, and "1,000", "1 000" and "1.000" are one
/// number. Numbers written as words are not seen.
/// </summary>
public static partial class Figures
{
    /// <summary>The figures in European digits, each as often as it stands there, the smallest first.</summary>
    public static IReadOnlyList<string> Of(string? text) =>
        [.. Numbers().Matches(text ?? "").Select(match => string.Concat(match.Value.Select(Digit)))
            .Select(digits => digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0")
            .OrderBy(digits => digits.Length).ThenBy(digits => digits, StringComparer.Ordinal)];

    /// <summary>Whether two texts have the same figures, in whatever order.</summary>
    public static bool Same(string? left, string? right) => Of(left).SequenceEqual(Of(right), StringComparer.Ordinal);

    private static string Digit(char sign) => CharUnicodeInfo.GetDecimalDigitValue(sign) is >= 0 and var digit ? digit.ToString(CultureInfo.InvariantCulture) : "";

    // Groups of three belong together, whatever stands between them: a comma, a point, a blank that does not break, the Arabic sign.
    [GeneratedRegex(@"\p{Nd}{1,3}(?:[,.'’\u00A0\u202F\u066C ]\p{Nd}{3}(?!\p{Nd}))+|\p{Nd}+")]
    private static partial Regex Numbers();
}
