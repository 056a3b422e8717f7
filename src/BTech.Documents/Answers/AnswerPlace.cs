using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Record.Boxes;
using BTech.Record.Inputs;

namespace BTech.Documents.Answers;

/// <summary>
/// One place for an answer in the form, with the mark by which it is found again, whatever language the form was in: <c>[F1]</c> for a focus
/// area, <c>[P12]</c> for a paragraph, <c>[W12]</c> for another wording of it, <c>[O]</c> for the paper as a whole.
/// </summary>
/// <param name="Place">Where.</param>
/// <param name="Kind">A comment, or another wording.</param>
public sealed partial record AnswerPlace(Place Place, InputKind Kind)
{
    /// <summary>The mark as it is printed.</summary>
    public string Mark => Place switch
    {
        { FocusArea: { } area } => string.Create(CultureInfo.InvariantCulture, $"[F{area}]"),
        { Paragraph: { } paragraph } when Kind == InputKind.OtherWording => string.Create(CultureInfo.InvariantCulture, $"[W{paragraph}]"),
        { Paragraph: { } paragraph } => string.Create(CultureInfo.InvariantCulture, $"[P{paragraph}]"),
        _ => "[O]",
    };

    /// <summary>A comment on a focus area.</summary>
    public static AnswerPlace InFocusArea(int number) => new(Place.InFocusArea(number), InputKind.Comment);

    /// <summary>A comment on a paragraph.</summary>
    public static AnswerPlace AtParagraph(int number) => new(Place.AtParagraph(number), InputKind.Comment);

    /// <summary>Another wording for a paragraph.</summary>
    public static AnswerPlace WordingAt(int number) => new(Place.AtParagraph(number), InputKind.OtherWording);

    /// <summary>A comment on the paper as a whole.</summary>
    public static AnswerPlace Overall { get; } = new(Place.Overall, InputKind.Comment);

    /// <summary>Reads a line that begins with a mark; also as people or their word processors change it: other brackets, other digits, small letters.</summary>
    /// <param name="line">A line without direction marks.</param>
    /// <param name="rest">What follows the mark.</param>
    /// <returns>The place, of this form or not; nothing where the line begins with no mark.</returns>
    public static AnswerPlace? TryRead(string line, out string rest)
    {
        rest = line;
        if (MarkOfLine().Match(line) is not { Success: true } found) return null;
        var digits = string.Concat(found.Groups["number"].Value.Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit).ToString(CultureInfo.InvariantCulture)));
        var number = digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
        var letter = char.ToUpperInvariant(found.Groups["letter"].Value[0]);
        if (letter == 'O' != (digits.Length == 0)) return null;
        rest = line[found.Length..].Trim();
        return letter switch
        {
            'F' => InFocusArea(number),
            'P' => AtParagraph(number),
            'W' => WordingAt(number),
            _ => Overall,
        };
    }

    [GeneratedRegex(@"^[\s\-•*]*[\[［【]\s*(?<letter>[FPWOfpwo])\s*(?<number>\d{0,5})\s*[\]］】]")]
    private static partial Regex MarkOfLine();
}
