namespace BTech.Record.Reports;

/// <summary>What the public finds under a report's number.</summary>
/// <param name="Report">The published version.</param>
/// <param name="IsWithdrawn">When there is none: whether it was taken offline.</param>
public sealed record PublicReport(SummaryReport? Report, bool IsWithdrawn);
