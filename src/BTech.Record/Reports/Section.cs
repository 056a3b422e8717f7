namespace BTech.Record.Reports;

/// <summary>One section of a report; all sections are of the same heading level.</summary>
public sealed class Section
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The report version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Which of the standard sections it is.</summary>
    public required SectionKind Kind { get; init; }

    /// <summary>For a focus area's section: its number.</summary>
    public int? FocusAreaNumber { get; init; }

    /// <summary>Heading, plain text.</summary>
    public required string Heading { get; set; }

    /// <summary>Place in the report, from 1.</summary>
    public required int Order { get; set; }

    /// <summary>Whether it is copied from the lists of the team and never written by hand.</summary>
    public bool IsFromLists => Kind is SectionKind.Resources or SectionKind.Dilemmas;

    /// <summary>Paragraphs and lists in order.</summary>
    public List<Block> Blocks { get; } = [];
}
