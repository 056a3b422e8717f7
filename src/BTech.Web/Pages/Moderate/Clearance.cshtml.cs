using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Web.Crossings;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The second person: reads report and evidence, clears or sends back. Nobody clears a version that they edited.</summary>
public sealed class ClearanceModel(
    ReadersDesk desk, ReportClearance clearance, ReportCheck check, ProtectedNames names, Backings backings, ExcerptCoding coding,
    IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words), ICheckedReport
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<(Section Section, KeyPoint Point)> Points { get; private set; } = [];

    public IReadOnlyDictionary<Guid, PointBacking> Backings { get; private set; } = new Dictionary<Guid, PointBacking>();

    public IReadOnlyDictionary<Guid, ReadableExcerpt> Excerpts { get; private set; } = new Dictionary<Guid, ReadableExcerpt>();

    public bool IsEditor { get; private set; }

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
        Points = [.. Report.Sections.SelectMany(section => section.Blocks.SelectMany(block => block.Statements.OfType<KeyPoint>()).Select(point => (section, point)))];
        var ids = Points.SelectMany(point => point.Point.Evidence).Select(evidence => evidence.ExcerptId).Distinct().ToList();
        Excerpts = (await coding.ChosenAsync(Report.WindowId, ids, cancel)).ToDictionary(excerpt => excerpt.Id);
        return Page();
    }
}
