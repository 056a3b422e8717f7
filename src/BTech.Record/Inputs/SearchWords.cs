using System.Globalization;
using System.Text;
using BTech.Languages;

namespace BTech.Record.Inputs;

/// <summary>
/// What a text is found by: its words, folded (<see cref="Folding"/>), and the pieces of them that an index can hold. Words of scripts that divide
/// them are found by any three letters in a row, so that <c>مشارك</c> finds <c>المشاركون</c>; words of one or two letters are found whole; a script
/// that divides no words is found by its characters and their neighbours.
/// </summary>
internal static class SearchWords
{
    // Fewer letters of a word than this in a row stand in nearly every text.
    private const int Shortest = 3;

    /// <summary>The words of a text with one blank between them, before the first and behind the last; a blank too where Chinese or Japanese characters meet letters.</summary>
    public static string Of(string? text)
    {
        var words = new StringBuilder(" ");
        var last = Kind.Blank;
        foreach (var rune in Folding.Fold(text).EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (last != kind && words[^1] != ' ') words.Append(' ');
            if (kind != Kind.Blank) words.Append(rune);
            last = kind;
        }
        if (words[^1] != ' ') words.Append(' ');
        return words.Length == 1 ? "" : words.ToString();
    }

    /// <summary>The readable words of a masked text. What is masked parts the words beside it, so that nothing is found across a mask.</summary>
    public static string Of(MaskedText text) => Of(string.Concat(text.Stretches.Select(stretch => stretch.Words ?? "\n")));

    /// <summary>The pieces of words made by <see cref="Of(string?)"/>, as hashes: what the index holds of a text. Two pieces may share one; the words decide.</summary>
    public static int[] PiecesOf(string words) => [.. Tokens(words).SelectMany(token => token.Held()).Select(Hash).Distinct().Order()];

    /// <summary>What somebody looks for: every word must occur, words in quotation marks one behind the other.</summary>
    public static IReadOnlyList<Needle> Needles(string? query)
    {
        var needles = new List<Needle>();
        var parts = (query ?? "").Split(['"', '“', '”', '«', '»', '„', '＂']);
        for (var at = 0; at < parts.Length; at++)
        {
            var tokens = Tokens(Of(parts[at])).ToList();
            // Every second part stands within quotation marks, if they are closed.
            if (at % 2 == 1 && at < parts.Length - 1 && tokens.Count > 0) needles.Add(new Needle(tokens));
            else needles.AddRange(tokens.Select(token => new Needle([token])));
        }
        return needles;
    }

    private static IEnumerable<Token> Tokens(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Token(word, [.. word.EnumerateRunes().Select(rune => rune.ToString())]));

    private static Kind KindOf(Rune rune) =>
        rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) ? Kind.Character
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark ? Kind.Letter
        : Kind.Blank;

    // FNV-1a over the UTF-16 units: the same on every machine and in every run, because it is stored.
    private static int Hash(string piece)
    {
        var hash = 2166136261;
        foreach (var unit in piece) hash = (hash ^ unit) * 16777619;
        return unchecked((int)hash);
    }

    private enum Kind
    {
        Blank,
        Letter,
        Character,
    }

    /// <summary>What is looked for: one word or several in a row.</summary>
    internal sealed class Needle(IReadOnlyList<Token> tokens)
    {
        /// <summary>As a pattern for LIKE over the words. Words hold letters and digits only, so that nothing in it needs escaping.</summary>
        public string Pattern { get; } =
            "%" + (tokens[0].IsWhole ? " " : "") + string.Join(' ', tokens.Select(token => token.Word)) + (tokens[^1].IsWhole ? " " : "") + "%";

        /// <summary>The pieces that a text must hold.</summary>
        public IEnumerable<int> Pieces => tokens.SelectMany(token => token.Wanted()).Select(Hash);
    }

    /// <summary>One word.</summary>
    /// <param name="Word">The word.</param>
    /// <param name="Letters">Its letters.</param>
    internal sealed record Token(string Word, IReadOnlyList<string> Letters)
    {
        private bool IsCharacters => KindOf(Word.EnumerateRunes().First()) is Kind.Character;

        /// <summary>Whether it is found as a whole word only.</summary>
        public bool IsWhole => !IsCharacters && Letters.Count < Shortest;

        /// <summary>What the index holds of it.</summary>
        public IEnumerable<string> Held() => IsCharacters ? Letters.Concat(Runs(2)) : Wanted();

        /// <summary>What is asked of the index for it.</summary>
        public IEnumerable<string> Wanted() => IsCharacters ? (Letters.Count == 1 ? Letters : Runs(2)) : IsWhole ? [" " + Word + " "] : Runs(Shortest);

        private IEnumerable<string> Runs(int length) => Enumerable.Range(0, Math.Max(0, Letters.Count - length + 1)).Select(start => string.Concat(Letters.Skip(start).Take(length)));
    }
}
