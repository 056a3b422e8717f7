using System.Globalization;
using BTech.Languages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Words;

/// <summary>Texts that contain a number: one resource per plural form, chosen by the language's rule.</summary>
public static class Plurals
{
    /// <summary>
    /// The text <c>key.one</c>, <c>key.few</c> … that fits <paramref name="number"/>, which is its placeholder <c>{0}</c>;
    /// further values follow as <c>{1}</c> …
    /// </summary>
    public static string Plural(this IStringLocalizer words, string key, long number, params object[] more)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(more);
        var language = Language.Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Language.English;
        var form = PluralRules.FormOf(language, number);
        object[] values = [number.ToString("N0", CultureInfo.CurrentCulture), .. more];
        var text = words[$"{key}.{Suffix(form)}", values];
        return text.ResourceNotFound ? words[$"{key}.{Suffix(PluralForm.Other)}", values] : text;
    }

    private static string Suffix(PluralForm form) => form switch
    {
        PluralForm.Zero => "zero",
        PluralForm.One => "one",
        PluralForm.Two => "two",
        PluralForm.Few => "few",
        PluralForm.Many => "many",
        _ => "other",
    };
}
