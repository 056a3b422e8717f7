using BTech.Languages;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>The words of a text as they are compared: folded, without blanks and signs; in scripts without blanks single characters.</summary>
internal static class FoldedWords
{
    public static IReadOnlyList<string> Of(string text) => WordPieces.Of(Folding.Fold(text)).Where(WordPieces.IsWord).ToList();

    /// <summary>The words of each sentence of a text, walked once however long it is.</summary>
    public static IEnumerable<IReadOnlyList<string>> OfSentences(string text)
    {
        var (index, position) = (0, 0);
        foreach (var place in Sentences.Of(text))
        {
            var start = After(text, index, place.Start - position);
            index = After(text, start, place.End - place.Start);
            position = place.End;
            yield return Of(text[start..index]);
        }
    }

    private static int After(string text, int index, int positions)
    {
        for (; positions > 0; positions--) index += index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
        return index;
    }
}
