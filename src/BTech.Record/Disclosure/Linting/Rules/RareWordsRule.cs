using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// Two words of at least six letters in one sentence that one contribution alone uses, and no text that everybody can read: a trace of how somebody
/// writes. One such word is chance and would be found everywhere; in scripts without blanks words are not parted, so nothing is said there.
/// Only what the team may read is looked at.
/// </summary>
internal sealed class RareWordsRule : ILintRule
{
    private const int Shortest = 6;

    public IEnumerable<Finding> Find(LintedReport report)
    {
        var sentences = report.Sentences.Where(sentence => sentence.IsInput).Select(sentence => (Sentence: sentence, Words: Long(WordPieces.FoldedWordsOf(sentence.Words)).ToHashSet(StringComparer.Ordinal))).ToList();
        var asked = sentences.SelectMany(one => one.Words).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in report.Sources.PublicSentences.SelectMany(text => text)) asked.ExceptWith(Long(sentence));
        // Which text holds a word; nobody's once a second one does.
        var holders = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var text in report.Written)
            foreach (var word in Long(text.ReadableWords).Distinct(StringComparer.Ordinal).Where(asked.Contains))
                holders[word] = !holders.TryGetValue(word, out var holder) || holder == text.InputId ? text.InputId : Guid.Empty;
        foreach (var (sentence, words) in sentences)
        {
            // The sentence, not the words: who tries a thousand words must not be told which of them are together in one contribution.
            if (words.Where(word => holders.GetValueOrDefault(word) != Guid.Empty).GroupBy(word => holders[word]).Any(one => one.Count() >= 2)) yield return sentence.At(FindingKind.RareWords, false, sentence.Words);
        }
    }

    private static IEnumerable<string> Long(IEnumerable<string> words) => words.Where(word => word.Length >= Shortest);
}
