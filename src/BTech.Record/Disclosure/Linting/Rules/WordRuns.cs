using BTech.Languages;
using BTech.Languages.Coach;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// The shortest runs of words of a report that are long enough to be somebody's: from each word on, up to eight words or fifty characters, whichever comes
/// first. The same words make the same run wherever they stand, so a text is walked once to find those that it shares.
/// </summary>
internal sealed class WordRuns(IReadOnlyList<string> standards)
{
    private const int MostWords = 8;
    private const int MostCharacters = 50;

    // What stands for the name of a standard: one word, however long the name is.
    private const string Standard = "§";

    private readonly Dictionary<string, List<(int Sentence, string Words)>> _runs = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _standards = [.. standards.OrderByDescending(name => name.Length)];

    /// <summary>Adds a sentence under its number.</summary>
    public void Add(int sentence, string words)
    {
        foreach (var (run, shown) in Of(words))
        {
            if (!_runs.TryGetValue(run, out var places)) _runs[run] = places = [];
            places.Add((sentence, shown));
        }
    }

    /// <summary>Takes out what a text that everybody can read holds too.</summary>
    public void Forget(string text)
    {
        foreach (var (run, _) in Of(text)) _runs.Remove(run);
    }

    /// <summary>The sentences that share a run with a text, and the run in folded form.</summary>
    public IEnumerable<(int Sentence, string Words)> In(string text)
    {
        foreach (var (run, _) in Of(text))
            if (_runs.TryGetValue(run, out var places))
                foreach (var place in places) yield return place;
    }

    private IEnumerable<(string Run, string Shown)> Of(string text)
    {
        var folded = new FoldedText(text).Text;
        foreach (var name in _standards) if (folded.Contains(name, StringComparison.Ordinal)) folded = folded.Replace(name, $" {Standard} ", StringComparison.Ordinal);
        var words = WordPieces.Of(folded).Where(piece => WordPieces.IsWord(piece) || piece == Standard).ToList();
        for (var start = 0; start < words.Count; start++)
        {
            var (halves, characters, end) = (0, -1, start);
            while (end < words.Count && halves < 2 * MostWords && characters < MostCharacters)
            {
                halves += IsCharacter(words[end]) ? 1 : 2;
                characters += words[end].Length + 1;
                end++;
            }
            if (halves < 2 * MostWords && characters < MostCharacters) yield break;
            var run = string.Join(' ', words[start..end]);
            // Names of standards alone are nobody's words.
            if (words[start..end].Count(word => word != Standard) >= 3) yield return (run, run);
        }
    }

    private static bool IsCharacter(string piece) => BTech.Record.Reports.StatementRules.IsHan(piece[0]);
}
