using System.Text.RegularExpressions;
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
        foreach (var sentence in report.OwnSentences)
        {
            foreach (var match in report.Vocabulary.Matches("Quantifier", sentence.Folded.Text))
                yield return sentence.At(FindingKind.UnlistedQuantifier, true, match.Index, match.Index + match.Length);
            // In a key point the check itself holds the phrases of the scale to the numbers.
            var phrases = ScalePhrases.In(sentence.Words, report.Language);
            if (sentence.Place.Statement is not KeyPoint)
                foreach (var (_, phrase, rungs) in phrases)
                {
                    if (!rungs.Any(rung => report.Claims.Hold(sentence.Place, rung))) yield return sentence.At(FindingKind.PhraseInText, true, phrase) with { Claim = rungs[0] };
                    // Before a list of what one participant said.
                    else if (rungs.Contains(AttributionLadder.One)) yield return sentence.At(FindingKind.SingleVoice, true, phrase);
                }
            if (report.Claims.Hold(sentence.Place, AttributionLadder.Noted)) continue;
            foreach (var match in report.Vocabulary.Matches("BarePlural", sentence.Folded.Text, match => report.Vocabulary.ListedBefore(sentence.Folded.Text, match.Index) is null && !IsOfScale(match)))
                yield return sentence.At(FindingKind.PhraseInText, true, match.Index, match.Index + match.Length) with { Claim = AttributionLadder.Noted };

            bool IsOfScale(Match match) => phrases.Any(found => found.Start < sentence.Folded.EndOf(match.Index + match.Length - 1) && sentence.Folded.StartOf(match.Index) < found.Start + found.Phrase.Length);
        }
    }
}
