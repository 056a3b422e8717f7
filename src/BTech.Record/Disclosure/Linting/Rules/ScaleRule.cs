using BTech.Languages.Coach;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// How many said something is told in words of the scale and in no others: "most participants", "three contributors" are not on it. Its words must hold
/// wherever they stand; outside key points and the sentences before lists of them nobody is behind them. "Participants said", without a word on how many, claims as
/// much as "participants noted".
/// </summary>
internal sealed class ScaleRule : ILintRule
{
    public IEnumerable<Finding> Find(LintedReport report)
    {
        foreach (var sentence in report.Sentences.Where(sentence => !LintedReport.IsFromLists(sentence)))
        {
            foreach (var match in report.Vocabulary.Patterns("Quantifier").SelectMany(pattern => pattern.Matches(sentence.Folded.Text)))
                yield return sentence.At(FindingKind.UnlistedQuantifier, true, match.Index, match.Index + match.Length);
            // In a key point the check itself holds the phrases of the scale to the numbers.
            var phrases = ScalePhrases.In(sentence.Words, report.Language);
            if (sentence.Place.Statement is not KeyPoint)
                foreach (var (phrase, _) in phrases.Where(found => !found.Rungs.Any(rung => report.Claims.Hold(sentence.Place, rung)))) yield return sentence.At(FindingKind.PhraseInText, true, phrase);
            if (report.Claims.Hold(sentence.Place, AttributionLadder.Noted)) continue;
            var places = phrases.SelectMany(found => Places(sentence.Folded.Text, new FoldedText(found.Phrase).Text)).ToList();
            foreach (var match in report.Vocabulary.Patterns("BarePlural").SelectMany(pattern => pattern.Matches(sentence.Folded.Text))
                .Where(match => report.Vocabulary.ListedBefore(sentence.Folded.Text, match.Index) is null && !places.Exists(place => place.Start < match.Index + match.Length && match.Index < place.End)))
                yield return sentence.At(FindingKind.PhraseInText, true, match.Index, match.Index + match.Length);
        }
    }

    private static IEnumerable<(int Start, int End)> Places(string folded, string phrase)
    {
        for (var at = phrase.Length == 0 ? -1 : folded.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(phrase, at + 1, StringComparison.Ordinal)) yield return (at, at + phrase.Length);
    }
}
