namespace BTech.Record.Reports;

/// <summary>What the public finds under a report's number.</summary>
/// <param name="Report">The published version.</param>
/// <param name="WithdrawnFrom">When there is none because it was taken offline: the window that it was on.</param>
public sealed record PublicReport(SummaryReport? Report, Guid? WithdrawnFrom)
{
    /// <summary>Whether it was taken offline.</summary>
    public bool IsWithdrawn => WithdrawnFrom is not null;
}
