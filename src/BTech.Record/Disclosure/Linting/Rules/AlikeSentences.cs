namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// Finds sentences that hardly differ: the groups of three letters that two have in common are at least four in five of those that they have together
/// (Jaccard). Of each sentence of the report only its rarest groups are looked up: whoever shares four in five of all shares one of these.
/// </summary>
internal sealed class AlikeSentences
{
    // Four in five.
    private const int Part = 4;
    private const int Whole = 5;

    // A sentence of fewer groups is everybody's.
    private const int Fewest = 24;

    private readonly Dictionary<int, HashSet<ulong>> _sentences = [];
    private Dictionary<ulong, List<int>>? _rare;

    /// <summary>Adds a sentence of the report under its number.</summary>
    public void Add(int number, IReadOnlyList<string> words)
    {
        if (Groups(words).ToHashSet() is { Count: >= Fewest } groups) _sentences[number] = groups;
    }

    /// <summary>Leaves out the sentences that are like one that everybody can read.</summary>
    public void Forget(IReadOnlyList<string> words)
    {
        foreach (var number in In(words).ToList()) _sentences.Remove(number);
    }

    /// <summary>The numbers of the sentences that are like this one.</summary>
    public IEnumerable<int> In(IReadOnlyList<string> words)
    {
        _rare ??= Rare();
        var candidates = new HashSet<int>();
        foreach (var group in Groups(words)) if (_rare.TryGetValue(group, out var holders)) candidates.UnionWith(holders);
        if (candidates.Count == 0) return [];
        var groups = Groups(words).ToHashSet();
        return candidates.Where(number => _sentences.TryGetValue(number, out var other) && IsAlike(groups, other));
    }

    private Dictionary<ulong, List<int>> Rare()
    {
        var counts = _sentences.Values.SelectMany(groups => groups).CountBy(group => group).ToDictionary();
        var rare = new Dictionary<ulong, List<int>>();
        foreach (var (number, groups) in _sentences)
        {
            foreach (var group in groups.OrderBy(group => counts[group]).ThenBy(group => group).Take(groups.Count - (Part * groups.Count / Whole) + 1))
            {
                if (!rare.TryGetValue(group, out var holders)) rare[group] = holders = [];
                holders.Add(number);
            }
        }
        return rare;
    }

    private static bool IsAlike(HashSet<ulong> left, HashSet<ulong> right)
    {
        if (Whole * Math.Min(left.Count, right.Count) < Part * Math.Max(left.Count, right.Count)) return false;
        var shared = left.Count(right.Contains);
        return Whole * shared >= Part * (left.Count + right.Count - shared);
    }

    // Three letters in one number, one blank between words.
    private static IEnumerable<ulong> Groups(IReadOnlyList<string> words)
    {
        var (group, length) = (0UL, 0);
        for (var at = 0; at < words.Count; at++)
        {
            if (at > 0 && Add(' ')) yield return group;
            foreach (var letter in words[at]) if (Add(letter)) yield return group;
        }

        bool Add(char letter)
        {
            group = ((group << 16) | letter) & 0xFFFF_FFFF_FFFF;
            return ++length >= 3;
        }
    }
}
