using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Record.Reports.Passages;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The coded passages that a report does not tell of, theme by theme: set aside with a reason, many at once, or taken back.</summary>
public sealed class PassagesModel(
    ReadersDesk desk, PassageCoverage coverage, CarriedShare share, Backings backings, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Passages> own) : ReportPage(desk, words)
{
    /// <summary>How many passages are shown at once.</summary>
    public const int Shown = 100;

    /// <summary>Whether there is nothing to account for.</summary>
    public bool IsNotCounted { get; private set; }

    /// <summary>What became of all passages, as a whole and by theme.</summary>
    public ReportCoverage Coverage { get; private set; } = null!;

    /// <summary>What everybody would be told of it now; nothing where that is nothing.</summary>
    public string? Public { get; private set; }

    /// <summary>The theme that is open.</summary>
    public ThemeCoverage? Open { get; private set; }

    /// <summary>What is shown of those under it that nobody has said anything of.</summary>
    public IReadOnlyList<ReadableExcerpt> Left { get; private set; } = [];

    /// <summary>What is shown of those that were set aside.</summary>
    public IReadOnlyList<(ReadableExcerpt Passage, PassageReason Reason, string? Words)> SetAside { get; private set; } = [];

    /// <summary>Whether there are more that nobody has said anything of.</summary>
    public bool IsCut { get; private set; }

    public IEnumerable<SelectListItem> Reasons => Enum.GetValues<PassageReason>().Select(reason => new SelectListItem(own["Reason." + reason], reason.ToString())).Prepend(new SelectListItem(own["Reason.Choose"], ""));

    /// <summary>The passages that were chosen.</summary>
    [BindProperty]
    public List<Guid> E { get; set; } = [];

    /// <summary>The passages that stood on the page: all of them means these, not what somebody has coded since.</summary>
    [BindProperty]
    public List<Guid> Sight { get; set; } = [];

    /// <summary>Why; nothing is chosen beforehand, so that nobody sets aside for a reason they did not give.</summary>
    [BindProperty]
    public PassageReason? Reason { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, Guid? theme, CancellationToken cancel) =>
        await OpenAsync(number, cancel) && IsModerator ? await ShowAsync(theme, cancel) : NotFound();

    [Audited("passages set aside")]
    public async Task<IActionResult> OnPostAsync(int number, Guid? theme, bool all, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        if (all) E = Sight;
        return await AnswerAsync(await coverage.SetAsideAsync(Report.Id, E, Reason, Why, User.StaffId(), cancel), theme, cancel);
    }

    [Audited("passages taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(int number, Guid? theme, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await AnswerAsync(await coverage.TakeBackAsync(Report.Id, E, User.StaffId(), cancel), theme, cancel);
    }

    private async Task<IActionResult> AnswerAsync(DraftOutcome outcome, Guid? theme, CancellationToken cancel)
    {
        if (outcome.IsDone) return Redirect($"{Address}/passages?theme={theme}");
        if (outcome.Result is DraftResult.EvidenceMissing) ModelState.AddModelError("Passages", own["NoneChosen"]);
        else Refuse(outcome.Result switch { DraftResult.ReasonMissing => nameof(Reason), DraftResult.ReasonTooLong => nameof(Why), _ => "" }, outcome.Result);
        return await ShowAsync(theme, cancel);
    }

    private async Task<IActionResult> ShowAsync(Guid? theme, CancellationToken cancel)
    {
        IsNotCounted = Report.IsMeeting || await backings.IsFrozenAsync(Report.WindowId, cancel);
        if (IsNotCounted) return Page();
        Coverage = await coverage.OfAsync(Report, User.StaffId(), cancel);
        Public = await share.SentenceAsync(Report, cancel);
        if (theme is null || Coverage.Themes.FirstOrDefault(one => one.Theme.Id == theme) is not { } open) return Page();
        Open = open;
        var passages = await coverage.OfThemeAsync(Report, open.Theme.Id, User.StaffId(), cancel);
        (Left, IsCut) = ([.. passages.Left.Take(Shown)], passages.Left.Count > Shown);
        // All of them: what is not shown here could not be taken back.
        SetAside = [.. passages.SetAside];
        return Page();
    }
}
