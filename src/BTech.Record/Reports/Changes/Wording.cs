namespace BTech.Record.Reports.Changes;

/// <summary>One text of a report and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of section, list, statement or footnote; nothing for the report's head.</param>
/// <param name="Section">The section it stands in; nothing for head and footnotes.</param>
/// <param name="Text">As it was typed.</param>
public sealed record Wording(WordingKind Kind, Guid? Id, Guid? Section, string Text)
{
    /// <summary>All texts of a report in reading order.</summary>
    public static IReadOnlyList<Wording> Of(SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<Wording> found = [new(WordingKind.Title, null, null, report.Title), new(WordingKind.EventLine, null, null, report.EventLine)];
        if (report.CorrectionNote is { Length: > 0 } note) found.Add(new(WordingKind.CorrectionNote, null, null, note));
        foreach (var section in report.Sections.OrderBy(section => section.Order))
        {
            found.Add(new(WordingKind.Heading, section.Id, section.Id, section.Heading));
            foreach (var block in section.Blocks.OrderBy(block => block.Order))
            {
                if (block.Introduction is { Length: > 0 } introduction) found.Add(new(WordingKind.Introduction, block.Id, section.Id, introduction));
                foreach (var statement in block.Statements.OrderBy(statement => statement.Order))
                {
                    found.Add(new(WordingKind.Statement, statement.Id, section.Id, statement.Text));
                    if (statement is HostNote { Due: { Length: > 0 } due }) found.Add(new(WordingKind.Due, statement.Id, section.Id, due));
                }
            }
        }
        found.AddRange(report.Footnotes.OrderBy(footnote => footnote.Number).Select(footnote => new Wording(WordingKind.Footnote, footnote.Id, null, footnote.Text)));
        return found;
    }
}
