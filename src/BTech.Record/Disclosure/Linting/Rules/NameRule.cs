using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// No name of anybody who may have spoken, and of no organisation of theirs, stands anywhere in a report. A public forum or the body behind a standard may
/// be named although it was invited, as long as it is not made to speak: that the guidelines of the OECD were mentioned says nothing about who did.
/// </summary>
internal sealed class NameRule : ILintRule
{
    // Characters on either side of a name in which it may be made to speak.
    private const int Stretch = 40;

    // "the " and a blank may stand between.
    private const int LongestArticle = 5;

    public bool AppliesToMeetings => true;

    public IEnumerable<Finding> Find(LintedReport report)
    {
        var host = ReportCheck.HostLabels(report.Consultation, report.Report.Language).Append(report.Consultation.Title.In(report.Language).Text).Where(label => label.Length > 0).ToList();
        foreach (var (text, _) in report.Texts)
        {
            foreach (var (start, end) in report.Sources.People.In(text.Folded)) yield return text.At(FindingKind.PersonNamed, true, start, end);
            // What is recommended in the annex of resources has its publisher's name, and a release of its own.
            if (text.IsFromLists) continue;
            foreach (var (start, end) in report.Sources.Organisations.In(text.Folded))
                if (!IsWithin(text.Words, text.Folded.StartOf(start), text.Folded.EndOf(end - 1), host) && (!IsForum(report, text.Folded.Text[start..end]) || Speaks(report, text.Folded.Text, start, end)))
                    yield return text.At(FindingKind.OrganisationNamed, true, start, end);
        }
    }

    private static bool IsWithin(string words, int start, int end, IEnumerable<string> labels)
    {
        foreach (var label in labels)
            for (var at = words.IndexOf(label, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(label, at + 1, StringComparison.OrdinalIgnoreCase))
                if (at <= start && at + label.Length >= end) return true;
        return false;
    }

    private static bool IsForum(LintedReport report, string name) => report.Vocabulary.Words("forums").Contains(name, StringComparer.Ordinal);

    // In the same stretch of the sentence: "the OECD noted", "from the OECD", "an OECD participant".
    private static bool Speaks(LintedReport report, string folded, int start, int end)
    {
        var after = folded[start..Math.Min(folded.Length, end + Stretch)];
        var before = folded[Math.Max(0, start - Stretch)..start];
        return report.Vocabulary.Patterns("SpeaksAfter").Any(pattern => pattern.Match(after, end - start) is { Success: true } match && match.Index <= end - start + 1)
            || report.Vocabulary.Patterns("SpeaksBefore").Any(pattern => pattern.Matches(before).Any(match => match.Index + match.Length >= before.Length - LongestArticle));
    }
}
