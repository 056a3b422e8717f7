using BTech.Languages;

namespace BTech.Record.Translations;

/// <summary>
/// Where passages of a text stand in another wording of it. A passage is found by its very words: where they stand once, or as often as before, and then at
/// the same turn. Anything else would be a guess, and nothing is moved by a guess.
/// </summary>
internal static class KeptPassages
{
    /// <summary>The new place, in code points; nothing when the words are gone or it is not clear which they are.</summary>
    public static (int Start, int End)? Find(string before, string after, int start, int end)
    {
        var words = CodePoints.Slice(before, start, end);
        var places = Places(after, words);
        var known = Places(before, words);
        var turn = places.Count == known.Count ? known.IndexOf(start) : -1;
        return turn < 0 ? null : (places[turn], places[turn] + end - start);
    }

    private static List<int> Places(string text, string words)
    {
        var places = new List<int>();
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && words.Length > 0; at = at + 1 < text.Length ? text.IndexOf(words, at + 1, StringComparison.Ordinal) : -1)
            places.Add(CodePoints.FromIndex(text, at));
        return places;
    }
}
