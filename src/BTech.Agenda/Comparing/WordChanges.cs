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

    /// <summary>
    /// The runs in reading order, a deletion before the insertion that takes its place. Kept and deleted runs joined are the old text, kept and
    /// inserted ones the new.
    /// </summary>
    public static IReadOnlyList<WordRun> Between(string old, string @new)
    {
        var (left, right) = (WordPieces.Of(old), WordPieces.Of(@new));
        var pairs = WithoutIslands([.. CommonOrder.Of(left, right, MostDifferences)], left, right);
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

    // A blank alone between two changed words belongs to the change: five words replaced are read as one thing, not as five.
    private static List<(int Old, int New)> WithoutIslands(List<(int Old, int New)> pairs, IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var kept = new List<(int Old, int New)>(pairs.Count);
        for (var at = 0; at < pairs.Count; at++)
        {
            var (before, after) = (at == 0 ? (-1, -1) : pairs[at - 1], at + 1 < pairs.Count ? pairs[at + 1] : (old.Count, @new.Count));
            var isIsland = string.IsNullOrWhiteSpace(old[pairs[at].Old])
                && (pairs[at].Old - before.Item1 > 1 || pairs[at].New - before.Item2 > 1) && (after.Item1 - pairs[at].Old > 1 || after.Item2 - pairs[at].New > 1);
            if (!isIsland) kept.Add(pairs[at]);
        }
        return kept;
    }
}
