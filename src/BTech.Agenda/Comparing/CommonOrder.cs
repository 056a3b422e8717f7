namespace BTech.Agenda.Comparing;

/// <summary>
/// What two sequences have in common in the same order. Source: E. W. Myers, “An O(ND) Difference Algorithm and Its Variations”,
/// Algorithmica 1 (1986), the greedy form. Cost grows with the length times the number of differences, memory with the square of the latter.
/// </summary>
internal static class CommonOrder
{
    /// <summary>Pairs of places whose elements are equal, rising on both sides.</summary>
    /// <param name="old">The one sequence.</param>
    /// <param name="new">The other.</param>
    /// <param name="mostDifferences">
    /// Where more elements than this differ, what lies between the common beginning and end counts as wholly different: it is not worth the work,
    /// and nobody could read the difference.
    /// </param>
    /// <returns>The most pairs there can be, as long as the differences are within their limit.</returns>
    public static IReadOnlyList<(int Old, int New)> Of<T>(IReadOnlyList<T> old, IReadOnlyList<T> @new, int mostDifferences) where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var (left, right) = (Numbered(old, numbers), Numbered(@new, numbers));
        var begin = 0;
        while (begin < left.Length && begin < right.Length && left[begin] == right[begin]) begin++;
        var end = 0;
        while (end < left.Length - begin && end < right.Length - begin && left[^(end + 1)] == right[^(end + 1)]) end++;
        var pairs = new List<(int, int)>(Enumerable.Range(0, begin).Select(place => (place, place)));
        pairs.AddRange(Middle(left[begin..^end], right[begin..^end], mostDifferences).Select(pair => (pair.Old + begin, pair.New + begin)));
        pairs.AddRange(Enumerable.Range(0, end).Select(place => (left.Length - end + place, right.Length - end + place)));
        return pairs;
    }

    private static int[] Numbered<T>(IReadOnlyList<T> elements, Dictionary<T, int> numbers) where T : notnull
    {
        var found = new int[elements.Count];
        for (var place = 0; place < found.Length; place++)
        {
            if (!numbers.TryGetValue(elements[place], out var number)) numbers[elements[place]] = number = numbers.Count;
            found[place] = number;
        }
        return found;
    }

    private static List<(int Old, int New)> Middle(int[] old, int[] @new, int mostDifferences)
    {
        if (old.Length == 0 || @new.Length == 0) return [];
        var most = Math.Min(old.Length + @new.Length, mostDifferences);
        // For each diagonal (old place less new place) the furthest old place reached; one copy for each number of differences, to find the way back.
        var furthest = new int[2 * most + 3];
        var middle = most + 1;
        var steps = new List<int[]>();
        for (var differences = 0; differences <= most; differences++)
        {
            for (var diagonal = -differences; diagonal <= differences; diagonal += 2)
            {
                var x = diagonal == -differences || (diagonal != differences && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
                    ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < old.Length && y < @new.Length && old[x] == @new[y]) (x, y) = (x + 1, y + 1);
                furthest[middle + diagonal] = x;
                if (x == old.Length && y == @new.Length) return WayBack(steps, x, y);
            }
            steps.Add(furthest[(middle - differences)..(middle + differences + 1)]);
        }
        return [];
    }

    private static List<(int Old, int New)> WayBack(List<int[]> steps, int x, int y)
    {
        var pairs = new List<(int Old, int New)>();
        for (var differences = steps.Count; differences > 0; differences--)
        {
            var before = steps[differences - 1];
            var diagonal = x - y;
            // The middle of a step's copy is its diagonal 0.
            int At(int wanted) => before[wanted + differences - 1];
            var came = diagonal == -differences || (diagonal != differences && At(diagonal - 1) < At(diagonal + 1)) ? diagonal + 1 : diagonal - 1;
            var (fromX, fromY) = (At(came), At(came) - came);
            while (x > fromX && y > fromY) pairs.Add((--x, --y));
            (x, y) = (fromX, fromY);
        }
        while (x > 0 && y > 0) pairs.Add((--x, --y));
        pairs.Reverse();
        return pairs;
    }
}
