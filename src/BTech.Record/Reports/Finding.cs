namespace BTech.Record.Reports;

/// <summary>Something that the check of a report found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsBlocking">Whether it keeps the report from going on.</param>
/// <param name="SectionId">Where: the section.</param>
/// <param name="StatementId">Where: the statement.</param>
/// <param name="Detail">A word of it, where one helps: a missing number, a phrase.</param>
public sealed record Finding(FindingKind Kind, bool IsBlocking, Guid? SectionId = null, Guid? StatementId = null, string? Detail = null);
