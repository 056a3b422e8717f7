using System.Globalization;
using BTech.Languages;

namespace BTech.Web.Words;

/// <summary>The culture behind each language: how dates and numbers are written in it.</summary>
public static class Cultures
{
    /// <summary>
    /// Neutral cultures, so that <c>ar</c> writes Gregorian dates; English dates put the day first, as the papers do.
    /// </summary>
    public static CultureInfo Of(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return CultureInfo.GetCultureInfo(language == Language.English ? "en-GB" : language.Code);
    }
}
