using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// No role that one alone holds: "the Special Rapporteur said", "the only regulator that …", "the largest bank", a title that fewer than three of those who
/// may have spoken have, and nobody's first person: "as a bank, we", "in our country".
/// </summary>
internal sealed class RoleRule : ILintRule
{
    private static readonly SelfIdentification Coach = new(Gazetteer.Shipped);

    public IEnumerable<Finding> Find(LintedReport report)
    {
        foreach (var sentence in report.OwnSentences)
        {
            foreach (var match in report.Vocabulary.Matches("UniqueRole", sentence.Folded.Text))
                yield return sentence.At(FindingKind.UniqueRole, true, match.Index, match.Index + match.Length);
            if (!sentence.IsInput) continue;
            foreach (var (start, end) in report.Sources.Titles.In(sentence.Folded)) yield return sentence.At(FindingKind.UniqueRole, true, start, end);
            foreach (var one in Coach.Find(sentence.Words, OwnEntry.Nobody).Where(one => one.Tell is Tell.Affiliation or Tell.OnlyOne or Tell.Role or Tell.CountryAndKind or Tell.Particulars or Tell.OwnWork))
                yield return sentence.At(FindingKind.UniqueRole, true, CodePoints.Slice(sentence.Words, one.Start, one.End));
        }
    }
}
