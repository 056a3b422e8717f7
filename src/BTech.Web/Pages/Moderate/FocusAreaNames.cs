using BTech.Agenda.Consultations;
using BTech.Languages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>What focus areas are called on the team's pages.</summary>
internal static class FocusAreaNames
{
    /// <summary>An area by number and short title; that of overall comments without a number.</summary>
    public static string Area(this IStringLocalizer<Words.Moderate> words, Consultation consultation, int? number, Language page) => number is { } area
        ? $"{words["Inputs.AreaNumber", area].Value} {consultation.FocusAreas.FirstOrDefault(one => one.Number == area)?.ShortTitle.In(page).Text}"
        : words["Inputs.Overall"];
}
