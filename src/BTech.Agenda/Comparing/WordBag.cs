using BTech.Languages;

namespace BTech.Agenda.Comparing;

/// <summary>
/// What a paragraph says, as a bag of its words and of its pairs of neighbouring words, folded: order counts a little, case, accents and marks
/// not at all. Each is a number from a vocabulary that all paragraphs of one comparison share.
/// </summary>
internal sealed class WordBag
{
    private readonly int[] _features;

    private WordBag(int[] features, int words)
    {
        _features = features;
        Words = words;
    }

    /// <summary>How many words it has; a Chinese character is one.</summary>
    public int Words { get; }

    /// <summary>Each word and pair once.</summary>
    public IEnumerable<int> Distinct => _features.Where((feature, at) => at == 0 || feature != _features[at - 1]);

    /// <summary>Takes a text apart.</summary>
    public static WordBag Of(string text, Dictionary<string, int> vocabulary)
    {
        var words = WordPieces.FoldedWordsOf(text);
        // Signs alone are told apart by what they are.
        if (words.Count == 0) words.Add(text);
        var features = new List<int>(2 * words.Count + 1);
        var before = "";
        foreach (var word in words.Append(""))
        {
            if (word.Length > 0) features.Add(Number(word, vocabulary));
            features.Add(Number($"{before} {word}", vocabulary));
            before = word;
        }
        features.Sort();
        return new WordBag([.. features], words.Count);
    }

    /// <summary>
    /// How much two resemble each other, from 0 to 1: twice what they share, by what both have. Source: L. R. Dice, “Measures of the Amount of
    /// Ecologic Association Between Species”, Ecology 26 (1945).
    /// </summary>
    public double Resemblance(WordBag other) => 2.0 * Shared(other) / (_features.Length + other._features.Length);

    /// <summary>
    /// Which share of this one lies in the other, from 0 to 1. Source: A. Z. Broder, “On the resemblance and containment of documents” (1997), where
    /// it is called containment.
    /// </summary>
    public double ShareIn(WordBag other) => _features.Length == 0 ? 0 : (double)Shared(other) / _features.Length;

    /// <summary>What is left when the other's words are taken out, each as often as it occurs there.</summary>
    public WordBag Without(WordBag other)
    {
        var left = new List<int>(_features.Length);
        var at = 0;
        foreach (var feature in _features)
        {
            while (at < other._features.Length && other._features[at] < feature) at++;
            if (at < other._features.Length && other._features[at] == feature) at++;
            else left.Add(feature);
        }
        return new WordBag([.. left], Words);
    }

    private int Shared(WordBag other)
    {
        var (here, there, shared) = (0, 0, 0);
        while (here < _features.Length && there < other._features.Length)
        {
            var order = _features[here].CompareTo(other._features[there]);
            if (order == 0) shared++;
            if (order <= 0) here++;
            if (order >= 0) there++;
        }
        return shared;
    }

    private static int Number(string feature, Dictionary<string, int> vocabulary)
    {
        if (!vocabulary.TryGetValue(feature, out var number)) vocabulary[feature] = number = vocabulary.Count;
        return number;
    }
}
