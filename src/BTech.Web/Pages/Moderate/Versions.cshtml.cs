using BTech.Record.Reports;
using BTech.Record.Reports.Files;
using BTech.Team.Audit;
using BTech.Team.TwoPersons;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The versions of a report: what the public reads, its correction begun and dropped, and what is taken offline at once.</summary>
public sealed class VersionsModel(
    ReadersDesk desk, SummaryReports reports, Corrections corrections, ReportClearance clearance, ReportWithdrawals withdrawals, FileReleases releases, TimeProvider clock,
    IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Versions> own) : ReportPage(desk, words)
{
    /// <summary>All versions, the newest first.</summary>
    public IReadOnlyList<SummaryReport> All { get; private set; } = [];

    /// <summary>Those that the public can read.</summary>
    public IReadOnlyList<SummaryReport> Readable => [.. All.Where(version => version.Status.IsReadable())];

    /// <summary>Who took offline what is withdrawn.</summary>
    public IReadOnlyList<ReportWithdrawal> Withdrawals { get; private set; } = [];

    /// <summary>The files that were made of what the public can read.</summary>
    public IReadOnlyList<FileRelease> Files { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    /// <summary>Whether the report's own address shows a version.</summary>
    public bool IsPublic => All.Any(version => version.Status == ReportStatus.Published);

    public bool MayBegin => All[0].Status.WasPublic();

    public bool MayDrop => All[0] is { Status: ReportStatus.Draft, Version: > 1 };

    public bool MayConfirm => Withdrawals.Any(one => !one.IsConfirmed && one.WithdrawnById != User.StaffId().Value);

    /// <summary>The versions that were ticked to be withdrawn, or shown to be confirmed.</summary>
    [BindProperty]
    public List<int> Versions { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel) =>
        await OpenAsync(number, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited("next version of a report begun")]
    public async Task<IActionResult> OnPostBeginAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await AnswerAsync(await corrections.BeginAsync(number, User.StaffId(), cancel), cancel);
    }

    [Audited("next version of a report dropped")]
    public async Task<IActionResult> OnPostDropAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await AnswerAsync(await corrections.DropAsync(Report.Id, cancel), cancel);
    }

    /// <summary>The lines go with what is noted: the versions are others than the one that is open.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostWithdrawAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsClearing) return NotFound();
        var going = Versions.Distinct().Order().ToList();
        if (going.Count == 0)
        {
            ModelState.AddModelError(nameof(Versions), own["Withdraw.None"]);
            return await ShowAsync(cancel);
        }
        // What may not be withdrawn at all leaves no trace; the record asks again under its lock.
        All = await reports.VersionsAsync(number, cancel);
        if (going.Except(Readable.Select(version => version.Version)).Any()) return await AnswerAsync(ClearanceResult.NotNow, cancel);
        // Whoever asks for it may go meanwhile: once it is noted, it is done or said not to be.
        var noted = await withdrawals.NoteAsync(Window.Id, number, going, User.StaffId(), cancel);
        var result = await clearance.WithdrawAsync(Report.Id, going, CancellationToken.None);
        if (result is ClearanceResult.Done)
        {
            await withdrawals.TakeOverAsync(Window.Id, number, [.. going.Except(noted)], User.StaffId(), CancellationToken.None);
            return Redirect($"{Address}/versions");
        }
        // Somebody else may have withdrawn one of them a moment ago on this note.
        var withdrawn = await reports.WithdrawnAsync([number], CancellationToken.None);
        await withdrawals.ForgetAsync(number, [.. noted.Where(version => !withdrawn.Contains((number, version)))], User.StaffId(), CancellationToken.None);
        return await AnswerAsync(result, cancel);
    }

    /// <summary>The lines go with what is confirmed, likewise.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostConfirmAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        var withdrawn = await reports.WithdrawnAsync([number], cancel);
        if (await withdrawals.ConfirmAsync(number, [.. Versions.Where(version => withdrawn.Contains((number, version)))], User.StaffId(), cancel)) return Redirect($"{Address}/versions");
        ModelState.AddModelError("", own["Confirm.Other"]);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> AnswerAsync(ClearanceResult result, CancellationToken cancel)
    {
        if (result is ClearanceResult.Done) return Redirect(Address);
        Refuse(result);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        All = await reports.VersionsAsync(Report.Number, cancel);
        var files = new List<FileRelease>();
        foreach (var version in Readable) files.AddRange(await releases.OfAsync(version.Id, cancel));
        Files = files;
        Withdrawals = [.. (await withdrawals.OfReportsAsync([Report.Number], cancel)).Where(one => All.Any(version => version.Version == one.Version && version.Status == ReportStatus.Withdrawn))];
        return Page();
    }
}
