namespace BTech.Benchmarks.Works;

/// <summary>Twenty thousand words of letters by chance, the same for the same chance.</summary>
internal sealed class Vocabulary
{
    private const int Longest = 10;

    private readonly Random _random;
    private readonly string[] _words;

    public Vocabulary(Random random, int shortest)
    {
        _random = random;
        _words = [.. Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(shortest, Longest + 1)).Select(_ => (char)('a' + random.Next(26)))))];
    }

    /// <summary>A word of a text: frequent ones come often, as in any language.</summary>
    public string Frequent() => _words[(int)(Math.Pow(_random.NextDouble(), 3) * _words.Length)];

    /// <summary>Any word, each as likely as the others.</summary>
    public string Any() => _words[_random.Next(_words.Length)];
}
