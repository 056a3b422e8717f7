namespace BTech.Record.Reports;

/// <summary>Ways through a whole report.</summary>
public static class ReportReading
{
    /// <summary>All statements in reading order.</summary>
    public static IEnumerable<Statement> Statements(this SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Sections.OrderBy(section => section.Order).SelectMany(section => section.Blocks.OrderBy(block => block.Order))
            .SelectMany(block => block.Statements.OrderBy(statement => statement.Order));
    }

    /// <summary>Every inline text in reading order: event line, note of a correction, introductions of lists, statements.</summary>
    public static IEnumerable<string> Texts(this SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return report.EventLine;
        if (report.CorrectionNote is { Length: > 0 } note) yield return note;
        foreach (var block in report.Sections.OrderBy(section => section.Order).SelectMany(section => section.Blocks.OrderBy(block => block.Order)))
        {
            if (block.Introduction is not null) yield return block.Introduction;
            foreach (var statement in block.Statements.OrderBy(statement => statement.Order)) yield return statement.Text;
        }
    }

    /// <summary>Numbers of the footnotes referred to, in reading order.</summary>
    public static IEnumerable<int> References(this SummaryReport report) => report.Texts().SelectMany(StatementRules.FootnotesIn);
}
