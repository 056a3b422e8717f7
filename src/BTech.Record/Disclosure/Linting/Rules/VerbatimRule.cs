using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// A report says in words of its own what contributors said. It does not when it shares eight words in a row with a contribution, or as few as make up
/// fifty characters (in scripts without blanks two characters are a word), or when a sentence has at least four in five of its groups of three letters in common with one.
/// What everybody can read in the scoping paper, and names of standards, belong to nobody; and a passage in quotation marks whose author allows it may stand
/// there, with not one word more of the text on either side and not if somebody else wrote it too.
/// </summary>
internal sealed class VerbatimRule : ILintRule
{
    public IEnumerable<Finding> Find(LintedReport report)
    {
        if (report.Written.Count == 0) yield break;
        var runs = new WordRuns(report.Vocabulary.Words("standards"));
        var alike = new AlikeSentences();
        var sentences = report.OwnSentences.ToList();
        var quotations = QuotedPassage.In(report).Where(one => one.Asked.MayBeQuoted && one.Text.Place.Statement is KeyPoint).ToLookup(one => one.Text.Place);
        var quoting = new Dictionary<int, Quoting>();
        foreach (var (number, sentence) in sentences.Index())
        {
            var words = WordPieces.FoldedWordsOf(sentence.Words);
            runs.Add(number, words);
            alike.Add(number, words);
            if (Quoting.Of(words, quotations[sentence.Place], runs) is { } quotes) quoting[number] = quotes;
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
            foreach (var (number, words) in runs.In([.. written.SelectMany(words => words)]))
                if (words.Length > found.GetValueOrDefault(number, "").Length && quoting.GetValueOrDefault(number)?.Lets(words, text.InputId) != true) found[number] = words;
            // Of a sentence that quotes this text its runs are looked at, which let nothing through but the quotation.
            foreach (var number in written.SelectMany(alike.In).Where(number => quoting.GetValueOrDefault(number)?.Quotes(text.InputId) != true)) found[number] = sentences[number].Words;
        }
        foreach (var (number, words) in found.OrderBy(one => one.Key)) yield return sentences[number].At(FindingKind.Verbatim, true, words);
    }
}
