using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// A report says in words of its own what contributors said. It does not when it shares eight words in a row with a contribution, or as few as make up
/// fifty characters (in scripts without blanks two characters are a word), or when a sentence has at least four in five of its groups of three letters in common with one.
/// What everybody can read in the scoping paper, and names of standards, belong to nobody.
/// </summary>
internal sealed class VerbatimRule : ILintRule
{
    public IEnumerable<Finding> Find(LintedReport report)
    {
        if (report.Written.Count == 0) yield break;
        var runs = new WordRuns(report.Vocabulary.Words("standards"));
        var alike = new AlikeSentences();
        var sentences = report.OwnSentences.ToList();
        foreach (var (number, sentence) in sentences.Index())
        {
            var words = WordPieces.FoldedWordsOf(sentence.Words);
            runs.Add(number, words);
            alike.Add(number, words);
        }
        foreach (var own in report.Sources.PublicSentences)
        {
            runs.Forget([.. own.SelectMany(words => words)]);
            foreach (var words in own) alike.Forget(words);
        }
        var found = new Dictionary<int, string>();
        foreach (var text in report.Written)
        {
            var written = text.Sentences;
            foreach (var (number, words) in runs.In([.. written.SelectMany(words => words)])) if (words.Length > found.GetValueOrDefault(number, "").Length) found[number] = words;
            foreach (var number in written.SelectMany(alike.In)) found[number] = sentences[number].Words;
        }
        foreach (var (number, words) in found.OrderBy(one => one.Key)) yield return sentences[number].At(FindingKind.Verbatim, true, words);
    }
}
