using System.Text;

namespace BTech.Languages;

/// <summary>
/// Unicode normal forms of texts that anybody may have typed or sent. The framework's own normalisation throws at halves of characters and at
/// U+FFFE, which is no character (Unicode Standard, 23.7); none of them may end a request.
/// </summary>
public static class UnicodeForm
{
    private const char NoCharacter = '\uFFFE';
    private const char Replacement = '\uFFFD';

    /// <summary>Whether a text holds whole characters only.</summary>
    public static bool IsWhole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == NoCharacter) return false;
            if (!char.IsSurrogate(text[index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return false;
            index++;
        }
        return true;
    }

    /// <summary>The text in a normal form; the replacement character stands for what is no whole character.</summary>
    public static string Of(string text, NormalizationForm form) => (IsWhole(text) ? text : Mended(text)).Normalize(form);

    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) mended.Append(rune.Value == NoCharacter ? Replacement.ToString() : rune.ToString());
        return mended.ToString();
    }
}
