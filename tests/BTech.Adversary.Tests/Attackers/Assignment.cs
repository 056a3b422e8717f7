using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>Puts the subjects of one list beside the persons of another, inside each published label.</summary>
internal static class Assignment
{
    /// <summary>The k-th contributor of a label beside its k-th person.</summary>
    /// <param name="persons">From <see cref="PersonsByLabel"/>.</param>
    /// <param name="voices">From <see cref="VoicesByLabel"/>.</param>
    public static Dictionary<int, int> ByRank(IReadOnlyList<int[]> persons, IReadOnlyList<int[]> voices)
    {
        var guess = new Dictionary<int, int>();
        foreach (var (mine, theirs) in persons.Zip(voices))
            for (var rank = 0; rank < Math.Min(mine.Length, theirs.Length); rank++) guess[theirs[rank]] = mine[rank];
        return guess;
    }

    /// <summary>The same for two orders that are compared once.</summary>
    public static Dictionary<int, int> ByRank(Haul haul, IReadOnlyList<int> persons, IReadOnlyList<int> voices) => ByRank(PersonsByLabel(haul, persons), VoicesByLabel(haul, voices));

    /// <summary>An order of persons apart for each label; an order is compared with many, and so taken apart once.</summary>
    public static IReadOnlyList<int[]> PersonsByLabel(Haul haul, IReadOnlyList<int> persons) =>
        [.. Labels(haul).Select(label => haul.CandidatesFor(label).Select(person => person.Number).ToHashSet()).Select(candidates => persons.Where(candidates.Contains).ToArray())];

    /// <summary>An order of contributors apart for each label.</summary>
    public static IReadOnlyList<int[]> VoicesByLabel(Haul haul, IReadOnlyList<int> voices) =>
        [.. Labels(haul).Select(label => voices.Where(voice => haul.Voices[voice].Label == label).ToArray())];

    /// <summary>
    /// The cheapest one-to-one assignment of contributors to persons by the distance of their values, inside each label: in one dimension it
    /// never crosses, so it is a walk over two sorted lists.
    /// </summary>
    public static Dictionary<int, int> ByDistance(Haul haul, IReadOnlyList<(int Person, double Value)> persons, IReadOnlyList<(int Voice, double Value)> voices)
    {
        var guess = new Dictionary<int, int>();
        foreach (var label in Labels(haul))
        {
            var candidates = haul.CandidatesFor(label).Select(person => person.Number).ToHashSet();
            var mine = persons.Where(person => candidates.Contains(person.Person)).OrderBy(person => person.Value).ToList();
            var theirs = voices.Where(voice => haul.Voices[voice.Voice].Label == label).OrderBy(voice => voice.Value).ToList();
            foreach (var (voice, person) in Pair(theirs.ConvertAll(voice => voice.Value), mine.ConvertAll(person => person.Value)))
                guess[theirs[voice].Voice] = mine[person].Person;
        }
        return guess;
    }

    private static IEnumerable<string?> Labels(Haul haul) => haul.Voices.Select(voice => voice.Label).Distinct();

    /// <summary>Both sorted; as many pairs as the shorter list allows.</summary>
    private static IEnumerable<(int Left, int Right)> Pair(List<double> left, List<double> right)
    {
        if (left.Count > right.Count) return Pair(right, left).Select(pair => (pair.Right, pair.Left));
        var cost = new double[left.Count + 1, right.Count + 1];
        for (var i = 1; i <= left.Count; i++)
            for (var j = 0; j <= right.Count; j++)
                cost[i, j] = j < i ? double.PositiveInfinity : Math.Min(cost[i, j - 1], cost[i - 1, j - 1] + Math.Abs(left[i - 1] - right[j - 1]));
        var pairs = new List<(int, int)>();
        for (int i = left.Count, j = right.Count; i > 0; j--)
            if (j == i || cost[i, j] < cost[i, j - 1])
            {
                pairs.Add((i - 1, j - 1));
                i--;
            }
        return pairs;
    }
}
