namespace BTech.Record.Reports.Changes;

/// <summary>One text of a report and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Id">Of section, list, statement or footnote; nothing for the report's head.</param>
/// <param name="Text">As it was typed.</param>
public sealed record Wording(WordingKind Kind, TextPlace Place, Guid? Id, string Text)
{
    /// <summary>The section it stands in; nothing for head and footnotes.</summary>
    public Guid? Section => Place.Section?.Id;

    /// <summary>Whether nothing in it is markup.</summary>
    public bool IsPlain => Kind is WordingKind.Title or WordingKind.Heading or WordingKind.Due;

    /// <summary>All texts of a report that somebody may have typed, in reading order.</summary>
    public static IReadOnlyList<Wording> Of(SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<Wording> found = [new(WordingKind.Title, new TextPlace(), null, report.Title), new(WordingKind.EventLine, new TextPlace(), null, report.EventLine)];
        if (report.CorrectionNote is { Length: > 0 } note) found.Add(new(WordingKind.CorrectionNote, new TextPlace(IsCorrectionNote: true), null, note));
        foreach (var section in report.Sections.OrderBy(section => section.Order))
        {
            found.Add(new(WordingKind.Heading, new TextPlace(section), section.Id, section.Heading));
            foreach (var block in section.Blocks.OrderBy(block => block.Order))
            {
                if (block.Introduction is { } introduction) found.Add(new(WordingKind.Introduction, new TextPlace(section, block), block.Id, introduction));
                foreach (var statement in block.Statements.OrderBy(statement => statement.Order))
                {
                    var place = new TextPlace(section, block, statement);
                    found.Add(new(WordingKind.Statement, place, statement.Id, statement.Text));
                    if (statement is HostNote { Due: { Length: > 0 } due }) found.Add(new(WordingKind.Due, place, statement.Id, due));
                }
            }
        }
        found.AddRange(report.Footnotes.OrderBy(footnote => footnote.Number).Select(footnote => new Wording(WordingKind.Footnote, new TextPlace(Footnote: footnote.Number), footnote.Id, footnote.Text)));
        return found;
    }
}
