using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Record.Boxes;
using BTech.Record.Inputs;

namespace BTech.Documents.Answers;

/// <summary>
/// One place for an answer in the form, with the mark by which it is found again, whatever language the form was in: <c>[F1]</c> for a focus
/// area, <c>[P12]</c> for a paragraph, <c>[W12]</c> for another wording of it, <c>[O]</c> for the paper as a whole; and in focus area 1 for the
/// second example or resource <c>[E1.2]</c> its title, <c>[L1.2]</c> its link, <c>[R1.2]</c> why it matters, for the second dilemma <c>[D1.2]</c>
/// the situation, <c>[T1.2]</c> the tension, <c>[H1.2]</c> what would help.
/// </summary>
/// <param name="Place">Where.</param>
/// <param name="Kind">A comment, another wording, an example (with a link a resource), or a dilemma.</param>
/// <param name="Part">Which part of it.</param>
/// <param name="Item">The number of the example or dilemma in its area, from 1; 0 for what is there once.</param>
public sealed partial record AnswerPlace(Place Place, InputKind Kind, AnswerPart Part = AnswerPart.Text, int Item = 0)
{
    /// <summary>The most examples, and the most dilemmas, of one focus area that are found by their marks.</summary>
    public const int MostItems = 9;

    private static readonly Dictionary<char, (InputKind Kind, AnswerPart Part)> _letters = new()
    {
        ['E'] = (InputKind.Example, AnswerPart.Title),
        ['L'] = (InputKind.Example, AnswerPart.Link),
        ['R'] = (InputKind.Example, AnswerPart.Text),
        ['D'] = (InputKind.Dilemma, AnswerPart.Text),
        ['T'] = (InputKind.Dilemma, AnswerPart.Tension),
        ['H'] = (InputKind.Dilemma, AnswerPart.WouldHelp),
    };

    /// <summary>The mark as it is printed.</summary>
    public string Mark => Place switch
    {
        { FocusArea: { } area } when Item > 0 => string.Create(CultureInfo.InvariantCulture, $"[{_letters.First(letter => letter.Value == (Kind, Part)).Key}{area}.{Item}]"),
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

    /// <summary>The parts of an example or a resource in a focus area.</summary>
    public static IReadOnlyList<AnswerPlace> Example(int area, int item) => Parts(area, item, InputKind.Example);

    /// <summary>The parts of a dilemma in a focus area.</summary>
    public static IReadOnlyList<AnswerPlace> Dilemma(int area, int item) => Parts(area, item, InputKind.Dilemma);

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
        var letter = char.ToUpperInvariant(found.Groups["letter"].Value[0]);
        var (number, item) = (NumberOf(found.Groups["number"].Value), NumberOf(found.Groups["item"].Value));
        if (letter == 'O' != (number is null) || _letters.ContainsKey(letter) != (item is > 0) || item == 0) return null;
        rest = line[found.Length..].Trim();
        return letter switch
        {
            'F' => InFocusArea(number!.Value),
            'P' => AtParagraph(number!.Value),
            'W' => WordingAt(number!.Value),
            'O' => Overall,
            _ => Of(number!.Value, item!.Value, _letters[letter]),
        };
    }

    private static IReadOnlyList<AnswerPlace> Parts(int area, int item, InputKind kind) =>
        [.. _letters.Values.Where(letter => letter.Kind == kind).Select(letter => Of(area, item, letter))];

    // Brought back once more, the same mark means the same thing, so that it is replaced and not doubled.
    private static AnswerPlace Of(int area, int item, (InputKind Kind, AnswerPart Part) letter) =>
        new(new Place(area, null, new Guid(item, (short)letter.Kind, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0)), letter.Kind, letter.Part, item);

    private static int? NumberOf(string digits) => digits.Length == 0 ? null
        : int.Parse(string.Concat(digits.Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit).ToString(CultureInfo.InvariantCulture))), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[\s\-•*]*[\[［【]\s*(?<letter>[FPWOELRDTHfpwoelrdth])\s*(?<number>\d{0,5})\s*(?:[.．·٫]\s*(?<item>\d{1,5})\s*)?[\]］】]")]
    private static partial Regex MarkOfLine();
}
