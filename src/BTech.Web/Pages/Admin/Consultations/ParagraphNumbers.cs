using System.Globalization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>Paragraph numbers as people type them: with commas or blanks between, in the digits and with the commas of any of the six languages.</summary>
internal static class ParagraphNumbers
{
    private static readonly char[] Between = [' ', '\t', '\u00A0', '\u202F', ',', ';', '،', '؛', '、', '，', '；', '§', '\u200E', '\u200F'];

    /// <summary>The numbers, and the first piece that is none.</summary>
    public static (IReadOnlyList<int> Numbers, string? Wrong) Read(string? typed)
    {
        var numbers = new List<int>();
        foreach (var piece in (typed ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = string.Concat(piece.Select(letter => CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit ? (char)('0' + digit) : letter));
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (numbers, piece);
            numbers.Add(number);
        }
        return (numbers, null);
    }
}
