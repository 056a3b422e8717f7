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
        var standards = report.Vocabulary.Words("standards");
        var runs = new WordRuns(standards);
        var alike = new AlikeSentences();
        foreach (var (sentence, number) in report.Sentences.Where(sentence => !LintedReport.IsFromLists(sentence)).Select((sentence, number) => (sentence, number)))
        {
            runs.Add(number, sentence.Words);
            alike.Add(number, sentence.Words);
        }
        var sentences = report.Sentences.Where(sentence => !LintedReport.IsFromLists(sentence)).ToList();
        foreach (var text in report.Sources.PublicTexts)
        {
            runs.Forget(text);
            alike.Forget(text);
        }
        var found = new Dictionary<int, string>();
        foreach (var text in report.Written)
        {
            foreach (var (number, words) in runs.In(text.Text)) if (words.Length > found.GetValueOrDefault(number, "").Length) found[number] = words;
            foreach (var number in alike.In(text.Text)) found[number] = sentences[number].Words;
        }
        foreach (var (number, words) in found.OrderBy(one => one.Key)) yield return sentences[number].At(FindingKind.Verbatim, true, words);
    }
}
