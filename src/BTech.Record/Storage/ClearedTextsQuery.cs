using BTech.Record.Reports;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>What a cleared report means for the texts of its window: what was decided on them is not taken back any more.</summary>
internal static class ClearedTextsQuery
{
    /// <summary>Whether a report of the window of an input was cleared.</summary>
    public static Task<bool> IsClearedAsync(this RecordContext record, Guid inputId, CancellationToken cancel) =>
        record.Reports.AnyAsync(report => report.Status != ReportStatus.Draft && report.Status != ReportStatus.InReview
            && record.Inputs.Any(input => input.Id == inputId && input.WindowId == report.WindowId), cancel);
}
