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
    ReadersDesk desk, PassageCoverage coverage, ExcerptCoding coding, Backings backings, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Passages> own) : ReportPage(desk, words)
{
    /// <summary>How many passages are shown at once.</summary>
    public const int Shown = 100;

    /// <summary>Whether there is nothing to account for.</summary>
    public bool IsNotCounted { get; private set; }

    public IReadOnlyList<ThemeCoverage> Themes { get; private set; } = [];

    /// <summary>The theme that is open.</summary>
    public ThemeCoverage? Open { get; private set; }

    public IReadOnlyList<ReadableExcerpt> Left { get; private set; } = [];

    public bool IsCut { get; private set; }

    public IReadOnlyList<(ReadableExcerpt Passage, PassageReason Reason, string? Words)> SetAside { get; private set; } = [];

    public IEnumerable<SelectListItem> Reasons => Enum.GetValues<PassageReason>().Select(reason => new SelectListItem(own["Reason." + reason], reason.ToString()));

    /// <summary>The passages that were chosen.</summary>
    [BindProperty]
    public List<Guid> E { get; set; } = [];

    [BindProperty]
    public PassageReason Reason { get; set; } = PassageReason.RaisedOnce;

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, Guid? theme, CancellationToken cancel) =>
        await OpenAsync(number, cancel) && IsModerator ? await ShowAsync(theme, cancel) : NotFound();

    [Audited("passages set aside")]
    public async Task<IActionResult> OnPostAsync(int number, Guid? theme, bool all, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        if (all && theme is { } whole) E = [.. (await LeftAsync(whole, cancel)).Select(passage => passage.Id)];
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
        Themes = await coverage.OfAsync(Report, User.StaffId(), cancel);
        if (theme is null || Themes.FirstOrDefault(one => one.Theme.Id == theme) is not { } open) return Page();
        Open = open;
        var aside = await coverage.SetAsideAsync(Report.Id, cancel);
        var all = await coding.OfWindowAsync(User.StaffId(), Report.WindowId, null, open.Theme.Id, cancel);
        var left = WithoutTold(all).Where(passage => !aside.ContainsKey(passage.Id)).ToList();
        IsCut = left.Count > Shown;
        Left = [.. left.Take(Shown)];
        SetAside = [.. WithoutTold(all).Where(passage => aside.ContainsKey(passage.Id)).Select(passage => (passage, aside[passage.Id].Reason, aside[passage.Id].Words))];
        return Page();
    }

    private async Task<IEnumerable<ReadableExcerpt>> LeftAsync(Guid theme, CancellationToken cancel)
    {
        var aside = await coverage.SetAsideAsync(Report.Id, cancel);
        return WithoutTold(await coding.OfWindowAsync(User.StaffId(), Report.WindowId, null, theme, cancel)).Where(passage => !aside.ContainsKey(passage.Id));
    }

    private IEnumerable<ReadableExcerpt> WithoutTold(IEnumerable<ReadableExcerpt> passages)
    {
        var told = Report.Statements().OfType<KeyPoint>().SelectMany(point => point.Evidence).Select(one => one.ExcerptId).ToHashSet();
        return passages.Where(passage => !told.Contains(passage.Id));
    }
}
