using System.Globalization;
using System.Text;

namespace BTech.Languages;

/// <summary>
/// Reduces a text to what matters when people search or compare: without case, accents, Arabic vowel signs, tatweel and
/// the variants of alef, and with full-width forms made narrow. Never shown, only compared.
/// </summary>
public static class Folding
{
    /// <summary>
    /// The folded text. Runs of white space become one space; format characters (directional marks, joiners) fall away.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        var folded = new StringBuilder(text.Length);
        // Compatibility decomposition takes accents apart and narrows full-width letters and Arabic presentation forms.
        foreach (var rune in UnicodeForm.Of(text, NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                continue;
            }
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                    continue;
            }
            if (Plain(rune) is { } plain) folded.Append(plain);
        }
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether two texts are the same once folded.</summary>
    public static bool Same(string? left, string? right) => string.Equals(Fold(left), Fold(right), StringComparison.Ordinal);

    private static string? Plain(Rune rune) => rune.Value switch
    {
        0x0640 => null,                              // tatweel only stretches
        0x0671 or 0x0672 or 0x0673 or 0x0675 => "ا", // alef forms that do not decompose
        0x0649 or 0x06CC => "ي",                     // alef maqsura and Farsi yeh
        0x0629 => "ه",                               // teh marbuta
        0x06A9 => "ك",                               // Farsi kaf
        0x00DF => "ss",
        0x00E6 or 0x00C6 => "ae",
        0x0153 or 0x0152 => "oe",
        0x00F8 or 0x00D8 => "o",
        0x0142 or 0x0141 => "l",
        0x0131 => "i",
        0x2018 or 0x2019 or 0x02BC => "'",
        0x201C or 0x201D or 0x00AB or 0x00BB => "\"",
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 => "-",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
