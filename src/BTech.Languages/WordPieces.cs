using System.Globalization;
using System.Text;

namespace BTech.Languages;

/// <summary>
/// A text cut into words, blanks and single signs, by plain rules that hold in all six languages. Where a script writes no blanks between
/// words, as Chinese does, every character is a piece of its own. The pieces joined are the text again.
/// </summary>
public static class WordPieces
{
    /// <summary>The pieces in reading order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new List<string>();
        var (start, kind) = (0, Kind.Sign);
        for (var index = 0; index < text.Length;)
        {
            // Half a pair is a sign like any other.
            var length = Rune.TryGetRuneAt(text, index, out var rune) ? rune.Utf16SequenceLength : 1;
            var next = length == 1 && char.IsSurrogate(text[index]) ? Kind.Sign : KindOf(rune);
            var goesOn = index > start && (next == Kind.Attached || (next == kind && kind is Kind.Word or Kind.Blank) || JoinsLetters(text, index, kind));
            if (index > start && !goesOn)
            {
                pieces.Add(text[start..index]);
                start = index;
            }
            if (!goesOn) kind = next;
            index += length;
        }
        if (start < text.Length) pieces.Add(text[start..]);
        return pieces;
    }

    /// <summary>The words of a text as texts are compared by them: of its folded form, without blanks and signs; in scripts without blanks single characters.</summary>
    public static List<string> FoldedWordsOf(string text) => [.. Of(Folding.Fold(text)).Where(IsWord)];

    /// <summary>The folded words in a row, a blank on either side of each: words stand one after the other in a text where its row contains theirs, whatever signs lie between.</summary>
    public static string RowOf(string text) => $" {string.Join(' ', FoldedWordsOf(text))} ";

    /// <summary>Whether a piece is a word or a character of a script without blanks, and not a blank or a sign.</summary>
    public static bool IsWord(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return Rune.TryGetRuneAt(piece, 0, out var rune) && KindOf(rune) is Kind.Word or Kind.Character;
    }

    // "don't", "l’État", "co-operation": one word.
    private static bool JoinsLetters(string text, int index, Kind before) =>
        before == Kind.Word && text[index] is '\'' or '’' or '-' or '\u2010' or '\u2011'
        && index + 1 < text.Length && Rune.TryGetRuneAt(text, index + 1, out var after) && KindOf(after) == Kind.Word;

    private static Kind KindOf(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) return Kind.Blank;
        if (IsCharacter(rune.Value)) return Kind.Character;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Kind.Attached,
            _ => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.ConnectorPunctuation ? Kind.Word : Kind.Sign,
        };
    }

    // Han with its radicals and repetition marks, and the Japanese syllables that stand beside it.
    private static bool IsCharacter(int value) => value is (>= 0x2E80 and <= 0x2FDF) or (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private enum Kind
    {
        Sign,
        Word,
        Character,
        Blank,
        Attached,
    }
}
