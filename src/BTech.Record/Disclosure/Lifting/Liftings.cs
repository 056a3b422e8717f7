using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Disclosure.Lifting;

/// <summary>
/// Requests that a second person let findings of a report's check stand: an editor of a draft asks, somebody who edited nothing in it agrees or
/// refuses while it is reviewed. Each step looks at the check anew, so nothing is asked or agreed to that is not found at that moment.
/// </summary>
public sealed class Liftings
{
    private readonly RecordContext _record;
    private readonly ReportCheck _check;

    internal Liftings(RecordContext record, ReportCheck check) => (_record, _check) = (record, check);

    /// <summary>Asks for one. Whoever asks is an editor of the version from then on, and cannot be the one who agrees.</summary>
    public Task<LiftResult> AskAsync(Guid reportId, LiftKey key, LiftRequest request, Consultation consultation, LintSources sources, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(request);
        return StepAsync(reportId, ReportStatus.Draft, async report =>
        {
            if (await FindAsync(report, key, consultation, sources, cancel) is not { } finding) return LiftResult.NotLiftable;
            if (finding.Lifting is not null) return LiftResult.AskedAlready;
            if (request.Check() is not LiftResult.Done and var missing) return missing;
            _record.Liftings.Add(request.For(reportId, key));
            await _record.NoteEditorsAsync(reportId, [by], cancel);
            return LiftResult.Done;
        }, cancel);
    }

    /// <summary>Takes a request back, agreed to or not. It may have lost its finding meanwhile.</summary>
    public Task<LiftResult> TakeBackAsync(Guid reportId, LiftKey key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        return StepAsync(reportId, ReportStatus.Draft, async report =>
        {
            if (await RequestAsync(report, key, cancel) is not { } lifting) return LiftResult.NotThere;
            _record.Liftings.Remove(lifting);
            return LiftResult.Done;
        }, cancel);
    }

    /// <summary>Agrees to a request. Nobody agrees to what stands in a version that they edited, and of two who agree one decides.</summary>
    public Task<LiftResult> AgreeAsync(Guid reportId, LiftKey key, Consultation consultation, LintSources sources, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        return StepAsync(reportId, ReportStatus.InReview, async report =>
        {
            if (await _record.IsEditorAsync(reportId, by, cancel)) return LiftResult.OwnWork;
            // What is not found now may be found again, and the second person has not seen it then.
            if (await FindAsync(report, key, consultation, sources, cancel) is null || await RequestAsync(report, key, cancel) is not { } lifting) return LiftResult.NotThere;
            if (lifting.IsAgreed) return LiftResult.AgreedAlready;
            lifting.IsAgreed = true;
            return LiftResult.Done;
        }, cancel);
    }

    /// <summary>Refuses a request, or takes an agreement back: it is gone, and what was found stops the report again.</summary>
    public Task<LiftResult> RefuseAsync(Guid reportId, LiftKey key, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        return StepAsync(reportId, ReportStatus.InReview, async report =>
        {
            if (await _record.IsEditorAsync(reportId, by, cancel)) return LiftResult.OwnWork;
            if (await RequestAsync(report, key, cancel) is not { } lifting) return LiftResult.NotThere;
            _record.Liftings.Remove(lifting);
            return LiftResult.Done;
        }, cancel);
    }

    private async Task<Finding?> FindAsync(SummaryReport report, LiftKey key, Consultation consultation, LintSources sources, CancellationToken cancel) =>
        LiftRule.MayBeLifted(key.Kind) ? (await _check.FindAsync(report, consultation, sources, cancel)).FirstOrDefault(finding => finding.Lift == key) : null;

    private Task<Lifting?> RequestAsync(SummaryReport report, LiftKey key, CancellationToken cancel)
    {
        var hash = key.Bytes();
        return _record.Liftings.SingleOrDefaultAsync(lifting => lifting.ReportId == report.Id && lifting.Kind == key.Kind && lifting.Hash == hash, cancel);
    }

    private Task<LiftResult> StepAsync(Guid reportId, ReportStatus status, Func<SummaryReport, Task<LiftResult>> step, CancellationToken cancel) => _record.UnderReportLockAsync(reportId, async () =>
    {
        if (await _record.WholeReports().AsNoTracking().SingleOrDefaultAsync(found => found.Id == reportId, cancel) is not { } report) return LiftResult.NotThere;
        return report.Status == status ? await step(report) : LiftResult.NotNow;
    }, result => result is LiftResult.Done, cancel);
}
