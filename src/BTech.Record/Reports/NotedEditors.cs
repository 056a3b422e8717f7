using BTech.Agenda;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>Who has a hand in a version, and therefore can neither clear it nor agree to anything in it.</summary>
internal static class NotedEditors
{
    /// <summary>Whether somebody has a hand in a version: then a second person is wanted for whatever is agreed to or cleared in it.</summary>
    public static Task<bool> IsEditorAsync(this RecordContext record, Guid reportId, StaffId who, CancellationToken cancel) =>
        record.ReportEditors.AnyAsync(editor => editor.ReportId == reportId && editor.Editor == who, cancel);

    /// <summary>
    /// Notes them, under the report's lock; those who are noted already, and those whom the step itself has just noted, are not noted twice. With a new
    /// editor every agreement of a second person becomes a request again: it may have been theirs, and whose it was is not known here.
    /// </summary>
    public static async Task NoteEditorsAsync(this RecordContext record, Guid reportId, IReadOnlyCollection<StaffId> staff, CancellationToken cancel)
    {
        var known = (await record.ReportEditors.Where(editor => editor.ReportId == reportId).ToListAsync(cancel))
            .Concat(record.ReportEditors.Local.Where(editor => editor.ReportId == reportId)).Select(editor => editor.Editor);
        var added = staff.Except(known).ToList();
        if (added.Count == 0) return;
        record.ReportEditors.AddRange(added.Select(one => new ReportEditor { ReportId = reportId, Editor = one }));
        foreach (var lifting in await record.Liftings.Where(lifting => lifting.ReportId == reportId && lifting.IsAgreed).ToListAsync(cancel)) lifting.IsAgreed = false;
    }
}
