namespace BTech.Languages;

/// <summary>
/// Positions in text. Everything stored counts Unicode code points from 0 with an exclusive end, as exchange formats do;
/// C# strings count UTF-16 units. A lone surrogate counts as one code point, so that no text is refused for being odd.
/// </summary>
public static class CodePoints
{
    /// <summary>How many code points the text has.</summary>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = text.Length;
        for (var index = 1; index < text.Length; index++)
            if (char.IsSurrogatePair(text[index - 1], text[index])) count--;
        return count;
    }

    /// <summary>The UTF-16 index at which the given code point begins; the text's length for the position after the last one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text has fewer code points, or the position is negative.</exception>
    public static int ToIndex(string text, int position)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        var index = 0;
        for (var passed = 0; passed < position; passed++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, text.Length, nameof(position));
            index += LengthAt(text, index);
        }
        return index;
    }

    /// <summary>The code point that holds the given UTF-16 index. An index in the middle of a pair belongs to the pair's code point.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the text.</exception>
    public static int FromIndex(string text, int index)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, text.Length);
        var position = 0;
        for (var at = 0; at < text.Length; position++)
        {
            var next = at + LengthAt(text, at);
            if (index < next) return position;
            at = next;
        }
        return position;
    }

    /// <summary>The words from one position up to another.</summary>
    public static string Slice(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        var from = ToIndex(text, start);
        var to = from;
        for (var passed = start; passed < end; passed++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to, text.Length, nameof(end));
            to += LengthAt(text, to);
        }
        return text[from..to];
    }

    private static int LengthAt(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
}
