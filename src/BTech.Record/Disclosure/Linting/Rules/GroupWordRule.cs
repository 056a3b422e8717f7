using System.Text.RegularExpressions;
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
        foreach (var sentence in report.OwnSentences)
            foreach (var match in report.Vocabulary.Matches("Group", sentence.Folded.Text, match => !Holds(report, sentence, match)))
                yield return sentence.At(FindingKind.GroupWord, true, match.Index, match.Index + match.Length) with { Claim = report.Vocabulary.ListedIn(sentence.Folded.Text, match) };
    }

    private static bool Holds(LintedReport report, LintedText sentence, Match match)
    {
        var rung = report.Vocabulary.ListedIn(sentence.Folded.Text, match);
        return report.Vocabulary.LabelsOf(match.Groups["group"].Value).Any(label => rung is null
            ? report.Claims.Hold(sentence.Place, AttributionLadder.GroupPrefix + label) : report.Claims.HoldWithin(sentence.Place, label, rung));
    }
}
