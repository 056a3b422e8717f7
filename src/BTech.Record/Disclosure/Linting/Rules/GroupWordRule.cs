using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// A group speaks only where the ladder lets it: enough of its members behind the point, and its label published. "A number of company participants" must
/// hold within the group; "one company" never does, and a kind of organisation that is no group of the consultation has nobody counted for it.
/// </summary>
internal sealed class GroupWordRule : ILintRule
{
    public IEnumerable<Finding> Find(LintedReport report)
    {
        foreach (var sentence in report.Sentences.Where(sentence => !LintedReport.IsFromLists(sentence)))
        {
            var end = 0;
            foreach (var match in report.Vocabulary.Patterns("Group").SelectMany(pattern => pattern.Matches(sentence.Folded.Text)).OrderBy(match => match.Index).ThenByDescending(match => match.Length))
            {
                if (match.Index < end || Holds(report, sentence, match.Groups["group"].Value, match.Index)) continue;
                end = match.Index + match.Length;
                yield return sentence.At(FindingKind.GroupWord, true, match.Index, end);
            }
        }
    }

    private static bool Holds(LintedReport report, LintedSentence sentence, string word, int at) =>
        report.Vocabulary.LabelsOf(word).Any(label => report.Vocabulary.ListedBefore(sentence.Folded.Text, at) is { } rung
            ? report.Claims.HoldWithin(sentence.Place, label, rung)
            : report.Claims.Hold(sentence.Place, AttributionLadder.GroupPrefix + label));
}
