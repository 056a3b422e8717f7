using BTech.Agenda.Windows;
using BTech.Documents.Reports;
using BTech.Record.Reports;
using BTech.Web.Crossings;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Reports;

/// <summary>A published Summary Report. Permanent, as the newest version and under the number of each; 410 once withdrawn, 404 as long as nothing is published.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class ReportModel(SummaryReports reports, CommentWindows windows, ListOfParticipants list) : PageModel
{
    public ReportDocument Document { get; private set; } = null!;

    /// <summary>Whether submissions on the record to the round can be read, which may have been published after this version.</summary>
    public bool HasAnnex { get; private set; }

    public string Slug { get; private set; } = "";

    /// <summary>The versions that can be read, the newest first.</summary>
    public IReadOnlyList<SummaryReport> Versions { get; private set; } = [];

    /// <summary>Where its files lie: without the number of the version only for the newest.</summary>
    public string Files { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int number, int? version, CancellationToken cancel)
    {
        var found = version is { } one ? await reports.PublicAsync(number, one, cancel) : await reports.PublicAsync(number, cancel);
        if ((found.Report?.WindowId ?? found.WithdrawnFrom) is not { } id || await windows.FindAsync(id, cancel) is not { } window) return NotFound();
        if (found.Report is not { } report) return StatusCode(StatusCodes.Status410Gone);
        Slug = window.Consultation.Slug;
        Document = await list.DocumentAsync(report, window.Consultation, cancel);
        HasAnnex = await list.HasAnnexAsync(report, cancel);
        Versions = [.. (await reports.VersionsAsync(number, cancel)).Where(other => other.Status is ReportStatus.Published or ReportStatus.Superseded)];
        Files = FormattableString.Invariant($"~/reports/{number}") + (version is null ? "" : FormattableString.Invariant($"/v{version}"));
        return Page();
    }
}
