using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// Offers are made under a name, views are not: an offer told of in the same paragraph as a view, or as one, hands the name over. The product's own
/// sentence on offers stands in a paragraph of its own and gives bands.
/// </summary>
internal sealed class OfferRule : ILintRule
{
    public IEnumerable<Finding> Find(LintedReport report)
    {
        foreach (var sentence in report.Sentences.Where(sentence => sentence.Place.Block is { } block && block.Statements.Exists(statement => statement is KeyPoint)))
            foreach (var match in report.Vocabulary.Matches("Offer", sentence.Folded.Text).Take(1))
                yield return sentence.At(FindingKind.OfferBesideView, true, match.Index, match.Index + match.Length);
    }
}
