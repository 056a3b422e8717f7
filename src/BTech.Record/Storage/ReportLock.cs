using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>One change to a report version at a time.</summary>
internal static class ReportLock
{
    /// <summary>Locks the version's row until the transaction ends.</summary>
    public static Task LockReportAsync(this RecordContext record, Guid reportId, CancellationToken cancel) =>
        record.Database.ExecuteSqlAsync($"SELECT 1 FROM record.summary_report WHERE id = {reportId} FOR UPDATE", cancel);
}
