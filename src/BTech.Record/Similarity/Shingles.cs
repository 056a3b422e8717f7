using BTech.Languages;

namespace BTech.Record.Similarity;

/// <summary>
/// What a text is compared by: every run of three neighbouring words of its folded form, in scripts without blanks three neighbouring characters.
/// Case, accents, vowel signs, marks and blanks play no part.
/// </summary>
internal static class Shingles
{
    /// <summary>How many neighbours make a run.</summary>
    public const int Length = 3;

    // Fowler, Noll and Vo's numbers for 64 bits.
    public const ulong Seed = 14_695_981_039_346_656_037;
    public const ulong Prime = 1_099_511_628_211;

    /// <summary>
    /// The runs as sorted numbers, each once, none for a text of fewer than <paramref name="fewestWords"/> words; and one number for all its words in
    /// their order.
    /// </summary>
    public static (uint[] Runs, ulong Whole) Read(string text, int fewestWords)
    {
        var words = WordPieces.FoldedWordsOf(text).ConvertAll(Hash);
        var whole = Seed;
        foreach (var word in words) whole = (whole ^ word) * Prime;
        if (words.Count < Math.Max(fewestWords, Length)) return ([], whole);
        var runs = new uint[words.Count - Length + 1];
        for (var at = 0; at < runs.Length; at++) runs[at] = Mixed((((words[at] * Prime) + words[at + 1]) * Prime) + words[at + 2]);
        Array.Sort(runs);
        var kept = 1;
        for (var at = 1; at < runs.Length; at++) if (runs[at] != runs[at - 1]) runs[kept++] = runs[at];
        return (kept == runs.Length ? runs : runs[..kept], whole);
    }

    /// <summary>Jaccard's coefficient of two sorted sets: what they share of what they hold together, from 0 to 1.</summary>
    public static double Resemblance(uint[] left, uint[] right)
    {
        if (left.Length == 0 || right.Length == 0) return 0;
        var (shared, at, other) = (0, 0, 0);
        while (at < left.Length && other < right.Length)
        {
            if (left[at] == right[other]) { shared++; at++; other++; }
            else if (left[at] < right[other]) at++;
            else other++;
        }
        return (double)shared / (left.Length + right.Length - shared);
    }

    /// <summary>A word as a number.</summary>
    public static ulong Hash(string word)
    {
        var hash = Seed;
        foreach (var letter in word) hash = (hash ^ letter) * Prime;
        return hash;
    }

    // The finaliser of a well-known hash: every bit of the input reaches every bit of the output.
    private static uint Mixed(ulong value)
    {
        value ^= value >> 33;
        value *= 0xff51afd7ed558ccdul;
        value ^= value >> 33;
        value *= 0xc4ceb9fe1a85ec53ul;
        return (uint)(value ^ (value >> 33));
    }
}
