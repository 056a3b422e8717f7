using System.Globalization;

namespace BTech.Languages;

/// <summary>
/// Sentences of a text in any of the six languages, by plain rules: a full stop, question or exclamation mark of any of the
/// scripts ends one, and so does a line end. Good enough to point at a passage; nothing is counted by it.
/// </summary>
public static class Sentences
{
    private const string Closing = "\"'”’»)]}）」』】》";

    /// <summary>A sentence's place: code points from 0, end exclusive, without the blanks around it.</summary>
    /// <param name="Start">First code point.</param>
    /// <param name="End">Code point after the last.</param>
    public readonly record struct Place(int Start, int End);

    /// <summary>The sentences of a text in reading order. Together they hold everything but blanks.</summary>
    public static IReadOnlyList<Place> Of(string text) => [.. Walk(text).Select(one => one.Place)];

    /// <summary>The same sentences as texts.</summary>
    public static IEnumerable<string> TextsOf(string text) => Walk(text).Select(one => text[one.First..one.Last]);

    private static List<(Place Place, int First, int Last)> Walk(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var places = new List<(Place, int, int)>();
        // Positions are carried along with the indexes, so that a long text is walked once.
        var (from, fromPosition, position) = (0, 0, 0);
        for (var index = 0; index < text.Length; index++, position++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])) index++;
            var end = EndAfter(text, index);
            if (end < 0) continue;
            // Whatever closes a quotation or repeats a mark is in the basic plane: one unit, one code point.
            position += end - 1 - index;
            index = end - 1;
            Add(places, text, from, end, fromPosition);
            (from, fromPosition) = (end, position + 1);
        }
        Add(places, text, from, text.Length, fromPosition);
        return places;
    }

    // The index after the sentence that ends with the character at this index, or -1 when none ends there.
    private static int EndAfter(string text, int index)
    {
        var mark = text[index];
        if (mark is '\n' or '\r' or '\u2028' or '\u2029') return index + 1;
        if (!IsFullStop(mark) && !IsEnding(mark)) return -1;
        var end = index + 1;
        while (end < text.Length && (IsEnding(text[end]) || IsFullStop(text[end]) || Closing.Contains(text[end], StringComparison.Ordinal))) end++;
        // A combining mark or joiner belongs to the character before it.
        if (end < text.Length && IsAttached(text[end])) return -1;
        if (IsWide(mark)) return end;
        if (end == text.Length || text[end] is '\n' or '\r') return end;
        if (!char.IsWhiteSpace(text[end])) return -1;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        // "e.g. this": a small letter or a figure after a full stop goes on with the sentence.
        var goesOn = IsFullStop(mark) && next < text.Length && (char.IsLower(text[next]) || (char.IsDigit(text[next]) && EndsInAbbreviation(text, index)));
        return goesOn || (IsFullStop(mark) && EndsInInitial(text, index)) ? -1 : end;
    }

    private static void Add(List<(Place, int, int)> places, string text, int from, int to, int fromPosition)
    {
        var first = from;
        while (first < to && char.IsWhiteSpace(text[first])) first++;
        var last = to;
        while (last > first && char.IsWhiteSpace(text[last - 1])) last--;
        if (last == first) return;
        var start = fromPosition + (first - from);
        places.Add((new Place(start, start + CodePoints.Count(text[first..last])), first, last));
    }

    private static bool IsFullStop(char mark) => mark is '.';

    private static bool IsEnding(char mark) => mark is '!' or '?' or '…' or '؟' or '۔' or '。' or '！' or '？' or '｡';

    private static bool IsWide(char mark) => mark is '。' or '！' or '？' or '｡';

    private static bool IsAttached(char character) => character is '\u200d' or '\ufe0f'
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    // "No. 5", "Art. 7", "p. 3": one to four letters before the stop and a figure after it.
    private static bool EndsInAbbreviation(string text, int stop)
    {
        var letters = 0;
        while (stop - 1 - letters >= 0 && char.IsLetter(text[stop - 1 - letters])) letters++;
        return letters is >= 1 and <= 4;
    }

    // "J. Doe", "U. S.": a single capital before the stop.
    private static bool EndsInInitial(string text, int stop) =>
        stop >= 1 && char.IsUpper(text[stop - 1]) && (stop == 1 || !char.IsLetter(text[stop - 2]));
}
