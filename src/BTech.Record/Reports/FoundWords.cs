namespace BTech.Record.Reports;

/// <summary>The words of a report that a finding is about.</summary>
public static class FoundWords
{
    /// <summary>The sentence that was found, or the whole statement where a finding is about that; nothing where it is about something that is not there.</summary>
    public static string? WordsOf(this SummaryReport report, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Sentence ?? (report.Statements().FirstOrDefault(statement => statement.Id == finding.StatementId) is { } found ? InlineText.Plain(found.Text) : null);
    }
}
