using System.Text;

namespace BTech.Languages;

/// <summary>
/// Codes that people type off a letter, a card or a screen, in Crockford's base 32: no letter looks like a figure, and whatever a person adds or mistakes in copying is
/// put right here.
/// </summary>
public static class TypedCode
{
    /// <summary>The thirty-two letters and figures.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // No code is half as long, even with a blank between any two letters.
    private const int Longest = 200;

    /// <summary>
    /// What was typed as it was meant: without blanks and hyphens, in capitals of the usual width, O as zero, I and L as one. Other signs stay, for the caller to refuse; nothing
    /// where it is too long for any code.
    /// </summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > Longest) return null;
        var read = new StringBuilder(typed.Length);
        foreach (var character in UnicodeForm.Of(typed, NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(character) && character is not ('-' or '\u2010' or '\u2011' or '\u2013'))
                read.Append(char.ToUpperInvariant(character) switch { 'O' => '0', 'I' or 'L' => '1', var letter => letter });
        return read.ToString();
    }

    /// <summary>A code as people copy it: in groups, with hyphens between them.</summary>
    public static string Grouped(string code, int size)
    {
        ArgumentNullException.ThrowIfNull(code);
        return string.Join('-', code.Chunk(size).Select(group => new string(group)));
    }
}
