using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// No name of anybody who may have spoken, and of no organisation of theirs, stands anywhere in a report. A public forum or the body behind a standard may
/// be named although it was invited, as long as it is not made to speak: that the guidelines of the OECD were mentioned says nothing about who did.
/// </summary>
internal sealed class NameRule : ILintRule
{
    public bool AppliesToMeetings => true;

    public IEnumerable<Finding> Find(LintedReport report)
    {
        var host = ReportCheck.HostLabels(report.Consultation, report.Report.Language).Append(report.Consultation.Title.In(report.Language).Text).Where(label => label.Length > 0).ToList();
        foreach (var (text, _) in report.Texts)
        {
            foreach (var (start, end) in Places(report.Sources.People, text.Words)) yield return text.At(FindingKind.PersonNamed, true, text.Words[start..end]);
            // What is recommended in the annex of resources has its publisher's name, and a release of its own.
            if (LintedReport.IsFromLists(text)) continue;
            foreach (var (start, end) in Places(report.Sources.Organisations, text.Words))
                if (!IsWithin(text.Words, start, end, host) && (!IsForum(report, text.Words[start..end]) || Speaks(report, text, start, end)))
                    yield return text.At(FindingKind.OrganisationNamed, true, text.Words[start..end]);
        }
    }

    private static IEnumerable<(int Start, int End)> Places(NamesInText names, string words) =>
        names.Find(words).Select(one => (CodePoints.ToIndex(words, one.Start), CodePoints.ToIndex(words, one.End)));

    private static bool IsWithin(string words, int start, int end, IEnumerable<string> labels)
    {
        foreach (var label in labels)
            for (var at = words.IndexOf(label, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(label, at + 1, StringComparison.OrdinalIgnoreCase))
                if (at <= start && at + label.Length >= end) return true;
        return false;
    }

    private static bool IsForum(LintedReport report, string name)
    {
        var folded = new FoldedText(name).Text;
        return report.Vocabulary.Words("forums").Contains(folded, StringComparer.Ordinal);
    }

    // In the same stretch of the sentence: "the OECD noted", "from the OECD", "an OECD participant".
    private static bool Speaks(LintedReport report, LintedSentence text, int start, int end)
    {
        var around = new FoldedText(text.Words[start..Math.Min(text.Words.Length, end + 40)]).Text;
        var before = new FoldedText(text.Words[Math.Max(0, start - 40)..end]).Text;
        var name = new FoldedText(text.Words[start..end]).Text;
        return report.Vocabulary.Patterns("SpeaksAfter").Any(pattern => pattern.Match(around, name.Length) is { Success: true } match && match.Index <= name.Length + 1)
            || report.Vocabulary.Patterns("SpeaksBefore").Any(pattern => pattern.Matches(before[..^name.Length]).Any(match => match.Index + match.Length >= before.Length - name.Length - 5));
    }
}
