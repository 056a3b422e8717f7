using System.Globalization;
using System.Text;
using BTech.Agenda.Consultations;
using BTech.Languages;

namespace BTech.Documents.Papers;

/// <summary>Finds the focus area that a heading names: by its title or short title in any language, or as "focus area 2".</summary>
internal static class AreaNames
{
    /// <summary>The focus area, or nothing when the heading names none.</summary>
    public static FocusArea? Find(string heading, IEnumerable<FocusArea> areas)
    {
        var folded = Folded(heading);
        return areas.FirstOrDefault(area => Names(area).Any(name => folded.Contains(name, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Names(FocusArea area) =>
        area.Title.ByCode.Values.Concat(area.ShortTitle.ByCode.Values).Append(string.Create(CultureInfo.InvariantCulture, $"focus area {area.Number}")).Select(Folded).Where(name => name.Length > 3);

    private static string Folded(string text) => string.Join(' ', string.Concat(UnicodeForm.Of(text, NormalizationForm.FormKC).ToUpperInvariant()
        .Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " ";
}
