using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Similarity;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// The shortest runs of words of a report that are long enough to be somebody's: from each word on, up to eight words or fifty characters, whichever comes
/// first. The same words make the same run wherever they stand, so a text is walked once to find those that it shares.
/// </summary>
internal sealed class WordRuns
{
    private const int MostWords = 8;
    private const int MostCharacters = 50;

    // Names of standards alone are nobody's words: so many others belong to a run.
    private const int FewestOwnWords = 3;

    // What stands for the name of a standard: one word, however long the name is.
    private const string Standard = "§";

    private readonly Dictionary<ulong, List<(int Sentence, string Words)>> _runs = [];
    private readonly ILookup<string, string[]> _standards;

    /// <summary>An empty index.</summary>
    /// <param name="standards">Folded names of standards.</param>
    public WordRuns(IEnumerable<string> standards) => _standards = standards.Select(name => WordPieces.FoldedWordsOf(name).ToArray()).Where(name => name.Length > 0)
        .OrderByDescending(name => name.Length).ToLookup(name => name[0], StringComparer.Ordinal);

    /// <summary>Adds a sentence of the report under its number.</summary>
    public void Add(int sentence, IReadOnlyList<string> words)
    {
        var condensed = Condensed(words);
        foreach (var (hash, start, end) in Of(condensed))
        {
            if (!_runs.TryGetValue(hash, out var places)) _runs[hash] = places = [];
            places.Add((sentence, string.Join(' ', condensed[start..end])));
        }
    }

    /// <summary>Takes out what a text that everybody can read holds too.</summary>
    public void Forget(IReadOnlyList<string> words)
    {
        foreach (var (hash, _, _) in Of(Condensed(words))) _runs.Remove(hash);
    }

    /// <summary>The sentences that share a run with a text, and the run.</summary>
    public IEnumerable<(int Sentence, string Words)> In(IReadOnlyList<string> words)
    {
        var condensed = Condensed(words);
        foreach (var (hash, start, end) in Of(condensed))
        {
            if (!_runs.TryGetValue(hash, out var places)) continue;
            var shared = string.Join(' ', condensed[start..end]);
            foreach (var place in places.Where(place => place.Words == shared)) yield return place;
        }
    }

    private static IEnumerable<(ulong Hash, int Start, int End)> Of(List<string> words)
    {
        var hashes = words.ConvertAll(Shingles.Hash);
        for (var start = 0; start < words.Count; start++)
        {
            var (halves, characters, own, end, hash) = (0, -1, 0, start, Shingles.Seed);
            while (end < words.Count && halves < 2 * MostWords && characters < MostCharacters)
            {
                // Where a script writes no blanks, two characters are about one word.
                halves += StatementRules.IsHan(words[end][0]) ? 1 : 2;
                characters += words[end].Length + 1;
                if (words[end] != Standard) own++;
                hash = (hash ^ hashes[end]) * Shingles.Prime;
                end++;
            }
            if (halves < 2 * MostWords && characters < MostCharacters) yield break;
            if (own >= FewestOwnWords) yield return (hash, start, end);
        }
    }

    /// <summary>The words as runs are made of them.</summary>
    public List<string> Condensed(IReadOnlyList<string> words)
    {
        var condensed = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var name = _standards[words[at]].FirstOrDefault(name => name.SequenceEqual(words.Skip(at).Take(name.Length)));
            condensed.Add(name is null ? words[at] : Standard);
            if (name is not null) at += name.Length - 1;
        }
        return condensed;
    }
}
