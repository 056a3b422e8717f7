using System.Globalization;
using BTech.Record.DraftChecks;
using BTech.Record.Reports;
using BTech.Web.Crossings;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The participants' check of a report: begun, waited for and read; or left out by somebody who clears.</summary>
public sealed class DraftCheckModel(ReadersDesk desk, DraftChecks checks, DraftReaders readers, TimeProvider clock, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.DraftCheck> own) : ReportPage(desk, words)
{
    /// <summary>The check of this version; nothing before it has begun.</summary>
    public DraftCheck? Check { get; private set; }

    /// <summary>What was answered, to this version or an earlier one.</summary>
    public IReadOnlyList<ReadAnswer> Answers { get; private set; } = [];

    /// <summary>The last day on which somebody can answer.</summary>
    public DateTimeOffset LastDay => new(Check!.LastDay!.Value, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Whether the reader may begin it now.</summary>
    public bool MayBegin => IsModerator && Report is { Status: ReportStatus.Cleared, IsMeeting: false } && Check is null or { Code: null };

    /// <summary>Whether the reader may decide now that nobody is asked.</summary>
    public bool MayLeaveOut { get; private set; }

    /// <summary>Whether it is over and its answers are not out.</summary>
    public bool IsOverdue => Check?.IsOverdue(clock.GetUtcNow()) == true;

    [BindProperty]
    public string? Days { get; set; } = CheckDays.Usual.ToString(CultureInfo.InvariantCulture);

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel) => await OpenAsync(number, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited("participants asked about the draft")]
    public async Task<IActionResult> OnPostBeginAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        if (!await readers.AnyAsync(Window.Id, cancel))
        {
            ModelState.AddModelError("", own["Result.Nobody"]);
            return await ShowAsync(cancel);
        }
        // What is no number is no number of days.
        _ = int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days);
        return await AnswerAsync(await checks.BeginAsync(Report.Id, days, cancel), cancel);
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
        ModelState.AddModelError(result switch { CheckResult.DaysOutOfRange => nameof(Days), CheckResult.ReasonLength => nameof(Reason), _ => "" }, own["Result." + result]);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Check = await checks.FindAsync(Report.Id, cancel);
        Answers = await checks.AnswersAsync(Report, cancel);
        MayLeaveOut = IsClearing && Report is { Status: ReportStatus.Cleared, IsMeeting: false } && await checks.CanBeLeftOutAsync(Check, cancel);
        return Page();
    }
}
