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
        var quoted = QuotedPassage.In(report).Where(one => one.Asked.MayBeQuoted && one.Text.Place.Statement is KeyPoint).ToLookup(one => one.Text.Place);
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
            foreach (var (number, words) in runs.In([.. written.SelectMany(words => words)]))
                if (words.Length > found.GetValueOrDefault(number, "").Length && !QuotedFrom(text, number).Any(one => IsInside(one, words, sentences[number]))) found[number] = words;
            // Of a sentence that quotes this text its runs are looked at, which let nothing through but the quotation.
            foreach (var number in written.SelectMany(alike.In).Where(number => !QuotedFrom(text, number).Any())) found[number] = sentences[number].Words;
        }
        foreach (var (number, words) in found.OrderBy(one => one.Key)) yield return sentences[number].At(FindingKind.Verbatim, true, words);

        IEnumerable<QuotedPassage> QuotedFrom(WrittenText text, int number) => quoted[sentences[number].Place].Where(one => one.Asked.InputId == text.InputId);

        // All of the run between the marks, and none like it in the rest of the sentence.
        bool IsInside(QuotedPassage one, string run, LintedText sentence)
        {
            var (whole, passage) = (Framed(WordPieces.FoldedWordsOf(sentence.Words)), Framed(one.Folded));
            var at = whole.IndexOf(passage, StringComparison.Ordinal);
            return at >= 0 && Runs(passage).Contains(Framed([run]), StringComparison.Ordinal)
                && !Runs(whole[..(at + 1)]).Contains(Framed([run]), StringComparison.Ordinal) && !Runs(whole[(at + passage.Length - 1)..]).Contains(Framed([run]), StringComparison.Ordinal);
        }

        string Runs(string words) => Framed(runs.Condensed(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string Framed(IEnumerable<string> words) => $" {string.Join(' ', words)} ";
}
