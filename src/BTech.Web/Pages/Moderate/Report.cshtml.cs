using BTech.Agenda.Windows;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Reports.Reviewing;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>A report's outline: sections, head, footnotes, the check, and the next step on its way to the public.</summary>
public sealed class ReportModel(
    ReadersDesk desk, SummaryReports reports, Drafting drafting, ReportCheck check, ProtectedNames names, ClaimsLedger ledger, ReportClearance clearance, ReportWithdrawals withdrawals, ReviewComments comments, CommentWindows windows, ListOfParticipants list,
    TimeProvider clock, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words), ICheckedReport
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Whether it replaces a version that is public under the report's own address, so that it says what it corrects.</summary>
    public bool IsCorrection { get; private set; }

    /// <summary>How many comments of the review are open.</summary>
    public int OpenComments { get; private set; }

    /// <summary>Whether a second person is late to confirm that a version was rightly withdrawn.</summary>
    public bool IsOverdue { get; private set; }

    [BindProperty]
    public string? HeadTitle { get; set; }

    [BindProperty]
    public string? EventLine { get; set; }

    [BindProperty]
    public string? CorrectionNote { get; set; }

    [BindProperty]
    public string? Footnote { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        (HeadTitle, EventLine, CorrectionNote) = (Report.Title, Report.EventLine, Report.CorrectionNote);
        return await ShowAsync(cancel);
    }

    [Audited("note of a correction changed")]
    public async Task<IActionResult> OnPostCorrectionAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await AnswerAsync(await drafting.ChangeCorrectionNoteAsync(Report.Id, OneLine.Of(CorrectionNote), User.StaffId(), cancel), nameof(CorrectionNote), cancel);
    }

    [Audited("title changed")]
    public async Task<IActionResult> OnPostTitleAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        var outcome = await drafting.ChangeTitleAsync(Report.Id, HeadTitle, EventLine, User.StaffId(), cancel);
        return await AnswerAsync(outcome, string.IsNullOrWhiteSpace(HeadTitle) ? nameof(HeadTitle) : nameof(EventLine), cancel);
    }

    [Audited("lists taken into the report")]
    public async Task<IActionResult> OnPostListsAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await AnswerAsync(await drafting.TakeListsAsync(Report.Id, User.StaffId(), cancel), "", cancel);
    }

    [Audited("footnote added")]
    public async Task<IActionResult> OnPostFootnoteAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await AnswerAsync(await drafting.AddFootnoteAsync(Report.Id, Footnote, User.StaffId(), cancel), nameof(Footnote), cancel);
    }

    [Audited("footnote removed")]
    public async Task<IActionResult> OnPostRemoveFootnoteAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await AnswerAsync(await drafting.RemoveLastFootnoteAsync(Report.Id, User.StaffId(), cancel), nameof(Footnote), cancel);
    }

    [Audited("report handed over for clearance")]
    public async Task<IActionResult> OnPostSubmitAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        var sources = await names.ForReportAsync(Window, cancel);
        return await StepAsync(() => clearance.SubmitAsync(Report.Id, Window.Consultation, sources, User.StaffId(), cancel), cancel, sources);
    }

    [Audited("report taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await StepAsync(() => clearance.TakeBackAsync(Report.Id, User.StaffId(), cancel), cancel);
    }

    [Audited("report published")]
    public async Task<IActionResult> OnPostPublishAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        var sources = await names.ForReportAsync(Window, cancel);
        return await StepAsync(async () =>
        {
            // A stop between People and the report leaves a frozen list of a version that is not public; the next try freezes it anew.
            var result = await clearance.PublishAsync(Report.Id, Window.Consultation, sources, () => list.FreezeAsync(Report, cancel), cancel);
            if (result is ClearanceResult.Done) await windows.ChangeAsync(Window.Id, window => window.Report(Report.Number, clock.GetUtcNow()), cancel);
            return result;
        }, cancel, sources);
    }

    private async Task<IActionResult> StepAsync(Func<Task<ClearanceResult>> step, CancellationToken cancel, LintSources? sources = null)
    {
        var result = await step();
        if (result is ClearanceResult.Done) return Redirect(Address);
        Refuse(result);
        (HeadTitle, EventLine, CorrectionNote) = (Report.Title, Report.EventLine, Report.CorrectionNote);
        return await ShowAsync(cancel, sources);
    }

    private async Task<IActionResult> AnswerAsync(DraftOutcome outcome, string field, CancellationToken cancel)
    {
        if (outcome.IsDone) return Redirect(Address);
        Refuse(field, outcome.Result);
        HeadTitle ??= Report.Title;
        EventLine ??= Report.EventLine;
        CorrectionNote ??= Report.CorrectionNote;
        return await ShowAsync(cancel);
    }

    // With what the refused step has compared with already, where it has.
    private async Task<IActionResult> ShowAsync(CancellationToken cancel, LintSources? sources = null)
    {
        IsCorrection = await ledger.ReplacesPublicAsync(Report, cancel);
        OpenComments = await comments.CountOpenAsync(Report.Id, cancel);
        var withdrawn = await reports.WithdrawnAsync([Report.Number], cancel);
        IsOverdue = (await withdrawals.OfReportsAsync([Report.Number], cancel)).Any(one => one.IsOverdue(clock.GetUtcNow()) && withdrawn.Contains((one.ReportNumber, one.Version)));
        Findings = await check.FindAsync(Report, Window.Consultation, sources ?? await names.ForReportAsync(Window, cancel), cancel);
        return Page();
    }
}
