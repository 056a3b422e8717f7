using System.Text.RegularExpressions;
using BTech.Languages;

namespace BTech.Agenda.Consultations;

/// <summary>What may stand for a consultation in addresses.</summary>
public static partial class ConsultationSlug
{
    /// <summary>2 to 60 lower-case letters, digits and single hyphens, and none of the six language codes.</summary>
    public static bool IsValid(string? slug) =>
        slug is { Length: >= 2 and <= 60 } && Pattern().IsMatch(slug) && Language.Find(slug) is null;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Pattern();
}
