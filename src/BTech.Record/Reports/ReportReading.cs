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
    public static IEnumerable<(TextPlace Place, string Text)> Everything(this SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return (new TextPlace(), InlineText.Escape(report.Title));
        yield return (new TextPlace(), report.EventLine);
        if (report.CorrectionNote is { Length: > 0 } note) yield return (new TextPlace(IsCorrectionNote: true), note);
        foreach (var section in report.Sections.OrderBy(section => section.Order))
        {
            yield return (new TextPlace(section), InlineText.Escape(section.Heading));
            foreach (var block in section.Blocks.OrderBy(block => block.Order))
            {
                if (block.Introduction is not null) yield return (new TextPlace(section, block), block.Introduction);
                foreach (var statement in block.Statements.OrderBy(statement => statement.Order))
                {
                    yield return (new TextPlace(section, block, statement), statement.Text);
                    if (statement is HostNote { Due: { Length: > 0 } due }) yield return (new TextPlace(section, block, statement), InlineText.Escape(due));
                }
            }
        }
        foreach (var footnote in report.Footnotes.OrderBy(footnote => footnote.Number)) yield return (new TextPlace(Footnote: footnote.Number), footnote.Text);
    }

    /// <summary>Numbers of the footnotes referred to, in reading order.</summary>
    public static IEnumerable<int> References(this SummaryReport report) => report.Texts().SelectMany(StatementRules.FootnotesIn);
}
