using BTech.Languages;
using BTech.Record.Disclosure;

namespace BTech.Record.Similarity;

/// <summary>
/// Finds words that may want a theme: frequent in sentences that carry none, rare in those that do. A word counts once an input, so that nobody makes a
/// theme by repeating it. The weight of a word is the number of its inputs times the logarithm of how much more frequent it is among uncoded sentences
/// than among coded ones (a log-likelihood ratio without its constant; after T. Dunning, "Accurate Methods for the Statistics of Surprise and
/// Coincidence", 1993), and words that stand in more than a fifth of all sentences, and in more than ten, say nothing.
/// </summary>
public static class KeyTerms
{
    /// <summary>In fewer inputs a word is no candidate.</summary>
    public const int LeastInputs = 3;

    /// <summary>So many candidates are given.</summary>
    public const int Most = 8;

    private const int ShortestWord = 4;
    private const int MostTerms = 4;
    private const int MostSentences = 5;
    private const double Commonest = 0.2;

    // Among few sentences a fifth is next to nothing.
    private const int FewSentences = 10;

    /// <summary>A sentence.</summary>
    /// <param name="Passage">Its words and the input that they stand in.</param>
    /// <param name="IsCoded">Whether it carries a theme.</param>
    public sealed record Sentence(QuotedPassage Passage, bool IsCoded);

    /// <summary>The candidates, the weightiest first; each sentence stands under one.</summary>
    public static IReadOnlyList<CandidateTheme> Candidates(IReadOnlyCollection<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return [.. sentences.GroupBy(sentence => sentence.Passage.Language, StringComparer.Ordinal).SelectMany(InOneLanguage).OrderByDescending(found => found.Weight)
            .ThenBy(found => found.Candidate.Terms[0], StringComparer.Ordinal).Take(Most).Select(found => found.Candidate)];
    }

    private static IEnumerable<(CandidateTheme Candidate, double Weight)> InOneLanguage(IGrouping<string, Sentence> language)
    {
        var all = language.Select(sentence => (sentence.Passage, sentence.IsCoded, Words: Words(sentence.Passage.Words, language.Key))).ToList();
        var (coded, uncoded) = (all.Where(one => one.IsCoded).ToList(), all.Where(one => !one.IsCoded).ToList());
        var spread = all.SelectMany(one => one.Words.Keys).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var among = coded.SelectMany(one => one.Words.Keys).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var telling = spread.Where(word => word.Value <= Math.Max(FewSentences, Commonest * all.Count)).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        while (uncoded.Count > 0)
        {
            var best = uncoded.SelectMany(one => one.Words.Keys.Where(telling.Contains).Select(word => (Word: word, one.Passage.InputId))).Distinct().CountBy(one => one.Word)
                .Where(word => word.Value >= LeastInputs).Select(word => (Word: word.Key, Inputs: word.Value, Weight: Weight(word.Key, word.Value)))
                .Where(word => word.Weight > 0).OrderByDescending(word => word.Weight).ThenBy(word => word.Word, StringComparer.Ordinal).FirstOrDefault();
            if (best.Word is null) yield break;
            var holders = uncoded.Where(one => one.Words.ContainsKey(best.Word)).ToList();
            // Words that most of these sentences have in common help to see what they are about.
            var companions = holders.SelectMany(one => one.Words.Keys.Where(word => word != best.Word && telling.Contains(word))).CountBy(word => word)
                .Where(word => word.Value * 2 > holders.Count && Weight(word.Key, word.Value) > 0).OrderByDescending(word => Weight(word.Key, word.Value)).ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(MostTerms - 1).Select(word => word.Key);
            yield return (new CandidateTheme(
                [.. companions.Prepend(best.Word).Select(word => AsWritten(holders.Select(one => one.Words.GetValueOrDefault(word))))], DisclosureControl.ForTeam(best.Inputs),
                [.. holders.Select(one => one.Passage).DistinctBy(passage => passage.InputId).Take(MostSentences)]), best.Weight);
            uncoded = [.. uncoded.Except(holders)];
        }

        double Weight(string word, int inputs) =>
            inputs * Math.Log((spread[word] - among.GetValueOrDefault(word) + 0.5) / (all.Count - coded.Count + 1) / ((among.GetValueOrDefault(word) + 0.5) / (coded.Count + 1)));
    }

    // Each folded word with the way it is written; in Chinese each two neighbouring characters.
    private static Dictionary<string, string> Words(string text, string language)
    {
        var pieces = WordPieces.Of(text).Where(WordPieces.IsWord).ToList();
        var written = language == "zh" ? pieces.Zip(pieces.Skip(1), (one, next) => one + next) : pieces.Where(word => word.Length >= ShortestWord);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in written) words.TryAdd(Folding.Fold(word), word);
        return words;
    }

    private static string AsWritten(IEnumerable<string?> forms) =>
        forms.OfType<string>().CountBy(form => form).OrderByDescending(form => form.Value).ThenByDescending(form => form.Key, StringComparer.Ordinal).First().Key;
}
