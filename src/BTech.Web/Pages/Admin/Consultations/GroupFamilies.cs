using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Web.Design;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The families of a consultation's groups, to choose from.</summary>
internal static class GroupFamilies
{
    /// <summary>The longest name of a group or a family.</summary>
    public const int LongestName = 100;

    /// <summary>One of its own, then those that exist.</summary>
    public static IReadOnlyList<Choice> Choices(Consultation consultation, Language language, IStringLocalizer<Words.Setup> words) =>
        [new Choice("", words["Groups.OwnFamily"]), .. consultation.Groups.DistinctBy(group => group.Family).Select(group => new Choice(group.Family, group.FamilyName.In(language).Text))];

    public static bool IsName(string? text) => text?.Trim() is { Length: > 0 and <= LongestName };
}
