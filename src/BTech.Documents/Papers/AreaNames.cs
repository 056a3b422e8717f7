using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BTech.Agenda.Consultations;
using BTech.Languages;

namespace BTech.Documents.Papers;

/// <summary>The names of some focus areas, to be found in headings: the title or short title in any language, or "focus area 2" in one of the six.</summary>
internal sealed partial class AreaNames
{
    // As the glossary has it; the number follows.
    private static readonly string[] Words = ["focus area", "domaine d’étude", "esfera prioritaria", "приоритетное направление", "重点领域", "مجال التركيز"];

    // Folded, each between blanks: a word is found as a whole or not at all.
    private readonly List<(FocusArea Area, string[] Titles, string[] Numbers)> _areas;

    public AreaNames(IEnumerable<FocusArea> areas) => _areas =
    [
        .. areas.Select(area => (area,
            Folded(area.Title.ByCode.Values.Concat(area.ShortTitle.ByCode.Values)),
            Folded(Words.SelectMany(word => new[] { string.Create(CultureInfo.InvariantCulture, $"{word} {area.Number}"), string.Create(CultureInfo.InvariantCulture, $"{word}{area.Number}") })))),
    ];

    /// <summary>The focus area that is named somewhere in a heading, or nothing.</summary>
    public FocusArea? FindIn(string heading)
    {
        var folded = Folded(heading);
        return _areas.Find(area => area.Titles.Concat(area.Numbers).Any(name => folded.Contains(name, StringComparison.Ordinal))).Area;
    }

    /// <summary>Whether a line is the name of a focus area and nothing more, but for "focus area 2" or a number in front of it.</summary>
    public bool IsName(string line)
    {
        string[] lines = [Folded(line), Number().Replace(Folded(line), " ")];
        return _areas.Exists(area =>
        {
            string[] names = [.. area.Titles, .. area.Numbers];
            return lines.Any(whole => names.Any(front =>
                whole == front || (whole.StartsWith(front, StringComparison.Ordinal) && names.Contains(whole[(front.Length - 1)..], StringComparer.Ordinal))));
        });
    }

    /// <summary>A line that begins with "focus area 2" and a colon or a dash, in two: what names the area, and what is said after the sign.</summary>
    public (string Name, string Said)? Divide(string line) =>
        Sign().Match(line) is { Success: true } sign && Folded(sign.Groups[1].Value) is var name && _areas.Exists(area => area.Numbers.Contains(name))
            ? (sign.Groups[1].Value, sign.Groups[2].Value) : null;

    // Of less than three letters no area is known.
    private static string[] Folded(IEnumerable<string> names) => [.. names.Select(Folded).Where(name => name.Length > 4).Distinct(StringComparer.Ordinal)];

    private static string Folded(string text) => $" {string.Join(' ', string.Concat(UnicodeForm.Of(text, NormalizationForm.FormKC).ToUpperInvariant()
        .Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";

    // "2. Boards", "2) Boards"
    [GeneratedRegex(@"^ \d{1,2} (?=\S)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(\S.{0,79}?)\s*(?:[:：–—]|\s-\s)\s*(\S.*)$")]
    private static partial Regex Sign();
}
