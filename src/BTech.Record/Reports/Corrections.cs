using BTech.Agenda;
using BTech.Record.Reports.Passages;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>
/// How a report goes on after it was published or withdrawn: its next version, begun as a draft that says what the version before said. There is one
/// open draft of a report at a time, and it may be dropped.
/// </summary>
public sealed class Corrections
{
    private readonly RecordContext _record;

    internal Corrections(RecordContext record) => _record = record;

    /// <summary>
    /// Begins the next version. Whoever edited the version before has written what this one says too, and cannot clear it either.
    /// </summary>
    /// <returns><see cref="ClearanceResult.NotNow"/> while there is an open draft.</returns>
    public async Task<ClearanceResult> BeginAsync(int number, StaffId by, CancellationToken cancel)
    {
        // Two people who press the button at once get one draft, and nobody publishes, withdraws or drops meanwhile. The first version is always there.
        var first = await _record.Reports.Where(report => report.Number == number).OrderBy(report => report.Version).Select(report => report.Id).FirstOrDefaultAsync(cancel);
        return await _record.UnderReportLockAsync(first, () => BeginUnderLockAsync(number, by, cancel), result => result is ClearanceResult.Done, cancel);
    }

    /// <summary>Drops a draft that follows an earlier version, with everything in it; the first version of a report cannot be dropped, nor one that participants have read, whose answers hold for later ones too.</summary>
    public Task<ClearanceResult> DropAsync(Guid reportId, CancellationToken cancel) => _record.UnderReportLockAsync(
        reportId,
        async () => await _record.Reports.Where(report => report.Id == reportId && report.Version > 1 && report.Status == ReportStatus.Draft
            && !_record.DraftChecks.Any(check => check.ReportId == report.Id && check.Code != null)).ExecuteDeleteAsync(cancel) == 1 ? ClearanceResult.Done : ClearanceResult.NotNow,
        result => result is ClearanceResult.Done, cancel);

    private async Task<ClearanceResult> BeginUnderLockAsync(int number, StaffId by, CancellationToken cancel)
    {
        var newest = await _record.WholeReports().AsNoTracking().Where(report => report.Number == number).OrderByDescending(report => report.Version).FirstOrDefaultAsync(cancel);
        if (newest is null) return ClearanceResult.NotThere;
        if (!newest.Status.WasPublic()) return ClearanceResult.NotNow;
        var next = new NextVersion(newest);
        var draft = next.Draft;
        _record.Reports.Add(draft);
        var points = newest.Statements().OfType<KeyPoint>().Select(point => point.Id).ToArray();
        _record.FinalWordings.AddRange(next.Copies(await _record.FinalWordings.AsNoTracking().Where(wording => points.Contains(wording.KeyPointId)).ToListAsync(cancel)));
        _record.SetAsidePassages.AddRange((await _record.SetAsidePassages.AsNoTracking().Where(one => one.ReportId == newest.Id).ToListAsync(cancel))
            .Select(one => new SetAsidePassage { ReportId = draft.Id, ExcerptId = one.ExcerptId, Reason = one.Reason, Words = one.Words }));
        _record.Liftings.AddRange(next.Copies(await _record.Liftings.AsNoTracking().Where(lifting => lifting.ReportId == newest.Id).ToListAsync(cancel)));
        var editors = await _record.ReportEditors.Where(editor => editor.ReportId == newest.Id).Select(editor => editor.Editor).ToListAsync(cancel);
        _record.ReportEditors.AddRange(editors.Append(by).Distinct().Select(editor => new ReportEditor { ReportId = draft.Id, Editor = editor }));
        return ClearanceResult.Done;
    }
}
