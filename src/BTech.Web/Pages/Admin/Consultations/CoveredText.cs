using BTech.Languages;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>One text of a consultation that people read, and in which languages it is there.</summary>
/// <param name="Name">What it is called on the page.</param>
/// <param name="Address">Where it is written, without a language.</param>
/// <param name="MissingIn">For each language in which it is missing, how many parts of it are; a text in one piece has one.</param>
public sealed record CoveredText(string Name, string Address, IReadOnlyDictionary<Language, int> MissingIn)
{
    /// <summary>A text in one piece; nothing where there is none in English, because then nobody misses it.</summary>
    public static CoveredText? Of(string name, string address, LocalizedText? text) => text is null || text.IsEmpty ? null : Of(name, address, [text]);

    /// <summary>A text in several pieces.</summary>
    public static CoveredText Of(string name, string address, IEnumerable<LocalizedText> pieces)
    {
        var all = pieces.Where(piece => !piece.IsEmpty).ToList();
        return new CoveredText(name, address, Language.All
            .Select(language => (language, missing: all.Count(piece => !piece.Has(language))))
            .Where(pair => pair.missing > 0).ToDictionary(pair => pair.language, pair => pair.missing));
    }
}
