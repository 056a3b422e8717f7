namespace BTech.Languages.Coach;

/// <summary>
/// Finds given names in a text: people's and organisations', as they stand in a list. It keeps the names for as long as it is used and says nothing but
/// places. A name that is also a word is found only with a capital, where the script has them; nothing is found of names that are spelt otherwise.
/// </summary>
public sealed class NamesInText
{
    // A family name shorter than this, alone, is too often a word.
    private const int ShortestAlone = 4;

    private static readonly string[] ArabicPrefixes = ["وال", "بال", "لل", "ال", "و", "ف", "ب", "ل", "ك"];

    private readonly Dictionary<string, List<string[]>> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _together = new(StringComparer.Ordinal);

    /// <summary>Prepares the names.</summary>
    /// <param name="people">Full names of people; the last of several words is looked for alone too.</param>
    /// <param name="organisations">Organisations under any of their names.</param>
    public NamesInText(IEnumerable<string> people, IEnumerable<string> organisations)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(organisations);
        foreach (var name in people)
        {
            var words = Add(name);
            if (words.Length > 1 && words[^1].Length >= ShortestAlone) Add(words[^1]);
        }
        foreach (var name in organisations) Add(name);
    }

    /// <summary>The places of the names in a text, in reading order, in code points.</summary>
    public IReadOnlyList<TellingPassage> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new FoldedText(text);
        return [.. In(folded).Select(place => new TellingPassage(
            CodePoints.FromIndex(text, folded.StartOf(place.Start)), CodePoints.FromIndex(text, folded.EndOf(place.End - 1)), Tell.OwnName))];
    }

    /// <summary>The places of the names in a folded text, in reading order, as positions in its folded form, the end exclusive.</summary>
    public IReadOnlyList<(int Start, int End)> In(FoldedText folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var places = new List<(int Start, int End)>();
        foreach (var name in _together)
            for (var at = folded.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(name, at + 1, StringComparison.Ordinal)) places.Add((at, at + name.Length));
        var words = WordsOf(folded.Text);
        for (var at = 0; at < words.Count; at++)
        {
            var (start, end) = words[at];
            foreach (var (prefix, first) in Beginnings(folded.Text[start..end]))
                foreach (var name in _names.GetValueOrDefault(first, []))
                    if (IsAt(folded.Text, words, at, name) && (name.Length > 1 || !HasCase(first[0]) || folded.IsCapital(start + prefix)))
                        places.Add((start + prefix, words[at + name.Length - 1].End));
        }
        return Joined(places);
    }

    /// <summary>Says nothing, so that no log line or message can name anybody by mistake.</summary>
    public override string ToString() => nameof(NamesInText);

    private string[] Add(string name)
    {
        string[] words = [.. Vocabulary.WordsOf(new FoldedText(name).Text)];
        if (words.Length == 0) return words;
        if (words[0][0] is >= '\u3400' and <= '\u9FFF')
        {
            if (string.Concat(words).Length > 1) _together.Add(string.Concat(words));
        }
        else if (words.Length > 1 || words[0].Length > 2)
        {
            if (!_names.TryGetValue(words[0], out var same)) _names[words[0]] = same = [];
            if (!same.Exists(known => known.SequenceEqual(words))) same.Add(words);
        }
        return words;
    }

    private static bool IsAt(string text, List<(int Start, int End)> words, int at, string[] name)
    {
        if (at + name.Length > words.Count) return false;
        for (var word = 1; word < name.Length; word++)
            if (!text.AsSpan(words[at + word].Start, words[at + word].End - words[at + word].Start).SequenceEqual(name[word])) return false;
        return true;
    }

    // Arabic writes small words onto the first word of a name.
    private static IEnumerable<(int Length, string Word)> Beginnings(string word)
    {
        yield return (0, word);
        if (word[0] is < '\u0600' or > '\u06FF') yield break;
        foreach (var prefix in ArabicPrefixes)
            if (word.Length > prefix.Length + 1 && word.StartsWith(prefix, StringComparison.Ordinal)) yield return (prefix.Length, word[prefix.Length..]);
    }

    private static List<(int Start, int End)> WordsOf(string text)
    {
        var words = new List<(int Start, int End)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            words.Add((start, at));
        }
        return words;
    }

    private static bool HasCase(char letter) => letter < '\u0590';

    private static List<(int Start, int End)> Joined(List<(int Start, int End)> places)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var place in places.Order())
        {
            if (joined.Count > 0 && place.Start < joined[^1].End) joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, place.End));
            else joined.Add(place);
        }
        return joined;
    }
}
