using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>One change to a report at a time, with all its versions: whether one of them is public depends on the others.</summary>
internal static class ReportLock
{
    /// <summary>Locks the rows of all versions of the report that this one is of, until the transaction ends.</summary>
    public static Task LockReportAsync(this RecordContext record, Guid reportId, CancellationToken cancel) =>
        record.Database.ExecuteSqlAsync($"SELECT 1 FROM record.summary_report WHERE number = (SELECT number FROM record.summary_report WHERE id = {reportId}) ORDER BY version FOR UPDATE", cancel);
}
