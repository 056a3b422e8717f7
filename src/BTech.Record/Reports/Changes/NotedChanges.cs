using BTech.Agenda;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports.Changes;

/// <summary>Notes what is done to a draft, under the report's lock and in its transaction.</summary>
internal static class NotedChanges
{
    /// <summary>Notes what an edit changed.</summary>
    public static async Task NoteChangesAsync(this RecordContext record, SummaryReport report, DraftState before, StaffId by, CancellationToken cancel) =>
        record.DraftChanges.AddRange(before.Until(new DraftState(report), report.Id, await NextAsync(record, report.Id, cancel), by));

    /// <summary>Notes a step on the way to the public.</summary>
    public static async Task NoteStepAsync(this RecordContext record, Guid reportId, DraftChangeKind step, StaffId by, CancellationToken cancel) =>
        record.DraftChanges.Add(new DraftChange { ReportId = reportId, Number = await NextAsync(record, reportId, cancel), Kind = step, By = by });

    private static async Task<int> NextAsync(RecordContext record, Guid reportId, CancellationToken cancel) =>
        1 + (await record.DraftChanges.Where(change => change.ReportId == reportId).MaxAsync(change => (int?)change.Number, cancel) ?? 0);
}
