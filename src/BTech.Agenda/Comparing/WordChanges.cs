using System.Text;
using BTech.Languages;

namespace BTech.Agenda.Comparing;

/// <summary>What was done to a run of words.</summary>
public enum WordChange
{
    /// <summary>It stands in both.</summary>
    Kept,

    /// <summary>It stood in the old text only.</summary>
    Deleted,

    /// <summary>It stands in the new text only.</summary>
    Inserted,
}

/// <summary>Words that stand together and met the same fate.</summary>
/// <param name="Change">Which.</param>
/// <param name="Text">The words, with the blanks and signs between them.</param>
public sealed record WordRun(WordChange Change, string Text);

/// <summary>The difference of two texts, word by word; in Chinese character by character.</summary>
public static class WordChanges
{
    private const int MostDifferences = 2_000;
    private const int LongestIsland = 2;

    /// <summary>
    /// The runs in reading order, a deletion before the insertion that takes its place. Kept and deleted runs joined are the old text, kept and
    /// inserted ones the new.
    /// </summary>
    public static IReadOnlyList<WordRun> Between(string old, string @new)
    {
        var (left, right) = (WordPieces.Of(old), WordPieces.Of(@new));
        var pairs = WithoutIslands(WithoutIslands([.. CommonOrder.Of(left, right, MostDifferences)], left, right, 0), left, right, LongestIsland);
        var runs = new List<WordRun>();
        var (oldDone, newDone) = (0, 0);
        var kept = new StringBuilder();
        foreach (var (oldPlace, newPlace) in pairs.Append((left.Count, right.Count)))
        {
            if (oldPlace > oldDone || newPlace > newDone)
            {
                Add(runs, WordChange.Kept, kept.ToString());
                kept.Clear();
                Add(runs, WordChange.Deleted, string.Concat(left.Skip(oldDone).Take(oldPlace - oldDone)));
                Add(runs, WordChange.Inserted, string.Concat(right.Skip(newDone).Take(newPlace - newDone)));
            }
            if (oldPlace < left.Count && newPlace < right.Count) kept.Append(left[oldPlace]);
            (oldDone, newDone) = (oldPlace + 1, newPlace + 1);
        }
        Add(runs, WordChange.Kept, kept.ToString());
        return runs;
    }

    private static void Add(List<WordRun> runs, WordChange change, string text)
    {
        if (text.Length > 0) runs.Add(new WordRun(change, text));
    }

    // A blank alone between two changed words belongs to the change, and so do one or two words ("in", "and the") between much longer changes: what
    // was written anew is read as one thing, not as ten.
    private static List<(int Old, int New)> WithoutIslands(List<(int Old, int New)> pairs, IReadOnlyList<string> old, IReadOnlyList<string> @new, int longest)
    {
        var kept = new List<(int Old, int New)>(pairs.Count);
        for (int first = 0, next; first < pairs.Count; first = next)
        {
            for (next = first + 1; next < pairs.Count && pairs[next].Old == pairs[next - 1].Old + 1 && pairs[next].New == pairs[next - 1].New + 1; next++);
            var (before, after) = (kept.Count == 0 ? (Old: -1, New: -1) : kept[^1], next < pairs.Count ? pairs[next] : (Old: old.Count, New: @new.Count));
            var words = Words(old, pairs[first].Old, pairs[next - 1].Old + 1);
            var changedBefore = Math.Max(Words(old, before.Old + 1, pairs[first].Old), Words(@new, before.New + 1, pairs[first].New));
            var changedAfter = Math.Max(Words(old, pairs[next - 1].Old + 1, after.Old), Words(@new, pairs[next - 1].New + 1, after.New));
            var isBetween = (pairs[first].Old - before.Old > 1 || pairs[first].New - before.New > 1) && (after.Old - pairs[next - 1].Old > 1 || after.New - pairs[next - 1].New > 1);
            var isBlank = pairs[first..next].TrueForAll(pair => string.IsNullOrWhiteSpace(old[pair.Old]));
            var isIsland = isBetween && (isBlank || (words > 0 && words <= longest && changedBefore >= 2 * (words + 1) && changedAfter >= 2 * (words + 1)));
            if (!isIsland) kept.AddRange(pairs[first..next]);
        }
        return kept;
    }

    private static int Words(IReadOnlyList<string> pieces, int from, int to)
    {
        var words = 0;
        for (var at = from; at < to; at++)
            if (WordPieces.IsWord(pieces[at])) words++;
        return words;
    }
}
