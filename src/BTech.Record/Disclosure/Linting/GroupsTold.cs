using BTech.Languages;
using BTech.Languages.Coach;

namespace BTech.Record.Disclosure.Linting;

/// <summary>
/// The groups that speak in a text, as the claims ledger knows them: "companies asked" and "a number of company participants asked" tell readers how many
/// of a group there were at least, whatever was chosen for the point. Of groups that the seal page named; about others nothing is told that anybody counted.
/// </summary>
/// <param name="vocabulary">The words of the report's language.</param>
/// <param name="named">The labels that the seal page named.</param>
internal sealed class GroupsTold(LintVocabulary vocabulary, IReadOnlySet<string> named)
{
    /// <summary>Keys of a group's word, or of one beside a word on how many (<see cref="AttributionLadder.Within"/>).</summary>
    /// <param name="plain">The text without markup.</param>
    public IEnumerable<string> In(string plain) =>
        from sentence in Sentences.TextsOf(plain)
        let folded = new FoldedText(sentence).Text
        from match in vocabulary.Matches("Group", folded)
        let rung = vocabulary.ListedIn(folded, match)
        from label in vocabulary.LabelsOf(match.Groups["group"].Value)
        where named.Contains(label)
        select rung is null ? AttributionLadder.GroupPrefix + label : AttributionLadder.Within(label, rung);
}
