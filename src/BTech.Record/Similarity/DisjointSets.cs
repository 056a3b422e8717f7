namespace BTech.Record.Similarity;

/// <summary>Things that are joined pair by pair, and asked afterwards what hangs together.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public bool Together(int left, int right) => Root(left) == Root(right);

    public void Join(int left, int right)
    {
        var (one, other) = (Root(left), Root(right));
        // The smaller stays the root, so that a group is named by its first member whatever was joined first.
        _parents[Math.Max(one, other)] = Math.Min(one, other);
    }

    /// <summary>The sets of two and more, each in rising order, by their first member.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups() =>
        [.. Enumerable.Range(0, _parents.Length).GroupBy(Root).Where(group => group.Skip(1).Any()).Select(group => (IReadOnlyList<int>)[.. group])];

    /// <summary>What stands for the set of this one.</summary>
    public int Root(int at)
    {
        while (_parents[at] != at) at = _parents[at] = _parents[_parents[at]];
        return at;
    }
}
