using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>A rule that is nothing but patterns of the vocabulary, tried on each sentence.</summary>
/// <param name="heading">Heading of the patterns.</param>
/// <param name="kind">What is found.</param>
/// <param name="isBlocking">Whether it blocks.</param>
internal abstract class PatternRule(string heading, FindingKind kind, bool isBlocking) : ILintRule
{
    public IEnumerable<Finding> Find(LintedReport report)
    {
        foreach (var sentence in Read(report))
            foreach (var match in report.Vocabulary.Matches(heading, sentence.Folded.Text)) yield return sentence.At(kind, isBlocking, match.Index, match.Index + match.Length);
    }

    /// <summary>What is read: each sentence, unless a rule looks over the ends of them.</summary>
    protected virtual IEnumerable<LintedText> Read(LintedReport report) => report.OwnSentences;
}
