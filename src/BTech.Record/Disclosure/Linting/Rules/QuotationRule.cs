using BTech.Languages.Coach;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// Who reads a quotation reads somebody's own words. So a passage that was asked for stands in a report only while its author allows it, in the language in which
/// it was written, in a key point, once, and never beside a group: that would say whose words they are.
/// </summary>
internal sealed class QuotationRule : ILintRule
{
    public IEnumerable<Finding> Find(LintedReport report)
    {
        var seen = new HashSet<Guid>();
        foreach (var quoted in QuotedPassage.In(report))
        {
            if (!quoted.Asked.MayBeQuoted) yield return quoted.Text.At(FindingKind.QuotationNotReleased, true, quoted.Words);
            else if (!seen.Add(quoted.Asked.InputId) || quoted.Text.Place.Statement is not KeyPoint point || quoted.Asked.Language != report.Language.Code || IsBesideAGroup(report, quoted, point))
                yield return quoted.Text.At(FindingKind.QuotationMisplaced, true, quoted.Words);
        }
    }

    // By the phrase that was chosen, by the sentence around the words, or by the one that introduces the list.
    private static bool IsBesideAGroup(LintedReport report, QuotedPassage quoted, KeyPoint point) =>
        point.Attribution?.StartsWith(AttributionLadder.GroupPrefix, StringComparison.Ordinal) == true
        || HasGroup(report, quoted.Text.Words.Replace(quoted.Words, " ", StringComparison.Ordinal))
        || HasGroup(report, InlineText.Plain(quoted.Text.Place.Block?.Introduction ?? ""));

    private static bool HasGroup(LintedReport report, string words) => report.Vocabulary.Matches("Group", new FoldedText(words).Text).Any();
}
