using BTech.Agenda;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports.Changes;

/// <summary>Keeps what people have begun to write in a draft, each for themselves.</summary>
public sealed class BegunWordings
{
    /// <summary>Longest text that is kept, in UTF-16 code units: more than any statement may have, so that one that is too long is not lost either.</summary>
    public const int LongestText = 20_000;

    private readonly RecordContext _record;

    internal BegunWordings(RecordContext record) => _record = record;

    /// <summary>What somebody has begun at a place; nothing where they have not.</summary>
    public Task<string?> OfAsync(Guid reportId, Guid placeId, StaffId by, CancellationToken cancel) =>
        _record.BegunWordings.Where(begun => begun.ReportId == reportId && begun.PlaceId == placeId && begun.Writer == by).Select(begun => begun.Text).SingleOrDefaultAsync(cancel);

    /// <summary>Keeps it in place of what was kept there; an empty text forgets it.</summary>
    /// <returns>Whether it is kept: not in a version that is no draft any more, nor a text beyond <see cref="LongestText"/>.</returns>
    public async Task<bool> KeepAsync(Guid reportId, Guid placeId, StaffId by, string? text, CancellationToken cancel)
    {
        if (text?.Length > LongestText) return false;
        if (string.IsNullOrWhiteSpace(text))
        {
            await ForgetAsync(reportId, placeId, by, cancel);
            return true;
        }
        // In one statement: two windows of one person may keep at the same moment, and publication may come between.
        return await _record.Database.ExecuteSqlAsync($"""
            INSERT INTO record.begun_wording (report_id, place_id, writer, text) SELECT id, {placeId}, {by.Value}, {text} FROM record.summary_report WHERE id = {reportId} AND status = {(int)ReportStatus.Draft} FOR SHARE
            ON CONFLICT (report_id, place_id, writer) DO UPDATE SET text = excluded.text
            """, cancel) == 1;
    }

    /// <summary>Forgets it: it was saved, or its writer let it go.</summary>
    public Task ForgetAsync(Guid reportId, Guid placeId, StaffId by, CancellationToken cancel) =>
        _record.BegunWordings.Where(begun => begun.ReportId == reportId && begun.PlaceId == placeId && begun.Writer == by).ExecuteDeleteAsync(cancel);
}
