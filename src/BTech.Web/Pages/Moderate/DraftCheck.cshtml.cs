using BTech.Record.DraftChecks;
using BTech.Record.Reports;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The participants' check of a report: begun, waited for and read; or left out by somebody who clears.</summary>
public sealed class DraftCheckModel(ReadersDesk desk, DraftChecks checks, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.DraftCheck> own) : ReportPage(desk, words)
{
    /// <summary>The check of this version; nothing before it has begun.</summary>
    public DraftCheck? Check { get; private set; }

    /// <summary>What was answered.</summary>
    public IReadOnlyList<ReadAnswer> Answers { get; private set; } = [];

    /// <summary>The last day on which somebody can answer.</summary>
    public DateTimeOffset LastDay => new(Check!.LastDay!.Value, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Whether the reader may begin it now.</summary>
    public bool MayBegin => IsModerator && Report is { Status: ReportStatus.Cleared, IsMeeting: false } && Check is null or { State: DraftCheckState.LeftOut };

    /// <summary>Whether the reader may decide now that nobody is asked.</summary>
    public bool MayLeaveOut => IsClearing && Report is { Status: ReportStatus.Cleared, IsMeeting: false } && Check is null;

    [BindProperty]
    public int? Days { get; set; } = CheckDays.Usual;

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel) => await OpenAsync(number, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited("participants asked about the draft")]
    public async Task<IActionResult> OnPostBeginAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await AnswerAsync(await checks.BeginAsync(Report.Id, Days ?? 0, cancel), cancel);
    }

    [Audited("participants not asked about the draft")]
    public async Task<IActionResult> OnPostLeaveOutAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsClearing) return NotFound();
        return await AnswerAsync(await checks.LeaveOutAsync(Report.Id, Reason, User.StaffId(), cancel), cancel);
    }

    private async Task<IActionResult> AnswerAsync(CheckResult result, CancellationToken cancel)
    {
        if (result is CheckResult.Done) return Redirect($"{Address}/check");
        // A number that is none has its own message already.
        var field = result switch { CheckResult.DaysOutOfRange => nameof(Days), CheckResult.ReasonLength => nameof(Reason), _ => "" };
        if (ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid) ModelState.AddModelError(field, own["Result." + result]);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Check = await checks.FindAsync(Report.Id, cancel);
        if (Check?.State == DraftCheckState.Out) Answers = await checks.AnswersAsync(Report, cancel);
        return Page();
    }
}
