using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Disclosure.Linting;
using BTech.Record.FollowUp;
using BTech.Record.Reports.Changes;
using BTech.Record.Reports.Passages;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>
/// A report's way to the public: handed over, cleared by a second person, published, and if need be taken offline.
/// A published version never changes again.
/// </summary>
public sealed class ReportClearance
{
    /// <summary>Longest note with which a report is sent back.</summary>
    public const int LongestNote = 2000;

    private readonly RecordContext _record;
    private readonly ReportCheck _check;
    private readonly ClaimsLedger _ledger;
    private readonly CarriedShare _share;
    private readonly EvidenceBands _bands;

    private readonly TimeProvider _time;

    internal ReportClearance(RecordContext record, ReportCheck check, ClaimsLedger ledger, CarriedShare share, EvidenceBands bands, TimeProvider time) =>
        (_record, _check, _ledger, _share, _bands, _time) = (record, check, ledger, share, bands, time);

    /// <summary>Whether this person edited the version and therefore cannot clear it.</summary>
    public Task<bool> IsEditorAsync(Guid reportId, StaffId who, CancellationToken cancel) =>
        _record.IsEditorAsync(reportId, who, cancel);

    /// <summary>Hands a draft over to be cleared: what still blocks has been asked of the second person.</summary>
    public Task<ClearanceResult> SubmitAsync(Guid reportId, Consultation consultation, LintSources sources, StaffId by, CancellationToken cancel) =>
        StepAsync(reportId, async report =>
        {
            if (report.Status != ReportStatus.Draft) return ClearanceResult.NotNow;
            if ((await _check.FindAsync(report, consultation, sources, cancel)).Any(finding => finding.IsOpen)) return ClearanceResult.Blocked;
            report.Status = ReportStatus.InReview;
            await _record.NoteStepAsync(reportId, DraftChangeKind.HandedOver, by, cancel);
            return ClearanceResult.Done;
        }, cancel);

    /// <summary>Takes a report that is not public yet back into the hands of its editors; participants who are reading it can do so no more.</summary>
    public Task<ClearanceResult> TakeBackAsync(Guid reportId, StaffId by, CancellationToken cancel) =>
        StepAsync(reportId, async report =>
        {
            if (report.Status is not (ReportStatus.InReview or ReportStatus.Cleared)) return ClearanceResult.NotNow;
            await DraftChecks.DraftChecks.StopAsync(_record, reportId, _time.GetUtcNow(), cancel);
            (report.Status, report.ClearedBy) = (ReportStatus.Draft, null);
            await _record.NoteStepAsync(reportId, DraftChangeKind.TakenBack, by, cancel);
            return ClearanceResult.Done;
        }, cancel);

    /// <summary>Clears a version. Nobody clears what they edited, and everything that was asked of the second person must be agreed to.</summary>
    public Task<ClearanceResult> ClearAsync(Guid reportId, Consultation consultation, LintSources sources, StaffId by, CancellationToken cancel) =>
        StepAsync(reportId, async report =>
        {
            if (report.Status != ReportStatus.InReview) return ClearanceResult.NotNow;
            if (await _record.IsEditorAsync(reportId, by, cancel)) return ClearanceResult.OwnWork;
            if (await DraftChecks.DraftChecks.IsReadAsync(_record, reportId, _time.GetUtcNow(), cancel)) return ClearanceResult.StillAsking;
            if (Passes(await _check.FindAsync(report, consultation, sources, cancel)) is not ClearanceResult.Done and var stopped) return stopped;
            (report.Status, report.ClearedBy, report.ReturnNote) = (ReportStatus.Cleared, by, null);
            await _record.NoteStepAsync(reportId, DraftChangeKind.Cleared, by, cancel);
            return ClearanceResult.Done;
        }, cancel);

    /// <summary>Sends a version back to its editors with a note.</summary>
    public Task<ClearanceResult> SendBackAsync(Guid reportId, string? note, StaffId by, CancellationToken cancel) =>
        StepAsync(reportId, async report =>
        {
            if (report.Status != ReportStatus.InReview) return ClearanceResult.NotNow;
            if (await _record.IsEditorAsync(reportId, by, cancel)) return ClearanceResult.OwnWork;
            if (string.IsNullOrWhiteSpace(note) || note.Trim().Length > LongestNote) return ClearanceResult.NoteMissing;
            (report.Status, report.ReturnNote) = (ReportStatus.Draft, note.Trim());
            await _record.NoteStepAsync(reportId, DraftChangeKind.SentBack, by, cancel);
            return ClearanceResult.Done;
        }, cancel);

    /// <summary>
    /// Publishes a cleared version with what stands around it, once the participants' check is over or left out; an earlier published version is superseded. What it tells of how many goes into the
    /// claims ledger, and the bands behind each statement beside it; the product writes into it which share of the coded passages it carries.
    /// </summary>
    /// <param name="reportId">The version.</param>
    /// <param name="consultation">Its consultation.</param>
    /// <param name="sources">What its sentences are compared with once more.</param>
    /// <param name="freeze">Freezes what stands around it. Asked for once nothing keeps the version from the public any more, so that a refused publication freezes nothing.</param>
    /// <param name="cancel">Gives up; the report has not changed then, though what stands around it may be frozen already. The next try freezes it anew.</param>
    public Task<ClearanceResult> PublishAsync(Guid reportId, Consultation consultation, LintSources sources, Func<Task<AroundTheReport>> freeze, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(freeze);
        return StepAsync(reportId, async report =>
        {
            if (report.Status != ReportStatus.Cleared) return ClearanceResult.NotNow;
            // Asked before the answers are looked at: they come out without this lock, and what came out between the two questions would be looked at by neither.
            var held = await DraftChecks.DraftChecks.HoldsBackAsync(_record, report, cancel);
            // A text set aside after clearing must not be carried into the public.
            var findings = await _check.FindAsync(report, consultation, sources, cancel);
            if (Passes(findings) is not ClearanceResult.Done and var stopped) return stopped;
            if (held is not ClearanceResult.Done) return held;
            var earlier = await _record.Reports.Where(other => other.Number == report.Number && other.Id != report.Id && other.Status == ReportStatus.Published).ToListAsync(cancel);
            foreach (var version in earlier) version.Status = ReportStatus.Superseded;
            // Beside a version that was withdrawn, a note would tell why.
            if (earlier.Count == 0) report.CorrectionNote = null;
            var bands = await _bands.OfAsync(report, consultation, cancel);
            foreach (var point in report.Statements().OfType<KeyPoint>()) point.Told = bands.GetValueOrDefault(point.Id);
            await _ledger.WriteAsync(report, consultation, cancel);
            var around = await freeze();
            (report.Status, report.ParticipantsHash, report.HasAnnex, report.PublishedOn) = (ReportStatus.Published, around.ParticipantsHash, around.HasAnnex, ReleaseDays.Today(_time.GetUtcNow()));
            await _share.WriteAsync(report, cancel);
            DisclosureDecisions.AddTo(report, findings);
            report.ContentHash = ReportContent.Hash(report);
            await ForgetTheWayAsync(reportId, cancel);
            return ClearanceResult.Done;
        }, cancel);
    }

    /// <summary>
    /// Takes versions that the public can read offline at once: every address of theirs answers 410 from now on. No earlier version takes the place of
    /// the newest: it was replaced because something in it was wrong, and with it in the newest one's place readers could tell by comparing what was
    /// taken away. The report's own address answers 410 until a new version is published.
    /// </summary>
    public Task<ClearanceResult> WithdrawAsync(Guid reportId, IReadOnlyCollection<int> versions, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return StepAsync(reportId, async report =>
        {
            var going = await _record.Reports.Where(other => other.Number == report.Number && versions.Contains(other.Version)).ToListAsync(cancel);
            if (going.Count == 0 || going.Count != versions.Distinct().Count() || !going.TrueForAll(version => version.Status.IsReadable())) return ClearanceResult.NotNow;
            foreach (var version in going) version.Status = ReportStatus.Withdrawn;
            return ClearanceResult.Done;
        }, cancel);
    }

    // Wordings that were given up, and what was remarked on them, may say what the check has kept from the public.
    private async Task ForgetTheWayAsync(Guid reportId, CancellationToken cancel)
    {
        await _record.DraftChanges.Where(change => change.ReportId == reportId).ExecuteDeleteAsync(cancel);
        await _record.ReviewComments.Where(comment => comment.ReportId == reportId).ExecuteDeleteAsync(cancel);
        await _record.BegunWordings.Where(begun => begun.ReportId == reportId).ExecuteDeleteAsync(cancel);
    }

    private static ClearanceResult Passes(IReadOnlyList<Finding> findings) =>
        findings.Any(finding => finding.IsOpen) ? ClearanceResult.Blocked : findings.Any(finding => finding.IsUnlifted) ? ClearanceResult.NotAgreed : ClearanceResult.Done;

    private Task<ClearanceResult> StepAsync(Guid reportId, Func<SummaryReport, Task<ClearanceResult>> step, CancellationToken cancel) => _record.UnderReportLockAsync(
        reportId, async () => await _record.WholeReports().SingleOrDefaultAsync(found => found.Id == reportId, cancel) is { } report ? await step(report) : ClearanceResult.NotThere,
        result => result is ClearanceResult.Done, cancel);
}
