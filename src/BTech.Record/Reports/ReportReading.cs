using BTech.Record.Reports.Changes;

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

    /// <summary>The passages that it carries: those on which a key point rests, for or against, each once.</summary>
    internal static Guid[] Carried(this SummaryReport report) => [.. report.Statements().OfType<KeyPoint>().SelectMany(point => point.Evidence).Select(one => one.ExcerptId).Distinct()];

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

    /// <summary>Everything that a reader of the report reads and somebody may have typed, in reading order: title, headings and the note of a correction too, when a promise falls due, footnotes. Inline text.</summary>
    public static IEnumerable<(TextPlace Place, string Text)> Everything(this SummaryReport report) =>
        Wording.Of(report).Select(text => (text.Place, text.IsPlain ? InlineText.Escape(text.Text) : text.Text));

    /// <summary>Numbers of the footnotes referred to, in reading order.</summary>
    public static IEnumerable<int> References(this SummaryReport report) => report.Texts().SelectMany(StatementRules.FootnotesIn);
}
