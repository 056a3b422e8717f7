using BTech.Record.Disclosure.Lifting;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Asks the second person to let stand what the check found in one sentence, with a reason; or takes that back.</summary>
public sealed class LiftModel(
    ReadersDesk desk, Liftings liftings, ReportCheck check, ProtectedNames names, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Lifts> own) : ReportPage(desk, words)
{
    /// <summary>What was found; nothing where it is not found any more, nobody can lift it, or somebody has asked.</summary>
    public Finding? Finding { get; private set; }

    public IEnumerable<SelectListItem> CategoryItems => Categories(own);

    [BindProperty]
    public LiftReason? Category { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The kinds of reasons to choose from.</summary>
    public static IEnumerable<SelectListItem> Categories(IStringLocalizer<Words.Lifts> words) =>
        [.. Enum.GetValues<LiftReason>().Select(reason => new Choice(reason.ToString(), words["Category." + reason]))];

    public async Task<IActionResult> OnGetAsync(int number, string key, CancellationToken cancel) =>
        await OpenAsync(number, cancel) && MayEdit && LiftKey.Read(key) is { } lift ? await ShowAsync(lift, await names.ForReportAsync(Window, cancel), cancel) : NotFound();

    [Audited("second person asked to let stand what the check stops at")]
    public async Task<IActionResult> OnPostAsync(int number, string key, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator || LiftKey.Read(key) is not { } lift) return NotFound();
        var sources = await names.ForReportAsync(Window, cancel);
        var result = await liftings.AskAsync(Report.Id, lift, new LiftRequest(Category, Reason), Window.Consultation, sources, User.StaffId(), cancel);
        if (result is LiftResult.Done) return Redirect($"{Address}#check");
        ModelState.AddModelError(result switch { LiftResult.CategoryMissing => nameof(Category), LiftResult.ReasonLength => nameof(Reason), _ => "" }, own["Result." + result]);
        return await ShowAsync(lift, sources, cancel);
    }

    [Audited("request to the second person taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(int number, string key, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator || LiftKey.Read(key) is not { } lift) return NotFound();
        var result = await liftings.TakeBackAsync(Report.Id, lift, cancel);
        if (result is LiftResult.Done) return Redirect($"{Address}#check");
        if (result is LiftResult.NotThere) return new NothingDone($"{Address}#check");
        ModelState.AddModelError("", own["Result." + result]);
        return await ShowAsync(lift, await names.ForReportAsync(Window, cancel), cancel);
    }

    private async Task<IActionResult> ShowAsync(LiftKey key, LintSources sources, CancellationToken cancel)
    {
        Finding = (await check.FindAsync(Report, Window.Consultation, sources, cancel)).FirstOrDefault(finding => finding.Lift == key && finding.Lifting is null);
        return Page();
    }
}
