using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// A key point says in its sentence what was chosen for it. A phrase of the scale that claims more than the chosen one blocks, even if the numbers would
/// bear it; one that is missing is worth a look, because the sentence then claims less.
/// </summary>
internal sealed class ChosenPhraseRule : ILintRule
{
    public IEnumerable<Finding> Find(LintedReport report)
    {
        foreach (var (text, _) in report.Texts)
        {
            if (text.Place.Statement is not KeyPoint { Attribution: { } chosen }) continue;
            var phrases = ScalePhrases.In(text.Words, report.Language);
            foreach (var (_, phrase, rungs) in phrases)
                if (rungs.All(rung => Strength(rung) > Strength(chosen))) yield return text.At(FindingKind.PhraseBeyondChoice, true, phrase);
            // In a list the sentence before it may say it for all.
            var isCarried = text.Place.Block is { Kind: BlockKind.Bullets, Introduction.Length: > 0 };
            if (chosen != AttributionLadder.AlsoRaised && !isCarried && phrases.Count == 0 && !Says(report, text, chosen)) yield return text.At(FindingKind.PhraseNotInText, false);
        }
    }

    // "Participants asked" says what "participants noted" does; a group's word has many forms.
    private static bool Says(LintedReport report, LintedText text, string chosen) =>
        (chosen == AttributionLadder.Noted && report.Vocabulary.Patterns("BarePlural").Any(pattern => pattern.IsMatch(text.Folded.Text)))
        || (chosen.StartsWith(AttributionLadder.GroupPrefix, StringComparison.Ordinal) && report.Vocabulary.Patterns("Group").Any(pattern => pattern.IsMatch(text.Folded.Text)));

    // A group's word is held to its numbers by a rule of its own.
    private static int Strength(string rung) => AttributionLadder.All.SingleOrDefault(one => one.Key == rung)?.Strength ?? int.MaxValue;
}
