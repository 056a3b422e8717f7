using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>A participant is "they": "he" and "she" halve the room. Read over the end of the sentence.</summary>
internal sealed class PronounRule() : PatternRule("Pronoun", FindingKind.Pronoun, true)
{
    protected override IEnumerable<LintedText> Read(LintedReport report) => report.Texts.Select(one => one.Text).Where(text => !text.IsFromLists);
}
