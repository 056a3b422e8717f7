using System.Text;

namespace BTech.Languages.Coach;

/// <summary>The words and names of one language by which a text is tagged.</summary>
internal sealed class Vocabulary
{
    // Endings of Russian nouns and adjectives, folded, the longest first; what is left is compared. At least three letters stay.
    private static readonly string[] RussianEndings =
    [
        "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "иям", "ием", "ией", "ии", "ию", "ия", "ие", "ои", "еи", "ом", "ем", "ам", "ям", "ах", "ях",
        "ою", "ею", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ых", "их", "ыи", "ов", "ев", "а", "я", "о", "е", "у", "ю", "ы", "и", "ь",
    ];

    // "And", "so", "with", "for", "as", the article and what they become together.
    private static readonly string[] ArabicPrefixes = ["وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ك"];

    // "Suisse" is a country, "suisse" what comes from there: with a capital a name is looked for first.
    private readonly Dictionary<string, char> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);
    private readonly string _language;

    public Vocabulary(Language language) => (_language, HasCapitals, HasSpaces) = (language.Code, language.Code is not ("ar" or "zh"), language.Code != "zh");

    /// <summary>Whether names begin with a capital in this language.</summary>
    public bool HasCapitals { get; }

    /// <summary>Whether words are divided by spaces.</summary>
    public bool HasSpaces { get; }

    /// <summary>Frequent small words by which a text is known to be in this language, where the letters do not tell.</summary>
    public HashSet<string> Small { get; } = new(StringComparer.Ordinal);

    /// <summary>Capitalised words that are no names here: "States", "Guiding Principles".</summary>
    public HashSet<string> Everyday { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a word or a name. What was added first stays.</summary>
    /// <param name="text">As written.</param>
    /// <param name="tag">What it is.</param>
    /// <param name="needsCapital">Whether it counts with a capital only.</param>
    public void Add(string text, char tag, bool needsCapital)
    {
        var words = WordsOf(Folding.Fold(text));
        if (words.Count == 0) return;
        var key = Key(words);
        (needsCapital ? _names : _entries).TryAdd(key, tag);
        var (first, length) = HasSpaces ? (Stem(words[0]), words.Count) : (key[..1], key.Length);
        _longest[first] = Math.Max(_longest.GetValueOrDefault(first), length);
    }

    /// <summary>Words of the longest entry that begins with this word, characters of the longest that begins with this one; 0 for none.</summary>
    public int LongestFrom(string first) => _longest.GetValueOrDefault(Stem(first));

    /// <summary>The tag of these words; nothing when they are no entry.</summary>
    /// <param name="words">The words, folded.</param>
    /// <param name="isCapital">Whether they begin with a capital.</param>
    public char? Find(IReadOnlyList<string> words, bool isCapital)
    {
        var key = Key(words);
        if (isCapital && _names.TryGetValue(key, out var name)) return name;
        if (_entries.TryGetValue(key, out var entry)) return entry;
        foreach (var variant in Variants(words))
            if (_entries.TryGetValue(Key(variant), out entry)) return entry;
        return null;
    }

    /// <summary>How many letters at the beginning of an Arabic word could be small words written onto it; the plain word first.</summary>
    public IEnumerable<(int Length, int Shown)> Prefixes(string word)
    {
        yield return (0, 0);
        if (_language != "ar") yield break;
        foreach (var prefix in ArabicPrefixes)
            if (word.Length > prefix.Length + 1 && word.StartsWith(prefix, StringComparison.Ordinal))
                yield return (prefix.Length, prefix.EndsWith("ال", StringComparison.Ordinal) ? prefix.Length - 2 : prefix == "لل" || prefix == "ولل" ? prefix.Length - 1 : prefix.Length);
    }

    /// <summary>The words of a folded text.</summary>
    public static List<string> WordsOf(string folded)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var letter in folded + " ")
        {
            if (char.IsLetterOrDigit(letter)) word.Append(letter);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }

    /// <summary>A Russian word without its ending; any other word as it is.</summary>
    public string Stem(string word)
    {
        if (_language != "ru") return word;
        var ending = Array.Find(RussianEndings, ending => word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length];
    }

    // Other forms of a kind or a role: the plural, "former" written onto it, the Arabic accusative. Names have none.
    private IEnumerable<IReadOnlyList<string>> Variants(IReadOnlyList<string> words)
    {
        var (first, last) = (words[0], words[^1]);
        if (_language == "ar" && last.Length > 3 && last[^1] == 'ا') yield return [.. words.SkipLast(1), last[..^1]];
        if (_language is not ("en" or "fr" or "es")) yield break;
        if (first.Length > 5 && first.StartsWith("ex", StringComparison.Ordinal)) yield return [first[2..], .. words.Skip(1)];
        if (last.Length < 4 || last[^1] != 's') yield break;
        yield return [.. words.SkipLast(1), last[..^1]];
        yield return [.. words.SkipLast(1), last[..^2]];
        if (last.EndsWith("ies", StringComparison.Ordinal)) yield return [.. words.SkipLast(1), last[..^3] + "y"];
    }

    private string Key(IEnumerable<string> words) => string.Join(HasSpaces ? " " : "", words.Select(Stem));
}
