using BTech.Languages;

namespace BTech.Web.Pages.Admin;

/// <summary>A text in six languages as a form has it: one field per language, empty where there is none.</summary>
public static class LocalizedForm
{
    public static Dictionary<string, string?> Fields(LocalizedText? text) =>
        Language.All.ToDictionary(language => language.Code, language => text?.ByCode.GetValueOrDefault(language.Code), StringComparer.Ordinal);

    /// <summary>What was typed; unknown language codes in a forged form are left out.</summary>
    public static LocalizedText Text(IReadOnlyDictionary<string, string?> fields) => new(
        Language.All.Select(language => KeyValuePair.Create(language.Code, fields.GetValueOrDefault(language.Code)?.Trim() ?? ""))
            .Where(pair => pair.Value.Length > 0));

    public static bool HasEnglish(IReadOnlyDictionary<string, string?> fields) => !string.IsNullOrWhiteSpace(fields.GetValueOrDefault(Language.English.Code));

    public static bool Fits(IReadOnlyDictionary<string, string?> fields, int most) => fields.Values.All(text => text is null || text.Length <= most);

    /// <summary>English first: every consultation has it.</summary>
    public static IEnumerable<Language> InOrder { get; } = [Language.English, .. Language.All.Where(language => language != Language.English)];
}
