using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>A day, a date or a session beside somebody who speaks tells who was there.</summary>
internal sealed class DateRule() : PatternRule("Date", FindingKind.DateOrEvent, false)
{
    protected override IEnumerable<LintedText> Read(LintedReport report) => base.Read(report).Where(sentence => sentence.IsInput
        && report.Vocabulary.Patterns("Speaker").Any(pattern => pattern.IsMatch(sentence.Folded.Text)));
}
