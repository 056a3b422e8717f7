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
        {
            var end = 0;
            foreach (var match in report.Vocabulary.Patterns(heading).SelectMany(pattern => pattern.Matches(sentence.Folded.Text)).OrderBy(match => match.Index).ThenByDescending(match => match.Length))
            {
                if (match.Index < end) continue;
                end = match.Index + match.Length;
                yield return sentence.At(kind, isBlocking, match.Index, end);
            }
        }
    }

    /// <summary>What is read: each sentence, unless a rule looks over the ends of them.</summary>
    protected virtual IEnumerable<LintedSentence> Read(LintedReport report) => report.Sentences.Where(sentence => !LintedReport.IsFromLists(sentence));
}

/// <summary>
/// No region, country, sector, language or gender of a speaker: with a group or alone it leaves few. How many of those who may have spoken share it is not
/// known here and is taken to be fewer than five. What is said about a country or a sector may of course name it.
/// </summary>
internal sealed class TraitRule() : PatternRule("Trait", FindingKind.SpeakersTrait, true);

/// <summary>A participant is "they": "he" and "she" halve the room. Read over the end of the sentence.</summary>
internal sealed class PronounRule() : PatternRule("Pronoun", FindingKind.Pronoun, true)
{
    protected override IEnumerable<LintedSentence> Read(LintedReport report) => report.Texts.Select(one => one.Text).Where(text => !LintedReport.IsFromLists(text));
}

/// <summary>A day, a date or a session beside somebody who speaks tells who was there.</summary>
internal sealed class DateRule() : PatternRule("Date", FindingKind.DateOrEvent, false)
{
    protected override IEnumerable<LintedSentence> Read(LintedReport report) => base.Read(report).Where(sentence => sentence.IsInput
        && report.Vocabulary.Patterns("Speaker").Any(pattern => pattern.IsMatch(sentence.Folded.Text)));
}

/// <summary>"All companies agreed", "no State objected", "none of the institutions": what everybody said, each of them said. What all should do may be said.</summary>
internal sealed class AllOrNoneRule() : PatternRule("AllOrNone", FindingKind.AllOrNone, true);
