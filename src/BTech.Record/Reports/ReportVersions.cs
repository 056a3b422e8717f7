namespace BTech.Record.Reports;

/// <summary>What the status of a version tells of its readers.</summary>
public static class ReportVersions
{
    /// <summary>Whether the public can read it: the newest one, or one that was replaced.</summary>
    public static bool IsReadable(this ReportStatus status) => status is ReportStatus.Published or ReportStatus.Superseded;

    /// <summary>Whether the public can read it or could: readers do not forget what was taken offline.</summary>
    public static bool WasPublic(this ReportStatus status) => status.IsReadable() || status is ReportStatus.Withdrawn;

    /// <summary>The versions before one that <see cref="WasPublic">were public</see>, in the form that the database answers.</summary>
    internal static IQueryable<SummaryReport> PublicBefore(this IQueryable<SummaryReport> reports, SummaryReport report) => reports.Where(earlier =>
        earlier.Number == report.Number && earlier.Version < report.Version
        && (earlier.Status == ReportStatus.Published || earlier.Status == ReportStatus.Superseded || earlier.Status == ReportStatus.Withdrawn));
}
