using System.Globalization;
using System.Text;
using BTech.Agenda.Consultations;
using BTech.Languages;

namespace BTech.Documents.Papers;

/// <summary>Finds the focus area that a heading names: by its title or short title in any language, or as "focus area 2" in one of the six.</summary>
internal static class AreaNames
{
    // As the glossary has it; the number follows.
    private static readonly string[] Words = ["focus area", "domaine d’étude", "esfera prioritaria", "приоритетное направление", "重点领域", "مجال التركيز"];

    /// <summary>The focus area, or nothing when the heading names none.</summary>
    public static FocusArea? Find(string heading, IEnumerable<FocusArea> areas)
    {
        var folded = Folded(heading);
        return areas.FirstOrDefault(area => Names(area).Any(name => folded.Contains(name, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Names(FocusArea area) =>
        area.Title.ByCode.Values.Concat(area.ShortTitle.ByCode.Values)
            .Concat(Words.SelectMany(word => new[] { string.Create(CultureInfo.InvariantCulture, $"{word} {area.Number}"), string.Create(CultureInfo.InvariantCulture, $"{word}{area.Number}") }))
            .Select(Folded).Where(name => name.Length > 3);

    private static string Folded(string text) => string.Join(' ', string.Concat(UnicodeForm.Of(text, NormalizationForm.FormKC).ToUpperInvariant()
        .Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " ";
}
