namespace BTech.Record.Reports;

/// <summary>Something that the check of a report found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsBlocking">Whether it keeps the report from going on.</param>
/// <param name="SectionId">Where: the section.</param>
/// <param name="StatementId">Where: the statement.</param>
/// <param name="Detail">A word of it, where one helps: a missing number, a phrase. Words of the report itself, or of a version of it that can be read, never of what it was compared with.</param>
public sealed record Finding(FindingKind Kind, bool IsBlocking, Guid? SectionId = null, Guid? StatementId = null, string? Detail = null)
{
    /// <summary>Where: the list whose introducing sentence it is.</summary>
    public Guid? BlockId { get; init; }

    /// <summary>Where: the note of a correction.</summary>
    public bool IsCorrectionNote { get; init; }

    /// <summary>Where: number of the footnote.</summary>
    public int? Footnote { get; init; }

    /// <summary>For what a sentence gives away: the sentence, as it stands in the report. Then the pages say what a reader could infer, and what to do.</summary>
    public string? Sentence { get; init; }
}
