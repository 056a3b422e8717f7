using BTech.Languages;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// Finds sentences that hardly differ: the groups of three letters that two have in common are at least four in five of those that they have together
/// (Jaccard). Of each sentence only its rarest groups are looked up: whoever shares four in five of all shares one of these.
/// </summary>
internal sealed class AlikeSentences
{
    private const int Fewest = 24;

    private readonly Dictionary<int, HashSet<string>> _sentences = [];
    private Dictionary<string, List<int>>? _rare;

    /// <summary>Adds a sentence under its number; a very short one is left out, because it is everybody's.</summary>
    public void Add(int number, string words)
    {
        if (Groups(words) is { Count: >= Fewest } groups) _sentences[number] = groups;
    }

    /// <summary>Leaves out the sentences that are like one of a text that everybody can read.</summary>
    public void Forget(string text)
    {
        foreach (var number in In(text).ToList()) _sentences.Remove(number);
    }

    /// <summary>The numbers of the sentences that are like one of a text.</summary>
    public IEnumerable<int> In(string text)
    {
        _rare ??= Rare();
        foreach (var place in Sentences.Of(text))
        {
            var groups = Groups(CodePoints.Slice(text, place.Start, place.End));
            if (groups.Count < Fewest) continue;
            foreach (var number in groups.SelectMany(group => _rare.GetValueOrDefault(group, [])).Distinct())
                if (_sentences.TryGetValue(number, out var other) && IsAlike(groups, other)) yield return number;
        }
    }

    private Dictionary<string, List<int>> Rare()
    {
        var counts = _sentences.Values.SelectMany(groups => groups).CountBy(group => group).ToDictionary(StringComparer.Ordinal);
        var rare = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (number, groups) in _sentences)
        {
            foreach (var group in groups.OrderBy(group => counts[group]).ThenBy(group => group, StringComparer.Ordinal).Take(groups.Count - (4 * groups.Count / 5) + 1))
            {
                if (!rare.TryGetValue(group, out var holders)) rare[group] = holders = [];
                holders.Add(number);
            }
        }
        return rare;
    }

    private static bool IsAlike(HashSet<string> left, HashSet<string> right)
    {
        if (5 * Math.Min(left.Count, right.Count) < 4 * Math.Max(left.Count, right.Count)) return false;
        var shared = left.Count(right.Contains);
        return 5 * shared >= 4 * (left.Count + right.Count - shared);
    }

    private static HashSet<string> Groups(string words)
    {
        var letters = string.Join(' ', WordPieces.Of(Folding.Fold(words)).Where(WordPieces.IsWord));
        var groups = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + 3 <= letters.Length; at++) groups.Add(letters.Substring(at, 3));
        return groups;
    }
}
