using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.Reports.Reviewing;
using BTech.Web.Crossings;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The second person: reads report and evidence, clears or sends back. Nobody clears a version that they edited.</summary>
public sealed class ClearanceModel(
    ReadersDesk desk, ReportClearance clearance, Liftings liftings, ReportCheck check, ProtectedNames names, Backings backings, ExcerptCoding coding, ReviewComments comments, DraftHistory history,
    IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Lifts> own) : ReportPage(desk, words), ICheckedReport
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<(Section Section, KeyPoint Point)> Points { get; private set; } = [];

    public IReadOnlyDictionary<Guid, PointBacking> Backings { get; private set; } = new Dictionary<Guid, PointBacking>();

    public IReadOnlyDictionary<Guid, ReadableExcerpt> Excerpts { get; private set; } = new Dictionary<Guid, ReadableExcerpt>();

    public bool IsEditor { get; private set; }

    /// <summary>How many comments of the review are open.</summary>
    public int OpenComments { get; private set; }

    /// <summary>Whether the version was sent back once, so that what was done since can be looked at alone.</summary>
    public bool WasSentBack { get; private set; }

    /// <summary>What the editors ask to let stand, each once: what is not found any more is not asked for.</summary>
    public IReadOnlyList<Finding> Requests => [.. Findings.Where(finding => finding.Lifting is not null).DistinctBy(finding => finding.Lift)];

    /// <summary>Whether the reader is the second person, and it is time to decide.</summary>
    public bool MayDecide => IsClearing && !IsEditor && Report.Status == ReportStatus.InReview;

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel) =>
        await OpenAsync(number, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited("report cleared")]
    public async Task<IActionResult> OnPostClearAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsClearing) return NotFound();
        return await AnswerAsync(await clearance.ClearAsync(Report.Id, Window.Consultation, await names.ForReportAsync(Window, cancel), User.StaffId(), cancel), cancel);
    }

    [Audited("report sent back")]
    public async Task<IActionResult> OnPostSendBackAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsClearing) return NotFound();
        return await AnswerAsync(await clearance.SendBackAsync(Report.Id, Note, User.StaffId(), cancel), cancel);
    }

    [Audited("agreed to what the check stops at")]
    public Task<IActionResult> OnPostAgreeAsync(int number, string? key, CancellationToken cancel) => DecideAsync(number, key,
        async lift => await liftings.AgreeAsync(Report.Id, lift, Window.Consultation, await names.ForReportAsync(Window, cancel), User.StaffId(), cancel), cancel);

    [Audited("refused what the check stops at")]
    public Task<IActionResult> OnPostRefuseAsync(int number, string? key, CancellationToken cancel) =>
        DecideAsync(number, key, lift => liftings.RefuseAsync(Report.Id, lift, User.StaffId(), cancel), cancel);

    private async Task<IActionResult> DecideAsync(int number, string? key, Func<LiftKey, Task<LiftResult>> decide, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsClearing || LiftKey.Read(key) is not { } lift) return NotFound();
        var result = await decide(lift);
        if (result is LiftResult.Done) return Redirect($"{Address}/clearance#requests");
        ModelState.AddModelError("", own["Result." + result]);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> AnswerAsync(ClearanceResult result, CancellationToken cancel)
    {
        if (result is ClearanceResult.Done) return Redirect(Address);
        if (result is ClearanceResult.NoteMissing) ModelState.AddModelError(nameof(Note), Words["Step.NoteMissing"]);
        else Refuse(result);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Findings = await check.FindAsync(Report, Window.Consultation, await names.ForReportAsync(Window, cancel), cancel);
        Backings = await backings.OfAsync(Report, cancel);
        IsEditor = await clearance.IsEditorAsync(Report.Id, User.StaffId(), cancel);
        OpenComments = await comments.CountOpenAsync(Report.Id, cancel);
        WasSentBack = await history.LastSentBackAsync(Report.Id, cancel) > 0;
        Points = [.. Report.Sections.SelectMany(section => section.Blocks.SelectMany(block => block.Statements.OfType<KeyPoint>()).Select(point => (section, point)))];
        var ids = Points.SelectMany(point => point.Point.Evidence).Select(evidence => evidence.ExcerptId).Distinct().ToList();
        Excerpts = (await coding.ChosenAsync(Report.WindowId, ids, cancel)).ToDictionary(excerpt => excerpt.Id);
        return Page();
    }
}
